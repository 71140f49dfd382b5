using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Errors put in at one stage appear in the next ones with the sign and the size of a calculation by hand.</summary>
public class InjectedErrorTests(ITestOutputHelper output)
{
    /// <summary>1 mm: the noise-free chain itself.</summary>
    private const double OwnError = 1e-3;

    [Fact]
    public void A_metre_of_radial_error_is_a_metre_radially_and_moves_users()
    {
        RunResult result = Chain.Run("noise-free", [.. Chain.Quiet, "users.grid_step_deg=30", "faults.ephemeris=[{satellite=\"C30\",radial_m=1}]"]);
        foreach (SisreRow row in result.Sisre)
        {
            double radial = row.Satellite == SatelliteId.Parse("C30") ? 1 : 0;
            Assert.InRange(row.Error.Radial - radial, -OwnError, OwnError);
            Assert.InRange(row.Error.Clock, -OwnError, OwnError);
            Assert.InRange(row.Sisre - (0.98 * radial), -OwnError, OwnError);
        }

        // A user's range to C30 is computed too long by the part of the radial metre along the line of sight, which the position then takes up.
        int checkedUsers = 0;
        for (int u = 0; u < result.SiteCount; u++)
        {
            SatelliteEpochState[] satellites = result.Satellites[0];
            Vector3d expected = Chain.PositionErrorByHand(satellites, result.Users[u], (s, line) => s.Id == SatelliteId.Parse("C30") ? line.Dot(s.TruthPosition.Vector.Unit()) : 0);
            UserFix fix = result.Fixes[0][u];
            Assert.InRange(fix.East - expected.X, -3 * OwnError, 3 * OwnError);
            Assert.InRange(fix.North - expected.Y, -3 * OwnError, 3 * OwnError);
            Assert.InRange(fix.Up - expected.Z, -3 * OwnError, 3 * OwnError);
            checkedUsers += expected.Norm > 0.1 ? 1 : 0;
        }

        output.WriteLine($"{checkedUsers} cities moved by more than 0.1 m");
        Assert.True(checkedUsers >= 2);
    }

    /// <summary>The clock is ahead by 1 ns from 01:00 on, the message in the air does not know: broadcast minus truth is -c 1 ns until the next upload.</summary>
    [Fact]
    public void A_nanosecond_of_clock_step_is_thirty_centimetres_until_the_next_upload()
    {
        RunResult result = Chain.Run(
            "noise-free", [.. Chain.Quiet, "faults.clock=[{satellite=\"C30\",at=\"2024-09-20T01:00:00GPST\",phase_step_s=1e-9}]", "clocks.noise_scale=1", "clocks.replace=[{satellites=[\"C\"],clock=\"PHM-BDS3\"}]"]);
        Epoch step = result.Start() + Duration.FromHours(1);
        SisreRow[] after = [.. result.Sisre.Of("C30").Where(r => r.Epoch >= step && r.AgeSeconds >= (r.Epoch - step).TotalSeconds + 40)];
        SisreRow[] renewed = [.. result.Sisre.Of("C30").Where(r => r.Epoch > step && r.AgeSeconds < (r.Epoch - step).TotalSeconds - 300)];
        output.WriteLine(string.Join('\n', result.Sisre.Of("C30").Select(r => $"{r.Epoch.ToString(TimeScale.Gpst, 0)} age {r.AgeSeconds,6:F0} clock {r.Error.Clock,8:F4}")));

        // 5 cm: what the maser does by itself in an hour (c 4e-14 3600 s), three sigma.
        Assert.NotEmpty(after);
        Assert.All(after, r => Assert.InRange(r.Error.Clock, (-Chain.SpeedOfLight * 1e-9) - 0.05, (-Chain.SpeedOfLight * 1e-9) + 0.05));
        Assert.NotEmpty(renewed);
        Assert.All(renewed, r => Assert.InRange(r.Error.Clock, -0.1, 0.1));
    }

