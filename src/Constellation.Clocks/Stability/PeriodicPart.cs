using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Sinusoids of known periods in a record: by least squares together with offset, frequency and drift, which stay.</summary>
/// <remarks>
/// Clocks of navigation satellites in orbit products repeat with the orbit and its half [Senior08], part heat, part orbit error seen as clock. It is the largest part of their stability
/// at a tenth to a half of the revolution. A removed period takes noise of its frequency along: the deviation there is too low by what the fit took.
/// </remarks>
public static class PeriodicPart
{
    /// <summary>The record less its sinusoids; missing values stay missing. Refuses more unknowns than half of the values.</summary>
    /// <param name="values">Offsets or frequencies, NaN where missing.</param>
    /// <param name="interval">Their spacing.</param>
    /// <param name="periods">Positive, different.</param>
    public static double[] Removed(ReadOnlySpan<double> values, Duration interval, IReadOnlyList<Duration> periods)
    {
        int unknowns = 3 + (2 * periods.Count), present = 0;
        double[,] normal = new double[unknowns, unknowns + 1];
        double[] row = new double[unknowns], angles = [.. periods.Select(p => 2 * Math.PI * interval.TotalSeconds / p.TotalSeconds)];
        double origin = double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            origin = double.IsNaN(origin) ? values[i] : origin;
            present++;
            Fill(row, i, values.Length, angles);
            for (int a = 0; a < unknowns; a++)
            {
                for (int b = 0; b < unknowns; b++)
                {
                    normal[a, b] += row[a] * row[b];
                }

                normal[a, unknowns] += row[a] * (values[i] - origin);
            }
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(present, 2 * unknowns, nameof(values));
        double[] coefficients = Solve(normal);
        double[] left = values.ToArray();
        for (int i = 0; i < left.Length; i++)
        {
            Fill(row, i, left.Length, angles);
            for (int k = 3; k < unknowns; k++)
            {
                left[i] -= coefficients[k] * row[k];
            }
        }

        return left;
    }

    private static void Fill(double[] row, int i, int count, double[] angles)
    {
        double t = (2.0 * i / Math.Max(1, count - 1)) - 1;
        (row[0], row[1], row[2]) = (1, t, t * t);
        for (int k = 0; k < angles.Length; k++)
        {
            (row[3 + (2 * k)], row[4 + (2 * k)]) = Math.SinCos(angles[k] * i);
        }
    }

    /// <summary>Gauss on the positive definite normal equations; a column that is none of its own (a period far longer than the record) comes out as 0.</summary>
    private static double[] Solve(double[,] a)
    {
        int n = a.GetLength(0);
        double[] diagonal = [.. Enumerable.Range(0, n).Select(k => a[k, k])];
        bool[] free = new bool[n];
        for (int k = 0; k < n; k++)
        {
            free[k] = !(a[k, k] > 1e-10 * diagonal[k]);
            for (int row = 0; row < n && !free[k]; row++)
            {
                double factor = row == k ? 0 : a[row, k] / a[k, k];
                for (int column = k; column <= n && factor != 0; column++)
                {
                    a[row, column] -= factor * a[k, column];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(k => free[k] ? 0 : a[k, n] / a[k, k])];
    }
}
