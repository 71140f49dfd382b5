using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Tests.Formats.Sp3;

namespace Constellation.Tests.Simulation.Scenario;

/// <summary>Real input in the place of simulated stages.</summary>
public sealed class ScenarioSourceTests : IDisposable
{
    private const string Head = "title = \"t\"\n[constellation]\nname = \"beidou-3\"\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ScenarioSourceTests() => Directory.CreateDirectory(Path.Combine(_folder, "data"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Paths_in_a_file_start_from_its_folder_and_start_may_be_left_out()
    {
        Sp3("data/a.sp3");
        Sp3("data/b.sp3");
        ScenarioDefinition s = Read(Head + "[orbits]\nsource = \"sp3:data/a.sp3, data/b.sp3\"\n").ValueOrThrow();
        Assert.Null(s.Start);
        Assert.Equal((DataSourceKind.Sp3, false), (s.Orbits.Source.Kind, s.Orbits.Source.IsSimulated));
        Assert.Equal([Path.Combine(_folder, "data/a.sp3"), Path.Combine(_folder, "data/b.sp3")], s.Orbits.Source.Files);
        Assert.Equal(["data/a.sp3", "data/b.sp3"], s.Orbits.Source.Given);
        string text = ScenarioText.Effective(s);
        Assert.Contains("\n[orbits]\nsource = \"sp3:data/a.sp3,data/b.sp3\"\n", text, StringComparison.Ordinal);
        Assert.Equal(text, ScenarioText.Effective(Read(text).ValueOrThrow()));
    }

    [Fact]
    public void Paths_from_outside_start_from_the_current_folder()
    {
        Sp3("data/a.sp3");
        string full = Path.Combine(_folder, "data/a.sp3");
        Assert.Equal([full], Read(Head, $"orbits.source=sp3:{full}", $"clocks.source=sp3:{full}").ValueOrThrow().Clocks.Source.Files);
        Diagnostic missing = Assert.Single(Read(Head, "orbits.source=sp3:data/a.sp3").Diagnostics);
        Assert.Equal(("CN2202", "--set orbits.source=sp3:data/a.sp3"), (missing.Code, missing.Where.ToString()));
    }

    [Theory]
    [InlineData("[orbits]\nsource = \"nav:data/a.sp3\"\n", "CN2203", "is not a RINEX 3 or 4 navigation file")]
    [InlineData("[clocks]\nsource = \"clk:data/a.sp3\"\n", "CN2203", "is not a RINEX clock file")]
    [InlineData("[broadcast]\nsource = \"nav:data/a.sp3\"\n", "CN2203", "is not a RINEX 3 or 4 navigation file")]
    [InlineData("[broadcast]\nsource = \"sp3:data/a.sp3\"\n", "CN2201", "'sp3:data/a.sp3' is not a source for 'broadcast.source'; known: simulated, nav:FILE")]
    [InlineData("[orbits]\nsource = \"sp3:data\"\n", "CN2202", "is a folder, not a file; name a file in it")]
    public void Files_of_another_kind_are_told_before_a_run(string table, string code, string part)
    {
        Sp3("data/a.sp3");
        Diagnostic diagnostic = Assert.Single(Read(Head + table, "time.start=2020-06-25T00:00:00GPST").Diagnostics);
        Assert.Equal((code, 5, 10), (diagnostic.Code, diagnostic.Where.Line, diagnostic.Where.Column));
        Assert.Contains(part, diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_and_a_clock_of_ones_own()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.toml"), "name = \"MINE\"\ndescription = \"d\"\nsource = \"s\"\n");
        File.WriteAllText(Path.Combine(_folder, "p.toml"), File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Payload, "ka-bds3")!).Replace("\"ka-bds3\"", "\"p\"", StringComparison.Ordinal));
        const string tables = "[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[[clocks.replace]]\nsatellites = [\"C19\"]\nclock = \"mine.toml\"\n[links]\npayload = \"p.toml\"\n";
        ScenarioDefinition s = Read(Head + tables).ValueOrThrow();
        Assert.True(s.ClockModels["MINE"].IsPerfect);
        Assert.Equal(("MINE", "p"), (s.Constellation[SatelliteId.Parse("C19")].Clock, s.Links.Payload!.Name));
        string text = ScenarioText.Effective(s);
        Assert.Equal(text, ScenarioText.Effective(Read(text).ValueOrThrow()));
    }

    [Fact]
    public void A_clock_of_ones_own_may_not_hide_one_of_the_library()
    {
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "PHM-BDS3")!);
        File.WriteAllText(Path.Combine(_folder, "phm-bds3.toml"), text);
        Diagnostic diagnostic = Assert.Single(Read(Head + "[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[[clocks.replace]]\nsatellites = [\"C19\"]\nclock = \"phm-bds3.toml\"\n").Diagnostics);
        Assert.Equal(("CN2213", 8, 9), (diagnostic.Code, diagnostic.Where.Line, diagnostic.Where.Column));
    }

    [Fact]
    public void A_fault_in_the_constellations_file_is_told_there()
    {
        string file = Path.Combine(_folder, "mine.toml");
        File.WriteAllText(file, File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, "gps")!).Replace("name = \"gps\"", "name = \"mine\"", StringComparison.Ordinal).Replace("RB-GPS-IIR", "RB-GPS-9", StringComparison.Ordinal));
        ReadResult<ScenarioDefinition> result = Read("title = \"t\"\nseed = \"x\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[constellation]\nfile = \"mine.toml\"\n");
        Assert.Equal(("CN2003", Path.Combine(_folder, "s.toml")), (result.Diagnostics[0].Code, result.Diagnostics[0].Where.File));
        Assert.All(result.Diagnostics.Skip(1), d => Assert.Equal(("CN2137", file), (d.Code, d.Where.File)));
        Assert.True(result.Diagnostics.Count > 1);
    }

    [Theory]
    [InlineData("beidou-4", "beidou-4: error CN2200: is neither a scenario of the library nor a file; known: beidou-3, galileo, glonass, gps, isl+anchor, isl-only, ladder, noise-free; did you mean beidou-3?")]
    [InlineData("no/such.toml", "no/such.toml: error CN2200: is neither a scenario of the library nor a file; known: beidou-3, ")]
    public void A_scenario_that_is_not_there(string name, string told) =>
        Assert.StartsWith(told, Assert.Single(ScenarioReader.Read(name, []).Diagnostics).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_sweep_is_not_a_scenario()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sweeps"));
        File.WriteAllText(Path.Combine(_folder, "sweeps", "clock-swap.toml"), "title = \"t\"\n");
        Assert.Equal("clock-swap: error CN2200: is a sweep, not a scenario; run it with 'constellation batch clock-swap'", Assert.Single(ScenarioReader.Read("clock-swap", [], new EphemerisLibrary(_folder)).Diagnostics).ToString());
    }

    private ReadResult<ScenarioDefinition> Read(string text, params string[] settings) => ScenarioReader.Read(text, Path.Combine(_folder, "s.toml"), settings);

    private void Sp3(string name) => File.WriteAllText(Path.Combine(_folder, name), Sp3Samples.Text());
}
