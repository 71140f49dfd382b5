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
}