    /// <summary>A receive delay d enters the half sum as d/2, taken by the estimated delay sum, and the half difference as d/2: the clock as links see it.</summary>
    [Fact]
    public void Ten_centimetres_of_receive_delay_are_five_centimetres_of_clock()
    {
        string[] settings = [.. Chain.Quiet, "links.delay_scale=1", "clocks.noise_scale=1", "clocks.deterministic=true"];
        RunResult without = Chain.Run("noise-free", settings), with = Chain.Run("noise-free", [.. settings, "faults.link=[{satellite=\"C30\",receive_delay_m=0.1}]"]);
        OdtsRow[] difference = [.. with.Odts.Zip(without.Odts, (a, b) => a with { Radial = a.Radial - b.Radial, Along = a.Along - b.Along, Cross = a.Cross - b.Cross, Clock = a.Clock - b.Clock })];
        OdtsRow[] own = [.. difference.Of("C30")], others = [.. difference.Where(d => d.Satellite != SatelliteId.Parse("C30"))];
        output.WriteLine($"C30: clock {own.Average(o => o.Clock):F4} m, radial {Chain.Rms(own.Select(o => o.Radial)):F4} m; others: clock {Chain.Rms(others.Select(o => o.Clock)):F4}, radial {Chain.Rms(others.Select(o => o.Radial)):F4}");

        // The clocks are unknown (30 km), the delays known to 5 cm, so the clock takes it all.
        Assert.All(own, o => Assert.InRange(o.Clock, 0.05 - OwnError, 0.05 + OwnError));
        Assert.All(others, o => Assert.InRange(o.Clock, -OwnError, OwnError));
        Assert.InRange(Chain.Rms(own.Select(o => o.Radial)), 0, OwnError);
    }

    /// <summary>Without its anchor the constellation keeps its clocks together but loses system time: the common part walks by c sqrt(q1 t / N).</summary>
    [Fact]
    public void A_lost_anchor_lets_the_common_clock_walk()
    {
        string[] settings =
        [
            .. Chain.Quiet, "time.duration=6h", "links.noise_scale=1", "clocks.noise_scale=1", "clocks.replace=[{satellites=[\"C\"],clock=\"RB-GPS-IIF\"}]",
        ];
        RunResult kept = Chain.Run("noise-free", settings), lost = Chain.Run("noise-free", [.. settings, "faults.anchor_lost_at=\"2024-09-20T00:00:00GPST\""]);
        double Claimed(RunResult r, double hours) => r.Odts.Where(o => o.Epoch == r.Start() + Duration.FromSeconds(hours * 3600)).Average(o => o.SigmaClock * o.SigmaClock);
        double Common(RunResult r, double hours) => r.Odts.Where(o => o.Epoch == r.Start() + Duration.FromSeconds(hours * 3600)).Average(o => o.Clock);
        ClockModel model = lost.Scenario.ClockModels["RB-GPS-IIF"];
        ClockProcessNoise noise = ClockProcessNoise.For(model);
        const double t = 6 * 3600;

        // Mean of 30 clocks: white frequency noise alone gives the least that it can walk; frequencies known from 6 h of warm-up add q1/T t^2 and the flicker surrogate q2 t^3/3.
        double white = Chain.SpeedOfLight * Chain.SpeedOfLight * noise.Q1 * t / 30;
        double most = Chain.SpeedOfLight * Chain.SpeedOfLight * ((noise.Q1 * (t + (t * t / t))) + (noise.Q2 * t * t * t)) / 30;
        double grown = Claimed(lost, 6) - Claimed(lost, 0);
        output.WriteLine($"variance grew by {grown:E3} m^2, by hand {white:E3} to {most:E3}; common error {Common(lost, 6) - Common(kept, 6):F4} m, kept anchor: variance {Claimed(kept, 6) - Claimed(kept, 0):E3}");
        Assert.InRange(grown, white, most);
        Assert.InRange(Claimed(kept, 6) - Claimed(kept, 0), -0.1 * white, 0.1 * white);
        Assert.InRange(Math.Abs(Common(lost, 6)), 0, 4 * Math.Sqrt(Claimed(lost, 6)));
    }

    /// <summary>A regional network sees only part of the constellation in an hour: what it has not seen has a clock known to 30 km, and users do without it.</summary>
    [Fact]
    public void Satellites_that_nobody_has_seen_are_not_offered()
    {
        RunResult run = Chain.Run("beidou-3", "control.segment=ground-regional", "control.warm_up=2h", "time.duration=10min", "broadcast.upload_interval=10min", "users.grid_step_deg=90");
        SatelliteEpochState[] states = run.Satellites[^1];
        Dictionary<SatelliteId, double> claimed = run.Odts.Where(o => o.Epoch == run.Grid.Last).ToDictionary(o => o.Satellite, o => o.SigmaClock);
        output.WriteLine($"{states.Count(s => s.Usable)} of {states.Length} satellites usable");
        Assert.InRange(states.Count(s => s.Usable), 8, 25);
        Assert.All(states, s => Assert.Equal(claimed[s.Id] < MessageMaker.LeastAccuracy, s.Usable));
        Assert.All(run.Sisre, r => Assert.InRange(r.Sisre, 0, 40));
    }
}
