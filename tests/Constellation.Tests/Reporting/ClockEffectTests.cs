using Constellation.Geodesy;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Tests.Simulation.Run;

namespace Constellation.Tests.Reporting;

/// <summary>What the report says of the effect of clocks: over the age of data, in the signal and at the user.</summary>
public sealed class ClockEffectTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("constellation-clocks-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private RunFolder Run(params string[] settings)
    {
        string target = Path.Combine(_path, Guid.NewGuid().ToString("N"));
        using RunFolderWriter writer = RunFolderWriter.Begin(target);
        writer.WriteTables(Chain.Run("beidou-3", settings));
        writer.Commit();
        return RunFolder.Open(target);
    }

    /// <summary>Perfect orbits and receivers, one upload in the run, noisy clocks: the errors grow with the age as the theory of the drawn noise says, and are all that users see.</summary>
    [Fact]
    public void Broadcast_clocks_age_as_their_noise_says_and_users_see_it()
    {
        RunFolder folder = Run(
            "time.duration=8h", "time.step=15min", "control.warm_up=12h", "users.grid_step_deg=30", "users.noise_scale=0", "users.ionosphere=none", "broadcast.upload_interval=24h", "broadcast.message=exact",
            "broadcast.signal_bias_sigma_m=0", "clocks.replace=[{satellites=[\"C\"],clock=\"RB-BDS3\"}]", "orbits.unmodelled_acceleration_mps2=0", "orbits.truth_forces=[\"standard\"]", "orbits.operator_forces=[\"standard\"]");
        SisreErrors errors = SisreErrors.Of(folder);
        ClockPrediction kind = Assert.Single(ClockPredictions.Of(folder, errors, OdtsErrors.Of(folder), folder.Scenario));
        Assert.Equal(("RB-BDS3", 30), (kind.Name, kind.Satellites));
        foreach ((double age, double rms, int count) in kind.Points)
        {
            (double theoryAge, double theory) = kind.Theory.MinBy(t => Math.Abs(t.Age - age));
            output.WriteLine($"{age / 3600:F1} h: {rms:F3} m of {count}, expected {theory:F3} m at {theoryAge / 3600:F1} h");
        }

        // Uploads of 24 h are spread over the satellites, so ages run from 0 to 24 h; half of a day's mean is taken out with each satellite's: a factor of two either way.
        foreach ((double age, double rms, _) in kind.Points.Where(p => p.Age > 4 * 3600 && p.Count > 60))
        {
            Assert.InRange(rms / kind.Theory.MinBy(t => Math.Abs(t.Age - age)).Rms, 0.15, 2);
        }

        IReadOnlyList<PositionShare> shares = PositionShares.Of(folder);
        Assert.Equal(folder.Manifest.Sites.Count, shares.Count);
        foreach (PositionShare share in shares)
        {
            output.WriteLine($"{share}");

            // Clocks and small orbit errors are all there is; equal weights against the run's weights by elevation: 40 %.
            double both = Math.Sqrt((share.Clock.Horizontal * share.Clock.Horizontal) + (share.Orbit.Horizontal * share.Orbit.Horizontal));
            Assert.InRange(both / share.All.Horizontal, 0.7, 1.5);
        }
    }

    /// <summary>A clock error that all satellites share is the receiver's clock; the same error in the radial direction of the line of sight moves by what a calculation by hand says.</summary>
    [Fact]
    public void A_common_clock_error_moves_nobody()
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(40, 116, 50);
        Vector3d up = Ellipsoid.Wgs84.ToCartesian(place).Vector.Unit();
        Vector3d[] directions = [up, new Vector3d(1, 2, 3).Unit(), (up + new Vector3d(0.5, 0, 0)).Unit(), (up + new Vector3d(0, 0.5, 0)).Unit(), (up - new Vector3d(0, 0.2, 0.4)).Unit(), (up + new Vector3d(-0.3, -0.2, 0.1)).Unit()];
        BroadcastError[] errors = [.. directions.Select((d, i) => new BroadcastError(i, 2.66e7 * d, default, 3, 0.1 * i))];
        (double Horizontal, double Vertical)[] parts = new SiteSolution(place, 0).Solve(errors, new int[6])!;
        Assert.Equal(0, parts[0].Horizontal, 1e-9);
        Assert.Equal(0, parts[0].Vertical, 1e-9);
        Assert.True(parts[1].Vertical > 0.01);

        // An orbit error is a clock error of the other sign along the line: the same 0.1 i m both ways move the user equally.
        Vector3d site = Ellipsoid.Wgs84.ToCartesian(place).Vector;
        BroadcastError[] turned = [.. errors.Select(e => e with { Orbit = -e.Varying * (e.Position - site).Unit() })];
        parts = new SiteSolution(place, 0).Solve(turned, new int[6])!;
        Assert.Equal(parts[1].Horizontal, parts[2].Horizontal, 1e-9);
        Assert.Equal(parts[1].Vertical, parts[2].Vertical, 1e-9);
        Assert.Null(new SiteSolution(place, 0).Solve(errors[..3], new int[6]));
    }
}
