using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

public class SinglePointSolverTests
{
    /// <summary>Eight satellites at 26,560 km seen from a user at 40 N, ranges formed here with the closed rotation: independent of the solver's loop.</summary>
    private static (double[][] Satellites, double[] Ranges, Position<Itrf> User) Scene(double clock)
    {
        Position<Itrf> user = new(4_000_000.0, 2_500_000.0, 4_300_000.0);
        double[][] satellites = new double[8][];
        double[] ranges = new double[8];
        for (int i = 0; i < 8; i++)
        {
            (double s, double c) = Math.SinCos(0.7 * i);
            double tilt = 0.3 + (0.12 * i);
            Vector3d up = user.Vector.Unit(), east = new Vector3d(-user.Y, user.X, 0).Unit(), north = up.Cross(east);
            Vector3d d = (Math.Cos(tilt) * ((c * north) + (s * east)) + (Math.Sin(tilt) * up)) * 22e6;
            // Satellite on axes of reception, turned back to the axes of transmission by the Earth's rotation during the light time.
            Vector3d atReception = user.Vector + d;
            double angle = 7.2921151467e-5 * 22e6 / 299_792_458.0;
            Vector3d r = Matrix3d.R3(-angle) * atReception;
            satellites[i] = [r.X, r.Y, r.Z];
            ranges[i] = 22e6 + (299_792_458.0 * clock);
        }

        return (satellites, ranges, user);
    }

    [Fact]
    public void Finds_user_and_clock_from_the_geocentre()
    {
        (double[][] s, double[] ranges, Position<Itrf> user) = Scene(clock: 3e-4);
        double[] x = [.. s.Select(r => r[0])], y = [.. s.Select(r => r[1])], z = [.. s.Select(r => r[2])];
        double[] clocks = new double[8], sigma = [.. Enumerable.Repeat(1.0, 8)];
        PseudorangeObservations o = new() { X = x, Y = y, Z = z, ClockOffset = clocks, Pseudorange = ranges, Sigma = sigma };

        SinglePointFix fix = SinglePointSolver.Solve(o, default);

        Assert.Equal(FixStatus.Ok, fix.Status);
        Assert.Equal(0.0, (fix.Position - user).Norm, 1e-6);            // m: 22e6 m resolve to 4e-9 m, times PDOP and cancellation
        Assert.Equal(3e-4, fix.ClockOffset, 1e-14);                     // s: 1e-6 m
    }

    /// <summary>Residuals are those of the fix itself, not of the point before the last step: from a start 0.09 mm away, one step, they are as good as from afar.</summary>
    [Fact]
    public void Residuals_belong_to_the_fix()
    {
        (double[][] s, double[] ranges, Position<Itrf> user) = Scene(clock: 3e-4);
        double[] x = [.. s.Select(r => r[0])], y = [.. s.Select(r => r[1])], z = [.. s.Select(r => r[2])];
        double[] clocks = new double[8], sigma = [.. Enumerable.Repeat(1.0, 8)], residuals = new double[8];
        PseudorangeObservations o = new() { X = x, Y = y, Z = z, ClockOffset = clocks, Pseudorange = ranges, Sigma = sigma };

        SinglePointFix fix = SinglePointSolver.Solve(o, user + new Vector3d(9e-5, 0, 0), default, residuals);

        Assert.Equal(1, fix.Iterations);
        Assert.All(residuals, r => Check.Within(Tolerance.Of(1e-6, "m", "22e6 m resolve to 4e-9 m, times cancellation"), 0, r, "residual"));
    }

    /// <summary>The first guess knows the satellites alone, and leads to the fix for users everywhere, the poles and the date line among them.</summary>
    [Theory, InlineData(90, 0), InlineData(-90, 0), InlineData(0, 180), InlineData(52, -180), InlineData(-33, 151), InlineData(12, -45)]
    public void First_guess_is_near_enough(double latitudeDeg, double longitudeDeg)
    {
        CircularConstellation orbits = CircularConstellation.BeiDouMeo;
        Position<Itrf> user = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0));
        Vector3d up = LocalUp.At(user);
        Vector3d[] seen = [.. Enumerable.Range(0, orbits.Count).Select(i => orbits.Position(i, 7000)).Where(p => up.Dot((p - user.Vector).Unit()) > 0.1)];
        double[] x = [.. seen.Select(p => p.X)], y = [.. seen.Select(p => p.Y)], z = [.. seen.Select(p => p.Z)];
        double[] ranges = [.. seen.Select(p => new SatelliteMotion(new(p), Vector3d.Zero).Range(user))], clocks = new double[seen.Length], sigma = [.. Enumerable.Repeat(1.0, seen.Length)];

        // Broadcast positions on the axes of transmission, a light time before: what a fixed point over the turning Earth has there.
        for (int i = 0; i < seen.Length; i++)
        {
            new SatelliteMotion(new(seen[i]), Vector3d.Zero).Before(ranges[i] / 299_792_458.0, out x[i], out y[i], out z[i]);
        }

        PseudorangeObservations o = new() { X = x, Y = y, Z = z, ClockOffset = clocks, Pseudorange = ranges, Sigma = sigma };
        Position<Itrf> guess = SinglePointSolver.FirstGuess(o);
        SinglePointFix fix = SinglePointSolver.Solve(o, guess);
        Assert.InRange((guess - user).Norm, 1e4, 5e6);
        Assert.Equal((FixStatus.Ok, true), (fix.Status, fix.Iterations <= 6));
        Check.Within(Tolerance.Of(1e-6, "m", "22e6 m resolve to 4e-9 m, times PDOP"), 0, (fix.Position - user).Norm, "position");
    }

    [Fact]
    public void Without_satellites_the_guess_is_the_geocentre() => Assert.Equal(default, SinglePointSolver.FirstGuess(default));
}
