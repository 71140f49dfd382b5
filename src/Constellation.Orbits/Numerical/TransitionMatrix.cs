using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>State transition matrices, 6 x 6, row by row, position (m) before velocity (m/s), on GCRF axes.</summary>
public static class TransitionMatrix
{
    /// <summary>Longest inner step of the cheap form, s.</summary>
    private const double InnerStep = 150.0;

    /// <summary>The cheap form for filters: two-body motion and J2, a few Runge-Kutta steps of order 4. No allocation.</summary>
    /// <remarks>Over 300 s of a navigation satellite within 1e-7 of the full variational equations; some microseconds a call (both tested).</remarks>
    public static void FillTwoBodyJ2(StateVector gcrf, Duration step, Span<double> phi)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(phi.Length, 36);
        double seconds = step.TotalSeconds;
        int count = Math.Max(1, (int)Math.Ceiling(Math.Abs(seconds) / InnerStep));
        double h = seconds / count;
        (Vector3d r, Vector3d v) = (gcrf.Position, gcrf.Velocity);
        Span<double> y = phi[..36], k1 = stackalloc double[36], k2 = stackalloc double[36], k3 = stackalloc double[36], k4 = stackalloc double[36], s = stackalloc double[36];
        y.Clear();
        for (int i = 0; i < 6; i++)
        {
            y[7 * i] = 1;
        }

        for (int n = 0; n < count; n++)
        {
            Vector3d a1 = Acceleration(r);
            Rate(Gradient(r), y, k1);
            Vector3d r2 = r + (0.5 * h * v), v2 = v + (0.5 * h * a1), a2 = Acceleration(r2);
            Matrix3d middle = Gradient(r2);
            Rate(middle, Add(y, 0.5 * h, k1, s), k2);
            Vector3d r3 = r + (0.5 * h * v2), v3 = v + (0.5 * h * a2), a3 = Acceleration(r3);
            Rate(Gradient(r3), Add(y, 0.5 * h, k2, s), k3);
            Vector3d r4 = r + (h * v3), v4 = v + (h * a3), a4 = Acceleration(r4);
            Rate(Gradient(r4), Add(y, h, k3, s), k4);
            r += (h / 6) * (v + (2 * v2) + (2 * v3) + v4);
            v += (h / 6) * (a1 + (2 * a2) + (2 * a3) + a4);
            for (int i = 0; i < 36; i++)
            {
                y[i] += (h / 6) * (k1[i] + (2 * (k2[i] + k3[i])) + k4[i]);
            }
        }
    }

    /// <summary>Phi' = [0 I; G 0] Phi.</summary>
    internal static void Rate(Matrix3d gradient, ReadOnlySpan<double> phi, Span<double> rate)
    {
        for (int j = 0; j < 6; j++)
        {
            double x = phi[j], y = phi[6 + j], z = phi[12 + j];
            rate[j] = phi[18 + j];
            rate[6 + j] = phi[24 + j];
            rate[12 + j] = phi[30 + j];
            rate[18 + j] = (gradient.M11 * x) + (gradient.M12 * y) + (gradient.M13 * z);
            rate[24 + j] = (gradient.M21 * x) + (gradient.M22 * y) + (gradient.M23 * z);
            rate[30 + j] = (gradient.M31 * x) + (gradient.M32 * y) + (gradient.M33 * z);
        }
    }

    private static Span<double> Add(ReadOnlySpan<double> y, double h, ReadOnlySpan<double> k, Span<double> sum)
    {
        for (int i = 0; i < 36; i++)
        {
            sum[i] = y[i] + (h * k[i]);
        }

        return sum;
    }

    /// <summary>J2 about the z axis. [Vallado13] eq. 8-28.</summary>
    private static Vector3d Acceleration(Vector3d p)
    {
        double r2 = p.NormSquared, k = PhysicalConstants.EarthGravitationalParameter / (r2 * Math.Sqrt(r2));
        double j = 1.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius / r2, z = 5 * p.Z * p.Z / r2;
        return -k * new Vector3d(p.X * (1 + (j * (1 - z))), p.Y * (1 + (j * (1 - z))), p.Z * (1 + (j * (3 - z))));
    }

    private static Matrix3d Gradient(Vector3d p)
    {
        Matrix3d g = PointMass.PullGradient(p, PhysicalConstants.EarthGravitationalParameter);
        double r2 = p.NormSquared, zz = p.Z * p.Z / r2;
        double k = 1.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius * PhysicalConstants.EarthGravitationalParameter / (r2 * r2 * Math.Sqrt(r2));

        // Derivatives of -k x (1 - 5 z^2/r^2), -k y (...), -k z (3 - 5 z^2/r^2).
        double q = 5 - (35 * zz), w = 15 - (35 * zz);
        double xx = k * ((p.X * p.X * q / r2) - (1 - (5 * zz))), yy = k * ((p.Y * p.Y * q / r2) - (1 - (5 * zz)));
        double xy = k * p.X * p.Y * q / r2, xz = k * p.X * p.Z * w / r2, yz = k * p.Y * p.Z * w / r2;
        double zzTerm = -(xx + yy);
        return new(
            g.M11 + xx, g.M12 + xy, g.M13 + xz,
            g.M21 + xy, g.M22 + yy, g.M23 + yz,
            g.M31 + xz, g.M32 + yz, g.M33 + zzTerm);
    }
}
