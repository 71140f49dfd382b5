using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

public class ClockDatumTests
{
    /// <summary>Without a ground station the ensemble drifts freely, by hundreds of metres; estimates and broadcasts alike count from its median.</summary>
    [Fact]
    public void Without_a_station_clocks_count_from_their_median()
    {
        RunResult run = Chain.Run("beidou-3", "control.segment=isl-only", "control.warm_up=3h", "time.duration=10min", "users.grid_step_deg=90");
        Assert.Contains("median", run.Manifest.ClockDatum, StringComparison.Ordinal);
        Assert.All(run.Odts.GroupBy(r => r.Epoch), epoch =>
        {
            double[] sorted = [.. epoch.Select(r => r.Clock - ((run.Manifest.Satellites.Single(s => s.Sat == r.Satellite.ToString()).OrbitClass == "meo" ? 0.98 : 0.99) * r.Radial)).Order()];
            Check.Within(Tolerance.Of(1e-9, "m", "rounding of differences of 1000 m"), 0, (sorted[14] + sorted[15]) / 2, "median");
        });

        // Crosslinks of centimetres tie the clocks to each other.
        Assert.InRange(run.Summary("odts_clock_rms", "all"), 0.001, 0.3);
    }
}
