using Constellation.Core;
using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class ObservabilityTests
{
    [Fact]
    public void Without_the_ground_turns_are_weak_and_clocks_have_no_datum()
    {
        ObservabilityReport report = Report("isl-only");
        Assert.Equal(ObservabilityState.Unseen, Of(report, "offset common").State);
        Assert.Equal(ObservabilityState.Unseen, Of(report, "rate common").State);
        Assert.NotEqual(ObservabilityState.Seen, Of(report, "turn of all orbits about the pole").State);
        Assert.Contains("an anchor at beijing", Of(report, "turn of all orbits about the pole").Remedy, StringComparison.Ordinal);

        // Offset and rate of all clocks, and the delay difference of each terminal against its clock.
        Assert.Equal(2 + 12, report.NullDimension);
        Assert.Equal(report.NullDimension, report.NamedDimension);
    }

    [Fact]
    public void An_anchor_tells_turns_and_system_time_but_no_delay_difference()
    {
        ObservabilityReport report = Report("isl+anchor");
        Assert.Equal(ObservabilityState.Seen, Of(report, "turn of all orbits about the pole").State);
        Assert.Equal(ObservabilityState.Seen, Of(report, "rate common").State);
        Assert.Equal(ObservabilityState.Unseen, Of(report, "delay difference of C03").State);
        Assert.Equal(13, report.NullDimension);
        Assert.Equal(13, report.NamedDimension);
    }

    [Fact]
    public void L_band_ranges_tell_delay_differences_but_for_what_they_have_in_common()
    {
        ObservabilityReport report = Report("ground+isl");
        // Some ranges of 10 cm an hour tell it, no better than calibration did.
        Assert.NotEqual(ObservabilityState.Unseen, Of(report, "delay difference of C03").State);
        Assert.Equal(ObservabilityState.Unseen, Of(report, "delay difference common").State);
        Assert.Equal(1, report.NullDimension);
        Assert.Equal(1, report.NamedDimension);
    }

    [Fact]
    public void A_satellite_without_measurements_is_a_direction_of_its_own()
    {
        BatchWorld world = (World("isl+anchor") with { Spoil = frames => [.. frames.Select(f => f with { Links = [.. f.Links.Where(l => l.A != 4 && l.B != 4)] })] }).Build();
        ObservabilityReport report = ObservabilityAnalysis.Of(world.System, world.Satellites, world.Frames, LinkWorld.Earth, []);
        Assert.Contains(report.Directions, d => d.State == ObservabilityState.Unseen && d.Name == "orbit of C05");
    }

    private static ObservableDirection Of(ObservabilityReport report, string name) => Assert.Single(report.Directions, d => d.Name.StartsWith(name, StringComparison.Ordinal));

    private static BatchWorld World(string segment) => new() { Segment = segment, Length = 24 * 3600, StepLength = 3600 };

    private static ObservabilityReport Report(string segment)
    {
        BatchWorld world = World(segment).Build();
        GroundStation beijing = new("beijing", LinkWorld.Stations("anchor").Sites[0].Position, IsAnchor: true, IsMonitor: false);
        return ObservabilityAnalysis.Of(world.System, world.Satellites, world.Frames, LinkWorld.Earth, [new(beijing, AsAnchor: true)]);
    }
}
