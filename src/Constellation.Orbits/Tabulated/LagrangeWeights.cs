namespace Constellation.Orbits;

/// <summary>Weights of Lagrange interpolation on nodes 0, 1, ... n - 1 and their derivatives.</summary>
/// <remarks>By products from both sides, so nothing is divided by the distance to a node: as good on a node as between two.</remarks>
internal static class LagrangeWeights
{
    public const int MaximumNodes = 16;

    /// <summary>Denominators of the basis polynomials by number of nodes: (-1)^(n-1-j) j! (n-1-j)!, inverted.</summary>
    private static readonly double[][] Scales = [.. Enumerable.Range(0, MaximumNodes + 1).Select(ScalesOf)];

    /// <param name="u">Where to interpolate, in node spacings from the first node.</param>
    /// <param name="values">Receives the weights of the node values.</param>
    /// <param name="slopes">Receives the weights of the derivative by u.</param>
    public static void Fill(double u, Span<double> values, Span<double> slopes)
    {
        int n = values.Length;
        double[] scale = Scales[n];
        double product = 1, slope = 0;
        for (int j = 0; j < n; j++)
        {
            values[j] = product;
            slopes[j] = slope;
            slope = (slope * (u - j)) + product;
            product *= u - j;
        }

        product = 1;
        slope = 0;
        for (int j = n - 1; j >= 0; j--)
        {
            slopes[j] = scale[j] * ((slopes[j] * product) + (values[j] * slope));
            values[j] *= scale[j] * product;
            slope = (slope * (u - j)) + product;
            product *= u - j;
        }
    }

    private static double[] ScalesOf(int n)
    {
        double[] scales = new double[n];
        for (int j = 0; j < n; j++)
        {
            double denominator = 1;
            for (int m = 0; m < n; m++)
            {
                denominator *= m == j ? 1 : j - m;
            }

            scales[j] = 1 / denominator;
        }

        return scales;
    }
}
