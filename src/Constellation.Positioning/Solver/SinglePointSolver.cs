using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Position and clock from the pseudoranges of one epoch: iterated weighted least squares. Allocates nothing.</summary>
/// <remarks>
/// Range = |R3(omega tau) r_s - r_u| with tau = range / c: the satellite is turned from the axes of transmission to those of reception,
/// which contains the whole Earth rotation (Sagnac) effect. Converges from the centre of the Earth in 5 to 7 steps. [Kaplan06] 2.5, [IS-GPS-200] 20.3.3.4.3.3.
/// </remarks>
public static class SinglePointSolver
{
    public const int MaximumClocks = 8;

    /// <summary>Rotation of the Earth, rad/s, [IS-GPS-200] table 20-IV.</summary>
    internal const double EarthRate = 7.2921151467e-5;

    private const int MaximumIterations = 12;
    private const double Settled = 0.1;                     // m; convergence is quadratic, 1e-7 DOP per metre: the next step would be below 1e-9 DOP m

    /// <summary>Where to start when nothing is known: the surface of a spherical Earth under the middle of the satellites; the geocentre without any.</summary>
    public static Position<Itrf> FirstGuess(in PseudorangeObservations observations)
    {
        Vector3d sum = Vector3d.Zero;
        for (int i = 0; i < observations.Count; i++)
        {
            sum += new Vector3d(observations.X[i], observations.Y[i], observations.Z[i]);
        }

        return new(sum.NormSquared > 0.0 ? PhysicalConstants.EarthRadius * sum.Unit() : sum);
    }

