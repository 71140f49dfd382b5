using Constellation.Cli;
using Constellation.Core;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Cli;

/// <summary>How the recipes for estimators judge, by errors made by hand.</summary>
public class LinkRecipeTests
{
    private static readonly SatelliteId s_meo = SatelliteId.Parse("C19"), s_geo = SatelliteId.Parse("C59");

    /// <summary>Errors of (3, 4, 12, 2) cm and (-3, -4, 12, -2) cm: each part keeps its size, the place is off by 13 cm; the other class is not mixed in.</summary>
    [Fact]
    public void Errors_are_root_mean_squares_of_a_class()
    {
        LinkErrors errors = new(
            [Row(s_meo, 0.03, 0.04, 0.12, 0.02), Row(s_meo, -0.03, -0.04, 0.12, -0.02), Row(s_geo, 0, 0, 5, -1)],
            new Dictionary<SatelliteId, OrbitClass> { [s_meo] = OrbitClass.Meo, [s_geo] = OrbitClass.Geo });
        Assert.Equal(0.03, errors.Rms(r => r.Radial, OrbitClass.Meo), 12);
        Assert.Equal(0.13, errors.Error3d(OrbitClass.Meo), 12);
        Assert.Equal((5.0, 1.0), (errors.GreatestError3d, errors.GreatestClock));
        Assert.Equal(Math.Sqrt(0.0018 / 3), errors.Parts[0], 12);
        Assert.True(double.IsNaN(errors.Error3d(OrbitClass.Igso)));
    }

    /// <summary>A class without satellites, or a round without a place, is never reached.</summary>
    [Theory]
    [InlineData(0.75, 0.95, "Reached")]
    [InlineData(0.50, 0.95, "Better")]
    [InlineData(0.75, 3.1, "Missed")]
    [InlineData(0.75, double.NaN, "Missed")]
    public void Ranges_of_Pdop_are_judged_at_both_ends(double least, double greatest, string verdict) =>
        Assert.Equal(verdict, KinematicRecipe.JudgePdop(OrbitClass.Meo, 0.8, 2.0, [least, greatest]).Verdict.ToString());

    /// <summary>Published 29 %, within the factor 19 to 43 %.</summary>
    [Theory]
    [InlineData(0.9, "Missed")]
    [InlineData(0.7, "Reached")]
    [InlineData(0.5, "Better")]
    [InlineData(double.NaN, "Missed")]
    public void The_gain_of_a_second_held_satellite_is_judged_within_a_factor(double two, string verdict) =>
        Assert.Equal(verdict, KinematicRecipe.JudgeHolding(1, two).Verdict.ToString());

    [Fact]
    public void Losses_are_ratios_to_the_one_filter()
    {
        IReadOnlyList<LinkFinding> findings = EstimatorRecipe.Judge([0.01, 0.04, 0.04, 0.05], [0.02, 0.08, 0.04, 0.05], [0.3, 0.4, 0.4, 0.1], [0.005, 0.03, 0.04, 0.05]);
        Assert.Equal("R 2.00, A 2.00, C 1.00, clock 1.00", findings.Single(f => f.Case == "loss in concert").Value);
        Assert.Equal("R 30.00, A 10.00, C 10.00, clock 2.00", findings.Single(f => f.Case == "loss by intersection").Value);
        Assert.Equal(LinkVerdict.Missed, findings[^1].Verdict);
    }

    private static OdtsRow Row(SatelliteId satellite, double radial, double along, double cross, double clock) =>
        new(Epoch.Parse("2024-09-20T00:00:00GPST"), satellite, radial, along, cross, clock, 1, 1, 1, 1);
}
