using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Scenario;

public class ScenarioReaderTests
{
    public static TheoryData<string> BuiltIn => [.. EphemerisLibrary.BuiltIn.Names(LibraryKind.Scenario)];

    [Theory, MemberData(nameof(BuiltIn))]
    public void Built_in_scenarios_are_read_without_a_diagnostic(string name)
    {
        ReadResult<ScenarioDefinition> result = ScenarioReader.Read(name, []);
        Assert.Empty(result.Diagnostics);
        ScenarioDefinition scenario = result.ValueOrThrow();
        Assert.Equal(name, scenario.Name);
        Assert.NotEmpty(scenario.Satellites);
        Assert.All(scenario.Satellites, s => Assert.Contains(s.Clock, scenario.ClockModels));
        Assert.All(new[] { scenario.Control.Segment.AnchorSet, scenario.Control.Segment.MonitorSet }.OfType<string>(), s => Assert.Contains(s, scenario.Control.StationSets));
    }

    [Fact]
    public void Main_job_holds_what_its_file_says()
    {
        ScenarioDefinition s = ScenarioReader.Read("beidou-3", []).ValueOrThrow();
        Assert.Equal((20240920UL, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromHours(24), Duration.FromMinutes(5)), (s.Seed, s.Start!.Value, s.Duration, s.Step));
        Assert.Equal((30, "isl+anchor", "ka-bds3"), (s.Satellites.Count, s.Control.Segment.Name, s.Links.Payload!.Name));
        Assert.Equal((Duration.FromHours(12), MessageFidelity.Icd, 5.0, double.DegreesToRadians(5)), (s.Control.WarmUp, s.Broadcast.Message, s.Users.GridStepDeg, s.Users.Mask));
        Assert.Equal(SiteDefinition.Cities, s.Users.Sites);
        Assert.True(s.Constellation.Satellites.Count > s.Satellites.Count, "spares are in the constellation, not among the participants");
    }

    [Fact]
    public void Noise_free_is_perfect()
    {
        ScenarioDefinition s = ScenarioReader.Read("noise-free", []).ValueOrThrow();
        Assert.All(s.ClockModels.Values, m => Assert.True(s.Clocks.InForce(m).IsPerfect));
        Assert.Equal((0.0, 0.0, 0.0, 0.0), (s.Orbits.UnmodelledAcceleration, s.Links.NoiseScale, s.Links.DelayScale, s.Users.NoiseScale));
    }

    [Fact]
    public void Settings_from_outside_win_and_the_last_one_holds()
    {
        ScenarioDefinition s = ScenarioReader.Read("beidou-3", ["users.mask_deg=10", "time.step=10min", "users.mask_deg=15", "constellation.satellites=C19,C32-C34", "title=My run", "time.start=2024-09-21T00:00:00Z"]).ValueOrThrow();
        Assert.Equal((double.DegreesToRadians(15), Duration.FromMinutes(10), "My run", Epoch.Parse("2024-09-21T00:00:00Z")), (s.Users.Mask, s.Step, s.Title, s.Start!.Value));
        Assert.Equal("C19 C32 C33 C34", string.Join(' ', s.Satellites.Select(x => x.Id)));
    }

    [Theory]
    [InlineData("C@phm", 30, 30)]
    [InlineData("C@PHM", 30, 30)]
    [InlineData("C@plane-a", 8, 10)]
    [InlineData("C@igso", 3, 3)]
    public void Groups_choose_among_active_satellites_and_with_leave_among_spares(string group, int mostActive, int mostAll)
    {
        ScenarioDefinition active = ScenarioReader.Read("beidou-3", [$"constellation.satellites=[\"{group}\"]"]).ValueOrThrow();
        ScenarioDefinition all = ScenarioReader.Read("beidou-3", [$"constellation.satellites=[\"{group}\"]", "constellation.spares=true"]).ValueOrThrow();
        Assert.InRange(active.Satellites.Count, 3, mostActive);
        Assert.InRange(all.Satellites.Count, active.Satellites.Count, mostAll);
        Assert.All(active.Satellites, s => Assert.Contains(s, all.Satellites));
    }

    [Fact]
    public void Clocks_are_replaced_in_the_satellites()
    {
        ScenarioDefinition s = ScenarioReader.Read("beidou-3", ["clocks.replace=[{satellites = [\"C\"], clock = \"phm-bds3\"}]"]).ValueOrThrow();
        Assert.All(s.Satellites, x => Assert.Equal("PHM-BDS3", x.Clock));
        Assert.All(s.Satellites, x => Assert.Equal(x, s.Constellation[x.Id]));
        Assert.Equal(["PHM-BDS3"], s.ClockModels.Keys);
    }

    [Fact]
    public void Segment_follows_the_payload_where_it_is_not_given()
    {
        const string text = "title = \"t\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[constellation]\nname = \"gps\"\n";
        Assert.Equal(ControlSegment.Named("ground-global"), ScenarioReader.Read(text, "x.toml", []).ValueOrThrow().Control.Segment);
        Assert.Equal(ControlSegment.Named("isl+anchor"), ScenarioReader.Read(text, "x.toml", ["links.payload=ka-bds3"]).ValueOrThrow().Control.Segment);
    }
}
