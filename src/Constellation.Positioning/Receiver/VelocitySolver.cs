using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Velocity and clock drift from the range rates of one epoch.</summary>
/// <remarks>
/// rate = u.v_s (1 - tau') + turning - u.v + c (drift - drift_s), u from receiver to satellite on the axes of reception, tau' the rate of the light time,
/// turning the change of the Earth's turn during it. One drift serves all systems. Linear: one step, then one for each round of outliers. [Kaplan06] 2.6.
/// </remarks>
internal static class VelocitySolver
{
    private const double Floor = 0.05, Horizon = 0.05;      // m/s: Doppler of a geodetic receiver at the zenith, and what it grows by towards the horizon
    private const double LargestResidual = 6.0;

    /// <summary>Beyond it (m/s) a rate is no error of a vehicle's prediction, which is good to some m/s along each ray.</summary>
    private const double OutlierRate = 30.0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TrySolve(PreparedEpoch epoch, ReadOnlySpan<int> used, Position<Itrf> position, out Vector3d velocity, out double drift)
    {
        (velocity, drift) = (new(double.NaN, double.NaN, double.NaN), double.NaN);
        Span<NormalEquations.ClockSums> clocks = stackalloc NormalEquations.ClockSums[1];
        double limit = double.PositiveInfinity;
        for (int pass = 0; pass < 3; pass++)
        {
            NormalEquations normal = new(clocks);
            double sum = 0;
            int n = 0;
            foreach (int i in used)
            {
                ref PreparedSatellite s = ref epoch[i];
                if (double.IsNaN(s.RangeRate))
                {
                    continue;
                }

                Vector3d u = (s.Turned - position).Unit();
                double residual = Residual(s, u);
                double sigma = Floor + (Horizon / Math.Max(0.05, Math.Sin(s.Look.Elevation)));
                if (pass > 0)
                {
                    double left = Math.Abs(residual + u.Dot(velocity) - (PhysicalConstants.SpeedOfLight * drift)) / sigma;
                    if (left > limit)
                    {
                        continue;
                    }

                    sum += left * left;
                }

                normal.Add(u.X, u.Y, u.Z, 1.0 / (sigma * sigma), residual, 0);
                n++;
            }

            if (n < 4 || !normal.TryInvert(out _, out velocity))
            {
                (velocity, drift) = (new(double.NaN, double.NaN, double.NaN), double.NaN);
                return false;
            }

            drift = normal.Clock(0, velocity) / PhysicalConstants.SpeedOfLight;
            limit = pass == 0 ? 100.0 : LargestResidual * Math.Max(1.0, Math.Sqrt(sum / n));
        }

        return true;
    }

    /// <summary>What the rates of an epoch tell of a velocity that is known roughly, the drift eliminated; outliers against the median are left out.</summary>
    public static void Reduce(PreparedEpoch epoch, ReadOnlySpan<int> used, Position<Itrf> position, Vector3d velocity, out Symmetric3 matrix, out Vector3d right)
    {
        Span<double> residuals = stackalloc double[used.Length], ordered = stackalloc double[used.Length];
        int n = 0;
        for (int k = 0; k < used.Length; k++)
        {
            ref PreparedSatellite s = ref epoch[used[k]];
            Vector3d u = (s.Turned - position).Unit();
            residuals[k] = double.IsNaN(s.RangeRate) ? double.NaN : Residual(s, u) + u.Dot(velocity);
            if (!double.IsNaN(residuals[k]))
            {
                ordered[n++] = residuals[k];
            }
        }

        ordered[..n].Sort();
        double median = n == 0 ? 0 : ordered[n / 2];
        Span<NormalEquations.ClockSums> clocks = stackalloc NormalEquations.ClockSums[1];
        NormalEquations normal = new(clocks);
        for (int k = 0; k < used.Length; k++)
        {
            ref PreparedSatellite s = ref epoch[used[k]];
            if (Math.Abs(residuals[k] - median) < OutlierRate)
            {
                Vector3d u = (s.Turned - position).Unit();
                double sigma = Floor + (Horizon / Math.Max(0.05, Math.Sin(s.Look.Elevation)));
                normal.Add(u.X, u.Y, u.Z, 1.0 / (sigma * sigma), residuals[k], 0);
            }
        }

        normal.Reduce(out matrix, out right);
    }

    /// <summary>Observed minus computed for a receiver at rest with a perfect clock: d/dt |R3(omega tau) r_s(t - tau) - r| with tau' = u.v / c.</summary>
    private static double Residual(in PreparedSatellite s, Vector3d u)
    {
        const double c = PhysicalConstants.SpeedOfLight, w = SinglePointSolver.EarthRate;
        double angle = w * s.Look.Range / c;
        Vector3d v = s.State.Velocity, turned = new(v.X + (angle * v.Y), v.Y - (angle * v.X), v.Z);
        double along = u.Dot(turned), growth = along / c;
        double turning = w * growth * ((u.X * s.Turned.Y) - (u.Y * s.Turned.X));
        return s.RangeRate - (along * (1.0 - growth)) - turning + (c * s.State.ClockRate);
    }
}
