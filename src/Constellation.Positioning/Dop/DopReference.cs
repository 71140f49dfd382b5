using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The definition as printed: design matrix on local axes, normal matrix, Gauss-Jordan inverse. Tests lean on it.</summary>
/// <remarks>[Kaplan06] 7.3.1; one column per receiver clock.</remarks>
internal static class DopReference
{
    public static Dop Solve(IReadOnlyList<Vector3d> linesOfSightEnu, IReadOnlyList<int>? clockColumn = null)
    {
        int[] columns = clockColumn is null ? new int[linesOfSightEnu.Count] : [.. clockColumn];
        int[] present = [.. columns.Distinct().Order()];
        int n = 3 + present.Length;
        if (linesOfSightEnu.Count < n)
        {
            return Dop.None;
        }

        double[,] normal = new double[n, n];
        for (int i = 0; i < linesOfSightEnu.Count; i++)
        {
            Vector3d u = linesOfSightEnu[i];
            double[] row = new double[n];
            (row[0], row[1], row[2]) = (-u.X, -u.Y, -u.Z);
            row[3 + Array.IndexOf(present, columns[i])] = 1.0;
            for (int a = 0; a < n; a++)
            {
                for (int b = 0; b < n; b++)
                {
                    normal[a, b] += row[a] * row[b];
                }
            }
        }

        return Inverse(normal) is { } q
            ? new(
                Math.Sqrt(q[0, 0] + q[1, 1] + q[2, 2]), Math.Sqrt(q[0, 0] + q[1, 1]), Math.Sqrt(q[2, 2]), Math.Sqrt(q[3, 3]))
            : Dop.None;
    }

    private static double[,]? Inverse(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] a = (double[,])matrix.Clone(), inverse = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            inverse[i, i] = 1.0;
        }

        for (int column = 0; column < n; column++)
        {
            if (!(a[column, column] > 1e-12))
            {
                return null;
            }

            double pivot = 1.0 / a[column, column];
            for (int j = 0; j < n; j++)
            {
                a[column, j] *= pivot;
                inverse[column, j] *= pivot;
            }

            for (int row = 0; row < n; row++)
            {
                double factor = a[row, column];
                for (int j = 0; row != column && j < n; j++)
                {
                    a[row, j] -= factor * a[column, j];
                    inverse[row, j] -= factor * inverse[column, j];
                }
            }
        }

        return inverse;
    }
}
