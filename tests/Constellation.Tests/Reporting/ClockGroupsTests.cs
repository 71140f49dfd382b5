using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Reporting;

/// <summary>Figures by kind of clock are of the satellites that flew that kind and no other, and had a signal.</summary>
public sealed class ClockGroupsTests : IDisposable
{
    private static readonly SampleRun s_small = new() { Epochs = 49, GridStepDeg = 45 };
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Of two clocks a satellite has the figures of neither: it is left out of stability, predictions and groups, and told.</summary>
    [Fact]
    public void A_satellite_of_two_kinds_is_in_none()
    {
        RunFolder whole = _folder.Write(s_small, "whole"), changed = _folder.Write(s_small with { Changed = "C20" }, "changed");
        Assert.Equal("C20 (RB-BDS3, PHM-GAL from 2024-09-20T01:00:00GPST)", Assert.Single(ClockGroups.Mixed(changed.Manifest.Satellites)));
        Assert.Empty(ClockGroups.Mixed(whole.Manifest.Satellites));
        Assert.Equal(whole.Manifest.Satellites.Count - 1, ClockGroups.Of(changed.Manifest.Satellites).Sum(g => g.Count()));
        Assert.Equal(Units(whole) - 1, Units(changed));
        Assert.Equal(Predicted(whole) - 1, Predicted(changed));
        RunReport.Write(changed, _folder.File("report.html"));
        Assert.Contains("Left out of the figures by kind of clock", File.ReadAllText(_folder.File("report.html")), StringComparison.Ordinal);
    }

    /// <summary>A satellite whose only clock failed before the run has no signal and does not count.</summary>
    [Fact]
    public void Only_satellites_with_values_are_counted()
    {
        RunFolder whole = _folder.Write(s_small, "whole"), lost = _folder.Write(s_small with { Lost = ("C20", 0) }, "lost");
        Assert.Equal(whole.Manifest.Satellites.Count, Predicted(whole));
        Assert.Equal(Predicted(whole) - 1, Predicted(lost));
    }

    private static int Units(RunFolder run) => ClockStability.Of(run).Sum(k => k.Units.Count);

    private static int Predicted(RunFolder run) => ReportData.Read(run).Predictions.Sum(p => p.Satellites);
}
