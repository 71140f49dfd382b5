using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Scenario;

/// <summary>What is said about scenarios is what the reader does.</summary>
public class ScenarioDocumentsTests
{
    private const string Good = """
        title = "a scenario"
        [time]
        start = "2024-09-20T00:00:00GPST"
        [constellation]
        name = "beidou-3"
        [[clocks.replace]]
        satellites = ["C19"]
        clock = "PHM-BDS3"
        [[clocks.redundancy]]
        satellites = ["C19"]
        hot_spares = 1
        [[clocks.thermal]]
        satellites = ["C19"]
        orbit_swing_k = 1
        temperature_per_k = 1e-14
        [[clocks.steering]]
        satellites = ["C19"]
        [links]
        payload = "ka-bds3"
        [[links.replace]]
        satellites = ["C19"]
        payload = "ka-bds3-upgraded"
        [[users.site]]
        name = "here"
        latitude_deg = 1
        longitude_deg = 2
        [faults]
        [[faults.clock]]
        satellite = "C19"
        at = "2024-09-20T01:00:00GPST"
        [[faults.ephemeris]]
        satellite = "C19"
        [[faults.link]]
        satellite = "C20"
        receive_delay_m = 0.1
        """;

    public static TheoryData<string, string> Keys
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (ScenarioTable table in ScenarioKeys.Tables)
            {
                table.Keys.ToList().ForEach(k => data.Add(table.Path, k.Name));
            }

            return data;
        }
    }

    public static TheoryData<string> Tables => [.. ScenarioKeys.Tables.Select(t => t.Path)];

    [Fact]
    public void Manual_is_current() => Same("scenario.md", ScenarioManual.Markdown(), "constellation show --manual > docs/scenario.md");

    [Fact]
    public void Schema_is_current() => Same("scenario.schema.json", ScenarioSchema.Json(), "constellation show --schema > docs/scenario.schema.json");

    /// <summary>A value that no key takes is refused at every key of the description: none is described and not read.</summary>
    [Theory, MemberData(nameof(Keys))]
    public void Every_key_is_read(string table, string key)
    {
        string setting = $"{(table.Length == 0 ? "" : table + ".")}{key}=[[1]]";
        Diagnostic diagnostic = Assert.Single(Read(setting).Diagnostics, d => d.Where.File == "--set " + setting && d.Code is "CN2003" or "CN2006");
        Assert.StartsWith($"'{(table.Length == 0 ? "" : table + ".")}{key}' is a list, not ", diagnostic.Problem, StringComparison.Ordinal);
    }

    /// <summary>What the reader says that it knows is what is described: none is read and not described.</summary>
    [Theory, MemberData(nameof(Tables))]
    public void Every_key_that_is_read_is_described(string table)
    {
        ReadResult<ScenarioDefinition> result = Read($"{(table.Length == 0 ? "" : table + ".")}zzz=1");
        string told = Assert.Single(result.Diagnostics, d => d.Code == "CN2002").Remedy;
        IEnumerable<string> described = Properties(table).Select(p => p.Key);
        Assert.Equal("known: " + string.Join(", ", described.Order(StringComparer.Ordinal)), told);
    }

    /// <summary>Defaults of the schema are those that a scenario without the key has.</summary>
    [Fact]
    public void Defaults_hold()
    {
        string[] bare = ScenarioText.Effective(ScenarioReader.Read("title = \"t\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[constellation]\nname = \"gps\"\n", "x.toml", []).ValueOrThrow()).Split('\n');
        int compared = 0;
        foreach (ScenarioTable table in ScenarioKeys.Tables.Where(t => !t.IsList && t.Path.Length > 0))
        {
            string[] section = [.. bare.SkipWhile(l => l != $"[{table.Path}]").Skip(1).TakeWhile(l => !l.StartsWith('['))];
            foreach (ScenarioKey key in table.Keys.Where(k => k.DefaultLiteral is not null))
            {
                Assert.Contains($"{key.Name} = {key.DefaultLiteral}", section);
                compared++;
            }
        }

        Assert.True(compared > 25, $"{compared} defaults compared");
    }

    private static ReadResult<ScenarioDefinition> Read(params string[] settings) => ScenarioReader.Read(Good, "x.toml", settings);

    private static JsonObject Properties(string table)
    {
        JsonNode node = JsonNode.Parse(ScenarioSchema.Json())!;
        foreach (string name in table.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node["properties"]![name]!;
            node = node["items"] ?? node;
        }

        Assert.False((bool)node["additionalProperties"]!);
        return node["properties"]!.AsObject();
    }

    private static void Same(string file, string expected, string command)
    {
        string path = Path.Combine(Repository(), "docs", file);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"docs/{file} is not what the code says; write it anew with: {command}");
    }

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Constellation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
