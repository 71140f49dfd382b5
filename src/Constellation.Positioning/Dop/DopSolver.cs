using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Dilution of precision of one user and one epoch, in closed form.</summary>
public static class DopSolver
{
    /// <summary>From lines of sight.</summary>
    /// <param name="x">Unit vectors from user to satellite, any axes.</param>
    /// <param name="y">Second components.</param>
    /// <param name="z">Third components.</param>
    /// <param name="up">Unit vector upward at the user, on the same axes.</param>
    /// <param name="clockColumn">Receiver clock of every satellite, 0 to 7; empty for one common clock.</param>
    public static Dop Solve(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Vector3d up, ReadOnlySpan<int> clockColumn = default)
    {
        Span<NormalEquations.ClockSums> clocks = stackalloc NormalEquations.ClockSums[SinglePointSolver.MaximumClocks];
        NormalEquations normal = new(clocks);
        int reference = clockColumn.IsEmpty ? 0 : SinglePointSolver.MaximumClocks - 1;
        for (int i = 0; i < x.Length; i++)
        {
            int column = clockColumn.IsEmpty ? 0 : clockColumn[i];
            reference = Math.Min(reference, column);
            normal.Add(x[i], y[i], z[i], 1.0, 0.0, column);
        }

        return x.Length < 4 ? Dop.None : FromNormal(normal, up, reference);
    }

    internal static Dop FromNormal(scoped in NormalEquations normal, Vector3d up, int reference)
    {
        if (!normal.TryInvert(out Symmetric3 covariance, out _))
        {
            return Dop.None;
        }

        double vertical = covariance.Along(up);
        return new(
            Math.Sqrt(covariance.Trace),
            Math.Sqrt(covariance.Trace - vertical),
            Math.Sqrt(vertical),
            Math.Sqrt(normal.ClockVariance(reference, covariance)));
    }
}