    /// <summary>Solves from a first guess, which may be the geocentre.</summary>
    /// <param name="observations">One epoch.</param>
    /// <param name="guess">Where to start.</param>
    /// <param name="clockOffsets">Takes the offset of every clock column, s (NaN without satellites); may be empty.</param>
    /// <param name="residuals">Takes observed minus computed after the fit, m; may be empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SinglePointFix Solve(
        in PseudorangeObservations observations, Position<Itrf> guess, Span<double> clockOffsets = default, Span<double> residuals = default)
    {
        Span<NormalEquations.ClockSums> clockSums = stackalloc NormalEquations.ClockSums[MaximumClocks];
        int used = CountClocks(observations.ClockColumn);
        if (observations.Count < 3 + used)
        {
            return new(FixStatus.TooFewSatellites, guess, double.NaN, Dop.None, default, double.NaN, observations.Count, 0);
        }

        Position<Itrf> position = guess;
        for (int iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            NormalEquations normal = new(clockSums);
            Accumulate(observations, position, ref normal, unitWeights: false, default);
            if (!normal.TryInvert(out Symmetric3 covariance, out Vector3d step))
            {
                return new(FixStatus.SingularGeometry, position, double.NaN, Dop.None, default, double.NaN, observations.Count, iteration);
            }

            position += step;
            if (step.NormSquared < Settled * Settled)
            {
                return Finish(observations, position, step, normal, covariance, iteration, clockOffsets, residuals);
            }
        }

        return new(FixStatus.NotConverged, position, double.NaN, Dop.None, default, double.NaN, observations.Count, MaximumIterations);
    }

    /// <summary>Clocks alone, at coordinates that are known: one satellite is enough. PDOP is zero.</summary>
    public static SinglePointFix SolveClocks(
        in PseudorangeObservations observations, Position<Itrf> place, Span<double> clockOffsets = default, Span<double> residuals = default)
    {
        if (observations.Count == 0)
        {
            return new(FixStatus.TooFewSatellites, place, double.NaN, Dop.None, default, double.NaN, 0, 0);
        }

        Span<NormalEquations.ClockSums> clockSums = stackalloc NormalEquations.ClockSums[MaximumClocks];
        NormalEquations normal = new(clockSums);
        Accumulate(observations, place, ref normal, unitWeights: false, residuals);
        int reference = observations.ClockColumn.IsEmpty ? 0 : Smallest(observations.ClockColumn);
        for (int s = 0; s < clockOffsets.Length; s++)
        {
            clockOffsets[s] = normal.Clock(s, default) / PhysicalConstants.SpeedOfLight;
        }

        int n = 0;
        for (int i = 0; i < observations.Count; i++)
        {
            n += Column(observations, i) == reference ? 1 : 0;
            if (!residuals.IsEmpty)
            {
                residuals[i] -= normal.Clock(Column(observations, i), default);
            }
        }

        double sigma = Math.Sqrt(normal.ClockVariance(reference, default)) / PhysicalConstants.SpeedOfLight;
        return new(FixStatus.Ok, place, normal.Clock(reference, default) / PhysicalConstants.SpeedOfLight, new(0.0, 0.0, 0.0, 1.0 / Math.Sqrt(n)), default, sigma, observations.Count, 1);
    }

    private static SinglePointFix Finish(
        in PseudorangeObservations observations, Position<Itrf> position, Vector3d step, scoped in NormalEquations normal,
        Symmetric3 covariance, int iteration, Span<double> clockOffsets, Span<double> residuals)
    {
        int reference = observations.ClockColumn.IsEmpty ? 0 : Smallest(observations.ClockColumn);
        Span<double> clocks = stackalloc double[MaximumClocks];
        for (int s = 0; s < MaximumClocks; s++)
        {
            clocks[s] = normal.Clock(s, step);
        }

        for (int s = 0; s < clockOffsets.Length; s++)
        {
            clockOffsets[s] = clocks[s] / PhysicalConstants.SpeedOfLight;
        }

        double clockSigma = Math.Sqrt(normal.ClockVariance(reference, covariance)) / PhysicalConstants.SpeedOfLight;
        Dop dop = UnweightedDop(observations, position, reference, residuals);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= clocks[Column(observations, i)];
        }

        FixStatus status = dop.IsDefined ? FixStatus.Ok : FixStatus.SingularGeometry;
        return new(status, position, clocks[reference] / PhysicalConstants.SpeedOfLight, dop, covariance, clockSigma, observations.Count, iteration);
    }

    private static Dop UnweightedDop(in PseudorangeObservations observations, Position<Itrf> position, int reference, Span<double> residuals)
    {
        Span<NormalEquations.ClockSums> clockSums = stackalloc NormalEquations.ClockSums[MaximumClocks];
        NormalEquations normal = new(clockSums);
        Accumulate(observations, position, ref normal, unitWeights: true, residuals);
        return DopSolver.FromNormal(normal, LocalUp.At(position), reference);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Accumulate(
        in PseudorangeObservations o, Position<Itrf> position, ref NormalEquations normal, bool unitWeights, Span<double> residuals)
    {
        double x = position.X, y = position.Y, z = position.Z;
        for (int i = 0; i < o.Count; i++)
        {
            // Two passes of the light time: the first error, 1e-6 of the range, enters the second times omega r / c.
            double dx = o.X[i] - x, dy = o.Y[i] - y, dz = o.Z[i] - z;
            double range = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
            for (int pass = 0; pass < 2; pass++)
            {
                double angle = EarthRate / PhysicalConstants.SpeedOfLight * range;
                double cos = 1.0 - (0.5 * angle * angle), sin = angle * (1.0 - (angle * angle / 6.0));   // angle < 1e-5: exact to 1e-21
                dx = (cos * o.X[i]) + (sin * o.Y[i]) - x;
                dy = (cos * o.Y[i]) - (sin * o.X[i]) - y;
                range = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
            }

            double residual = o.Pseudorange[i] + (PhysicalConstants.SpeedOfLight * o.ClockOffset[i]) - range;
            double inverse = 1.0 / range;
            double weight = unitWeights ? 1.0 : 1.0 / (o.Sigma[i] * o.Sigma[i]);
            normal.Add(dx * inverse, dy * inverse, dz * inverse, weight, residual, Column(o, i));
            if (!residuals.IsEmpty)
            {
                residuals[i] = residual;
            }
        }
    }

    private static int Column(in PseudorangeObservations o, int i) => o.ClockColumn.IsEmpty ? 0 : o.ClockColumn[i];

    private static int CountClocks(ReadOnlySpan<int> columns)
    {
        uint seen = columns.IsEmpty ? 1u : 0u;
        foreach (int column in columns)
        {
            seen |= 1u << column;
        }

        return System.Numerics.BitOperations.PopCount(seen);
    }

    private static int Smallest(ReadOnlySpan<int> columns)
    {
        int smallest = MaximumClocks - 1;
        foreach (int column in columns)
        {
            smallest = Math.Min(smallest, column);
        }

        return smallest;
    }
}
