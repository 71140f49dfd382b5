using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Several vectors as polynomials of time over one block, four numbers at a time.</summary>
/// <remarks>
/// Through samples at Chebyshev nodes, kept as powers of x in [-1, 1]: one operation a term. Rounding costs nothing, since the high coefficients
/// are as small as those of the Chebyshev form.
/// </remarks>
internal static class VectorPolynomial
{
    /// <summary>Coefficients of each number: a block of a day then holds Sun and Moon within 1 cm of a smooth path (2 m of the cut ephemerides) and the Earth's axes within 1e-10 rad (tested).</summary>
    public const int Terms = 11;

    /// <summary>Where the samples lie within (-1, 1).</summary>
    public static double Node(int i) => Math.Cos(Math.PI * (i + 0.5) / Terms);

    /// <summary>Writes coefficients: power k of the vector stands at k <paramref name="stride"/> + <paramref name="offset"/>.</summary>
    public static void Fit(ReadOnlySpan<Vector3d> samples, Span<Vector256<double>> coefficients, int stride, int offset)
    {
        double[] before = new double[Terms], chebyshev = new double[Terms];
        Vector256<double>[] powers = new Vector256<double>[Terms];
        (before[0], chebyshev[1]) = (1, 1);
        for (int k = 0; k < Terms; k++)
        {
            Vector3d sum = Vector3d.Zero;
            for (int i = 0; i < Terms; i++)
            {
                sum += Math.Cos(Math.PI * k * (i + 0.5) / Terms) * samples[i];
            }

            sum *= (k == 0 ? 1.0 : 2.0) / Terms;
            double[] t = k == 0 ? before : chebyshev;
            for (int p = 0; p <= k; p++)
            {
                powers[p] += t[p] * Vector256.Create(sum.X, sum.Y, sum.Z, 0);
            }

            if (k > 0)
            {
                double[] next = new double[Terms];
                for (int p = 0; p < Terms; p++)
                {
                    next[p] = (p > 0 ? 2 * chebyshev[p - 1] : 0) - before[p];
                }

                (before, chebyshev) = (chebyshev, next);
            }
        }

        for (int k = 0; k < Terms; k++)
        {
            coefficients[(k * stride) + offset] = powers[k];
        }
    }

    public static Vector3d ToVector(Vector256<double> v) => new(v[0], v[1], v[2]);
}
