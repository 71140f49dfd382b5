using System.Numerics;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The weighted position of a subset of ranges along east, north and up: its variances and the gain of every range.</summary>
/// <remarks>Clocks are eliminated as in <see cref="NormalEquations"/>; the gain of range i along a is w_i (N^-1 a).(u_i - mean u of its clock), as the full (G'WG)^-1 G'W has it.</remarks>
internal sealed class SubsetSolution
{
    private const int Clocks = SinglePointSolver.MaximumClocks;

    private readonly double[] _gain = new double[3 * 64];

    /// <summary>Gain of a range along axis 0 (east), 1 or 2; zero for one that is left out.</summary>
    public double Gain(int axis, int range) => _gain[(axis * 64) + range];

    /// <summary>Variance along each axis with the weights' own variances, m^2.</summary>
    public double East { get; private set; }

    public double North { get; private set; }

    public double Up { get; private set; }

    /// <summary>Solves without the excluded ranges; false where there is no solution.</summary>
    public bool Solve(ReadOnlySpan<MonitoredRange> ranges, ulong excluded)
    {
        Span<NormalEquations.ClockSums> sums = stackalloc NormalEquations.ClockSums[Clocks];
        NormalEquations normal = new(sums);
        int used = 0;
        uint clocks = 0;
        for (int i = 0; i < ranges.Length; i++)
        {
            if ((excluded >> i & 1) == 0)
            {
                Vector3d u = ranges[i].LineOfSight;
                normal.Add(u.X, u.Y, u.Z, 1.0 / ranges[i].IntegrityVariance, 0.0, ranges[i].Constellation);
                clocks |= 1u << ranges[i].Constellation;
                used++;
            }
        }

        if (used < 3 + BitOperations.PopCount(clocks) || !normal.TryInvert(out Symmetric3 inverse, out _))
        {
            return false;
        }

        Array.Clear(_gain);
        for (int i = 0; i < ranges.Length; i++)
        {
            if ((excluded >> i & 1) == 0)
            {
                ref readonly NormalEquations.ClockSums c = ref sums[ranges[i].Constellation];
                double w = 1.0 / ranges[i].IntegrityVariance, r = 1.0 / c.W;
                Vector3d h = ranges[i].LineOfSight - new Vector3d(c.X * r, c.Y * r, c.Z * r), g = inverse * h;
                (_gain[i], _gain[64 + i], _gain[128 + i]) = (w * g.X, w * g.Y, w * g.Z);
            }
        }

        (East, North, Up) = (inverse.Xx, inverse.Yy, inverse.Zz);
        return true;
    }
}
