namespace Constellation.Clocks;

/// <summary>The power law that dominates at an averaging time, by the lag-1 autocorrelation of the thinned record. [Riley04]</summary>
public static class NoiseIdentification
{
    /// <summary>Fewer values tell nothing.</summary>
    public const int FewestValues = 30;

    /// <summary>Exponent of the noise: 2 white PM, 1 flicker PM, 0 white FM, -1 flicker FM, -2 random-walk FM, -3 and -4 for Hadamard statistics; null where
    /// fewer than <see cref="FewestValues"/> are left or the record has no noise.</summary>
    /// <param name="offsets">Clock offsets, NaN where missing.</param>
    /// <param name="m">Averaging time in intervals.</param>
    /// <param name="differences">Most differences taken: 2 for the Allan family, 3 for Hadamard.</param>
    /// <remarks>The record keeps every m-th offset, loses offset, frequency and drift, and is differenced until it is stationary.</remarks>
    public static int? At(ReadOnlySpan<double> offsets, int m, int differences = 2)
    {
        Span<double> z = Residuals(offsets, m, out int present);
        if (present < FewestValues)
        {
            return null;
        }

        for (int d = 0; ; d++)
        {
            double r = Autocorrelation(z), rho = r / (1 + r);
            if (!double.IsFinite(rho))
            {
                return null;
            }

            if (rho < 0.25 || d == differences)
            {
                int exponent = 2 - (int)Math.Round(2 * rho) - (2 * d);
                return Math.Clamp(exponent, differences == 3 ? -4 : -2, 2);
            }

            for (int i = 0; i + 1 < z.Length; i++)
            {
                z[i] = z[i + 1] - z[i];
            }

            z = z[..^1];
        }
    }

    /// <summary>Every m-th offset less a parabola by least squares.</summary>
    private static double[] Residuals(ReadOnlySpan<double> offsets, int m, out int present)
    {
        double[] z = new double[offsets.IsEmpty ? 0 : ((offsets.Length - 1) / m) + 1];
        present = 0;
        double origin = double.NaN, t1 = 0, t2 = 0, t3 = 0, t4 = 0, z0 = 0, z1 = 0, z2 = 0;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = offsets[i * m];
            if (!double.IsNaN(z[i]))
            {
                origin = double.IsNaN(origin) ? z[i] : origin;      // a large first offset would cost digits
                double value = z[i] -= origin, t = Place(i, z.Length), tt = t * t;
                present++;
                (t1, t2, t3, t4) = (t1 + t, t2 + tt, t3 + (tt * t), t4 + (tt * tt));
                (z0, z1, z2) = (z0 + value, z1 + (value * t), z2 + (value * tt));
            }
        }

        if (present >= FewestValues)
        {
            (double c0, double c1, double c2) = Solve(new double[,] { { present, t1, t2, z0 }, { t1, t2, t3, z1 }, { t2, t3, t4, z2 } });
            for (int i = 0; i < z.Length; i++)
            {
                double t = Place(i, z.Length);
                z[i] -= c0 + (t * (c1 + (t * c2)));
            }
        }

        return z;
    }

    private static double Place(int i, int count) => (2.0 * i / (count - 1)) - 1;

    private static (double C0, double C1, double C2) Solve(double[,] a)
    {
        for (int k = 0; k < 3; k++)
        {
            for (int row = 0; row < 3; row++)
            {
                if (row != k)
                {
                    double factor = a[row, k] / a[k, k];
                    for (int column = k; column < 4; column++)
                    {
                        a[row, column] -= factor * a[k, column];
                    }
                }
            }
        }

        return (a[0, 3] / a[0, 0], a[1, 3] / a[1, 1], a[2, 3] / a[2, 2]);
    }

    /// <summary>Of values next to each other, those missing passed over.</summary>
    private static double Autocorrelation(ReadOnlySpan<double> z)
    {
        double mean = 0;
        int count = 0;
        foreach (double value in z)
        {
            if (!double.IsNaN(value))
            {
                mean += value;
                count++;
            }
        }

        mean /= count;
        double products = 0, squares = 0;
        int pairs = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double here = z[i] - mean, next = i + 1 < z.Length ? z[i + 1] - mean : double.NaN;
            squares += double.IsNaN(here) ? 0 : here * here;
            if (!double.IsNaN(here * next))
            {
                products += here * next;
                pairs++;
            }
        }

        // Without gaps there are count - 1 pairs and this is the ratio of the two sums, as printed.
        return products / squares * (count - 1.0) / pairs;
    }
}
