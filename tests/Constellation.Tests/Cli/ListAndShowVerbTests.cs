using System.Text.Json.Nodes;
using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Tests.Cli;

public class ListAndShowVerbTests
{
    [Theory]
    [InlineData("constellations", "beidou-3", "galileo", "glonass", "gps")]
    [InlineData("clocks", "CS-5071A", "PHM-BDS3", "RB-GPS-IIF")]
    [InlineData("signals", "BDS-B1C", "GPS-L1CA", "GLO-L2OF")]
    [InlineData("payloads", "ka-bds3", "ka-bds3-upgraded")]
    [InlineData("stations", "anchor", "global", "regional")]
    [InlineData("scenarios", "beidou-3", "galileo", "glonass", "gps", "noise-free")]
    [InlineData("models", "kepler-j2", "numerical", "clock-noise")]
    [InlineData("forces", "standard", "solid-tides", "relativity")]
    [InlineData("sweeps")]
    [InlineData("films")]
    [InlineData("lessons")]
    public void List_writes_names_and_one_line_each(string kind, params string[] some)
    {
        string[] lines = Run(0, "list", kind);
        Assert.Equal("name,description", lines[0]);
        string[] names = [.. lines[1..].Select(l => l.Split(',')[0])];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(some, n => Assert.Contains(n, names));
        Assert.All(lines[1..], l => Assert.True(l.Length > l.Split(',')[0].Length + 5, l));
    }

    [Fact]
    public void Every_model_states_its_error_and_where_it_is_described()
    {
        Assert.All(Run(0, "list", "models")[1..], l => Assert.Contains("; error: ", l, StringComparison.Ordinal));
        Assert.All(PhysicalModel.All, m => Assert.True(File.Exists(Path.Combine(Repository(), m.Described)), m.Described));
        Assert.Equal(["name = \"sun\"", "description = \"JPL DE431 as Chebyshev polynomials, 1968 to 2105; VSOP87 outside\"", "error = \"3 km against DE430; 3 arcseconds, 2e-5 of the distance outside\"", "described = \"docs/theory/time-and-geodesy.md\""], Run(0, "show", "model/sun"));
    }

    /// <summary>What is listed is what <c>show</c> takes, and the text is the file's.</summary>
    [Theory]
    [InlineData("constellations", LibraryKind.Constellation)]
    [InlineData("clocks", LibraryKind.Clock)]
    [InlineData("signals", LibraryKind.Signal)]
    [InlineData("payloads", LibraryKind.Payload)]
    [InlineData("stations", LibraryKind.Stations)]
    [InlineData("scenarios", LibraryKind.Scenario)]
    [InlineData("sweeps", LibraryKind.Sweep)]
    [InlineData("films", LibraryKind.Film)]
    [InlineData("lessons", LibraryKind.Lesson)]
    public void Show_prints_the_file(string plural, LibraryKind kind)
    {
        foreach (string name in Run(0, "list", plural)[1..].Select(l => l.Split(',')[0]))
        {
            string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(kind, name)!);
            Assert.Equal(text, LibraryNames.Text($"{plural}/{name}", EphemerisLibrary.BuiltIn));
            Assert.Equal(text, LibraryNames.Text($"{EphemerisLibrary.WordFor(kind)}/{name.ToUpperInvariant()}", EphemerisLibrary.BuiltIn));
        }

        Assert.Equal(File.ReadAllLines(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "PHM-BDS3")!), Run(0, "show", "phm-bds3"));
    }

    [Theory]
    [InlineData("gps", "gps: error CN1008: fits 2 kinds; write one of constellation/gps, scenario/gps")]
    [InlineData("beidou-3", "beidou-3: error CN1008: fits 2 kinds; write one of constellation/beidou-3, scenario/beidou-3")]
    [InlineData("phm-bds", "phm-bds: error CN1007: is not in the library; 'constellation list' shows what is; did you mean PHM-BDS3?")]
    [InlineData("scenario/gsp", "scenario/gsp: error CN1007: is not in the library; known: beidou-3, galileo, glonass, gps, isl+anchor, isl-only, ladder, noise-free; did you mean gps?")]
    [InlineData("clok/PHM-BDS3", "clok/PHM-BDS3: error CN1007: 'clok' is not a kind; known: constellation, clock, signal, payload, stations, scenario, sweep, film, lesson, model; did you mean clock?")]
    [InlineData("clock/../scenarios/gps", "clock/../scenarios/gps: error CN1007: is not in the library; known: CS-5071A, ")]
    public void A_name_that_is_not_one_entry_is_exit_2_and_says_what_is(string name, string told)
    {
        Run(2, "show", name);
        Assert.StartsWith(told, Assert.Single(Assert.Throws<InputException>(() => LibraryNames.Text(name, EphemerisLibrary.BuiltIn)).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_and_manual_are_printed()
    {
        string schema = string.Join('\n', Run(0, "show", "--schema"));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)JsonNode.Parse(schema)!["$schema"]);
        Assert.Equal(ScenarioManual.Markdown().TrimEnd('\n').Split('\n'), Run(0, "show", "--manual"));
    }

    [Fact]
    public void One_thing_is_asked_for()
    {
        Run(2, "show");
        Run(2, "show", "--schema", "--manual");
        Run(2, "show", "PHM-BDS3", "--schema");
        Run(2, "list", "orbits");
        Run(2, "list");
    }

    [Theory, InlineData("list"), InlineData("show"), InlineData("links"), InlineData("orbit"), InlineData("check")]
    public void Help_is_at_hand(string verb) => Assert.Equal(0, Program.Run([verb, "--help"], TestContext.Current.CancellationToken));

    private static string[] Run(int status, params string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run([.. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
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
