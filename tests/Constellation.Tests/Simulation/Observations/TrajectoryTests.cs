using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Observations;

public sealed class TrajectoryTests
{
    private static readonly Tolerance s_speed = Tolerance.Of(1e-5, "m/s", "differences over 20 ms of positions rounded at 1e-9 m, against differences over a second of a smooth way");

    [Theory]
    [InlineData(MotionKind.Car, 5, 25, -1, 25)]
    [InlineData(MotionKind.Ship, 5, 11, -2, 2)]
    [InlineData(MotionKind.Aircraft, 200, 260, 9999, 10001)]
    public void Profiles_move_as_their_names_say(MotionKind kind, double slowest, double fastest, double lowest, double highest)
    {
        MotionProfile profile = new(kind, SmallSky.Berlin, SmallSky.Start);
        for (int t = 1500; t < 2400; t += 7)
        {
            Epoch epoch = SmallSky.Start + Duration.FromSeconds(t);
            Assert.True(profile.TryAt(epoch, out ReceiverState state));
            Assert.InRange(state.Velocity.Norm, slowest, fastest);
            Assert.InRange(Ellipsoid.Wgs84.ToGeodetic(state.Position).Height - 40, lowest - 1, highest + 1);
            Duration half = Duration.FromSeconds(0.5);
            _ = (profile.TryAt(epoch - half, out ReceiverState before), profile.TryAt(epoch + half, out ReceiverState after));
            Check.Within(Tolerance.Of(0.2, "m/s", "third derivative over half a second: a swell of 9 s"), after.Position - before.Position, state.Velocity, $"{t}");
        }
    }

    /// <summary>It starts on the ground where it was told to.</summary>
    [Theory, InlineData(MotionKind.Car), InlineData(MotionKind.Ship), InlineData(MotionKind.Aircraft)]
    public void Profiles_begin_at_their_place(MotionKind kind)
    {
        Assert.True(new MotionProfile(kind, SmallSky.Berlin, SmallSky.Start).TryAt(SmallSky.Start, out ReceiverState state));
        Check.Within(Tolerance.Of(1e-3, "m", "the way is a formula in local metres"), Ellipsoid.Wgs84.ToCartesian(SmallSky.Berlin).Vector, state.Position.Vector, "start");
    }

    /// <summary>A cubic through rows of a circle of 20 s: position to the fourth order of the step, exact at the rows.</summary>
    [Fact]
    public void Tables_are_met_at_their_rows_and_between()
    {
        const double radius = 100, period = 20;
        Vector3d centre = Ellipsoid.Wgs84.ToCartesian(SmallSky.Berlin).Vector;
        Vector3d At(double t) => centre + (radius * new Vector3d(Math.Cos(Math.Tau * t / period), Math.Sin(Math.Tau * t / period), 0));
        foreach ((double step, double allowed) in new[] { (1.0, 0.17), (0.5, 0.022) })
        {
            double[] times = [.. Enumerable.Range(0, 100).Select(i => i * step)];
            TrajectoryTable table = new("t", new TrajectoryRows([.. times.Select(t => SmallSky.Start + Duration.FromSeconds(t))], [.. times.Select(t => new Position<Itrf>(At(t)))]));
            Assert.False(table.IsInSpace);
            for (double t = 2.1; t < 40; t += 0.13)
            {
                Assert.True(table.TryAt(SmallSky.Start + Duration.FromSeconds(t), out ReceiverState state));
                Check.Within(Tolerance.Of(allowed, "m", "third derivative times step^3 / 60 of slopes by parabolas: an eighth for half the step"), At(t), state.Position.Vector, $"{t}");
            }

            Assert.True(table.TryAt(SmallSky.Start + Duration.FromSeconds(4), out ReceiverState row));
            Check.Within(Tolerance.Of(1e-8, "m", "rounding"), At(4), row.Position.Vector, "row");
        }
    }

    [Fact]
    public void Outside_a_table_nothing_is_known()
    {
        TrajectoryTable table = new("t", new TrajectoryRows([.. Enumerable.Range(0, 5).Select(i => SmallSky.Start + Duration.FromSeconds(i))], [.. Enumerable.Range(0, 5).Select(i => new Position<Itrf>(7e6 + i, 0, 0))]));
        Assert.True(table.IsInSpace);
        Assert.False(table.TryAt(SmallSky.Start - Duration.FromSeconds(0.1), out _));
        Assert.True(table.TryAt(SmallSky.Start + Duration.FromSeconds(4), out ReceiverState last));
        Check.Within(s_speed, 1, last.Velocity.X, "m/s");
        Assert.False(table.TryAt(SmallSky.Start + Duration.FromSeconds(4.1), out _));
    }

    [Fact]
    public void Low_orbit_is_one()
    {
        OrbitTrajectory leo = OrbitTrajectory.LowEarth(SmallSky.Start);
        Assert.True(leo.IsInSpace);
        Assert.True(leo.TryAt(SmallSky.Start + Duration.FromMinutes(17), out ReceiverState state));
        Assert.InRange(state.Position.Vector.Norm, 6.86e6, 6.90e6);
        Assert.InRange(state.Velocity.Norm, 7400, 7800);
    }
}
