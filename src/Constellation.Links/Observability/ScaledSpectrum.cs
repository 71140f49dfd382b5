using Constellation.Core;
using MathNet.Numerics.LinearAlgebra;

namespace Constellation.Links;

/// <summary>Eigenvalues and eigenvectors of a normal matrix scaled to a unit diagonal.</summary>
internal sealed class ScaledSpectrum
{
    private readonly double[] _scale;
    private readonly double[][] _vectors;

    private ScaledSpectrum(double[] scale, double[] eigenvalues, double[][] vectors, double limit) =>
        (_scale, Eigenvalues, _vectors, Limit) = (scale, eigenvalues, vectors, limit);

    /// <summary>Ascending.</summary>
    public double[] Eigenvalues { get; }

    /// <summary>Below it an eigenvalue is rounding.</summary>
    public double Limit { get; }

    public static ScaledSpectrum Of(SymmetricMatrix normal, double[] apriori, double rounding)
    {
        int n = normal.Size;

        // What nothing measures at all has no diagonal to scale by: its own sigma stands in.
        double[] scale = [.. Enumerable.Range(0, n).Select(i => normal[i, i] > 0 ? 1 / Math.Sqrt(normal[i, i]) : apriori[i])];
        Matrix<double> scaled = Matrix<double>.Build.Dense(n, n, (i, j) => normal[i, j] * scale[i] * scale[j]);
        MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> evd = scaled.Evd(Symmetricity.Symmetric);
        double[] values = [.. evd.EigenValues.Select(v => v.Real)];
        double[][] vectors = [.. Enumerable.Range(0, n).Select(k => evd.EigenVectors.Column(k).ToArray())];
        Array.Sort(values, vectors);
        return new(scale, values, vectors, rounding * values[^1]);
    }

    /// <summary>A direction in the unknowns' units as a unit vector of the scaled ones.</summary>
    public double[] Scale(double[] direction)
    {
        double[] scaled = [.. direction.Select((d, i) => d / _scale[i])];
        double norm = Math.Sqrt(scaled.Sum(x => x * x));
        return [.. scaled.Select(x => x / norm)];
    }

    public double[] Unscale(double[] scaled) => [.. scaled.Select((x, i) => x * _scale[i])];

    public IEnumerable<double[]> NullVectors() => _vectors.TakeWhile((_, k) => Eigenvalues[k] < Limit);

    /// <summary>Squared length of the part in the null space.</summary>
    public double NullShare(double[] scaled) => NullVectors().Sum(v => Math.Pow(RowKernel.Dot(v, scaled), 2));

    /// <summary>The part in the null space.</summary>
    public double[] OnNullSpace(double[] scaled)
    {
        double[] part = new double[scaled.Length];
        foreach (double[] v in NullVectors())
        {
            RowKernel.AddScaled(RowKernel.Dot(v, scaled), v, part);
        }

        return part;
    }

    /// <summary>Adds the part of a vector that is not in a basis, as a unit vector, if its length is above a limit.</summary>
    public static bool TryExtend(List<double[]> basis, double[] vector, double least)
    {
        double[] rest = [.. vector];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] b in basis)
            {
                RowKernel.AddScaled(-RowKernel.Dot(b, rest), b, rest);
            }
        }

        double norm = Math.Sqrt(RowKernel.Dot(rest, rest));
        if (norm < least)
        {
            return false;
        }

        basis.Add([.. rest.Select(x => x / norm)]);
        return true;
    }
}
