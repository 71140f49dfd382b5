using Constellation.Core;
using MathNet.Numerics.LinearAlgebra;

namespace Constellation.Positioning;

/// <summary>The code variance of a system over elevation as a polynomial in v = sqrt(1 - sin E), in which the elevation and C/N0 are smooth up to the zenith.</summary>
/// <remarks>Interpolates at Chebyshev's nodes with the smallest odd degree that stays within <see cref="Tolerance"/>: 7 above a mask of 5 degrees, 15 down to the horizon.</remarks>
internal static class CodeVarianceFit
{
    /// <summary>Relative error of a variance.</summary>
    public const double Tolerance = 1e-3;

    private const int HighestDegree = 17, Checks = 200;

    /// <summary>Coefficients by rising power of v, m^2, an even number of them, right from the mask to the zenith.</summary>
    public static double[] Of(RangeErrorBudget budget, GnssSystem system, double sinMask)
    {
        for (int degree = 3; ; degree += 2)
        {
            double[] c = Fit(budget, system, sinMask, degree);
            if (degree == HighestDegree || Enumerable.Range(0, Checks + 1).All(i => Holds(budget, system, sinMask + ((1.0 - sinMask) * i / Checks), c)))
            {
                return c;
            }
        }
    }

    /// <summary>The polynomial at an elevation.</summary>
    public static double At(double[] coefficients, double sinElevation)
    {
        double v = Math.Sqrt(1.0 - sinElevation), sum = 0.0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum * v) + coefficients[k];
        }

        return sum;
    }

    private static bool Holds(RangeErrorBudget budget, GnssSystem system, double sin, double[] coefficients)
    {
        double exact = budget.Code(system, sin);
        return Math.Abs(At(coefficients, sin) - exact) <= 0.9 * Tolerance * exact;
    }

    private static double[] Fit(RangeErrorBudget budget, GnssSystem system, double sinMask, int degree)
    {
        double span = Math.Sqrt(1.0 - sinMask);
        int n = degree + 1;
        Matrix<double> powers = Matrix<double>.Build.Dense(n, n);
        Vector<double> values = Vector<double>.Build.Dense(n);
        for (int i = 0; i < n; i++)
        {
            double x = 0.5 * (1.0 + Math.Cos(Math.PI * (i + 0.5) / n));
            double v = span * x;
            values[i] = budget.Code(system, 1.0 - (v * v));
            for (int k = 0; k < n; k++)
            {
                powers[i, k] = Math.Pow(x, k);
            }
        }

        Vector<double> solved = powers.Solve(values);
        return [.. Enumerable.Range(0, n).Select(k => solved[k] / Math.Pow(span, k))];
    }
}
