using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Batches of the built-in scenario against published accuracies, each within a factor 1.5. Truth and operator differ in radiation pressure (surfaces of the
/// block against an empirical model) and by 1e-9 m/s^2 of random acceleration; first states are wrong by 2 m and 0.3 mm/s.</summary>
[Trait("Category", "Long")]
public sealed class LinkEstimationTests
{
    private const double Factor = 1.5;

    private static readonly string[] s_forces = ["orbits.truth_forces=[\"full\"]", "orbits.operator_forces=[\"full\",\"-box-wing\",\"ecom2\"]", "time.duration=12h"];

    [Fact]
    public void Without_noise_less_than_a_millimetre_and_three_picoseconds_are_left()
    {
        OdtsSummary summary = Solve("noise-free", "time.duration=3h");
        foreach (OrbitClass orbitClass in Enum.GetValues<OrbitClass>())
        {
            double[] rms = summary.Rms(orbitClass);
            Assert.InRange(Length(rms), 0, 1e-3);
            Assert.InRange(rms[3], 0, 0.9e-3);
        }
    }

    /// <summary>Published: 18 MEO and one GEO, one anchor, residuals of 5 cm: radial 2 to 4 cm and 8 to 10 cm.</summary>
    [Fact]
    public void Crosslinks_and_one_anchor_reach_the_published_radial_errors()
    {
        OdtsSummary summary = Solve("beidou-3", [.. s_forces, "constellation.satellites=\"C19-C30,C32-C37,C59\"", "links.noise_scale=1.67"]);
        Assert.InRange(summary.Rms(OrbitClass.Meo)[0], 0, Factor * 0.04);
        Assert.InRange(summary.Rms(OrbitClass.Geo)[0], 0, Factor * 0.10);
    }

    /// <summary>Published: MEO radial about 1 cm; 3-D 8, 11.6 and 24 cm for MEO, IGSO and GEO.</summary>
    [Fact]
    public void Crosslinks_and_regional_stations_reach_the_published_errors()
    {
        OdtsSummary summary = Solve("beidou-3", [.. s_forces, "control.segment=\"ground+isl\""]);
        Assert.InRange(summary.Rms(OrbitClass.Meo)[0], 0, Factor * 0.01);
        Assert.InRange(Length(summary.Rms(OrbitClass.Meo)), 0, Factor * 0.08);
        Assert.InRange(Length(summary.Rms(OrbitClass.Igso)), 0, Factor * 0.116);
        Assert.InRange(Length(summary.Rms(OrbitClass.Geo)), 0, Factor * 0.24);
    }

    private static double Length(double[] rms) => Math.Sqrt((rms[0] * rms[0]) + (rms[1] * rms[1]) + (rms[2] * rms[2]));

    private static OdtsSummary Solve(string scenario, params string[] settings)
    {
        LinkEstimation estimation = LinkEstimation.Open(ScenarioReader.Read(scenario, settings).ValueOrThrow(), threads: 2, TestContext.Current.CancellationToken);
        OdtsSummary summary = new(estimation.OrbitClasses);
        foreach (OdtsRow row in estimation.Errors(LinkEstimator.All.Single(e => e.Name == "batch")))
        {
            summary.Add(row);
        }

        return summary;
    }
}
