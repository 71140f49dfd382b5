using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>The filter's equations as they are printed, on a full covariance: what the square root is held against.</summary>
internal sealed class CovarianceReference(int size)
{
    private double[,] _p = new double[size, size];

    public int Size => size;

    public double this[int i, int j]
    {
        get => _p[i, j];
        set => _p[i, j] = value;
    }

    /// <summary>P := Phi P Phi' + L L', block by block.</summary>
    public void Propagate(IReadOnlyList<TransitionBlock> blocks)
    {
        double[,] phi = new double[size, size], q = new double[size, size];
        foreach (TransitionBlock block in blocks)
        {
            for (int i = 0; i < block.Size; i++)
            {
                for (int j = 0; j < block.Size; j++)
                {
                    phi[block.Start + i, block.Start + j] = block.Transition[(i * block.Size) + j];
                    q[block.Start + i, block.Start + j] = Enumerable.Range(0, block.Size).Sum(k => block.NoiseRoot[(i * block.Size) + k] * block.NoiseRoot[(j * block.Size) + k]);
                }
            }
        }

        double[,] half = Product(phi, _p, transposed: false), moved = Product(half, phi, transposed: true);
        _p = Sum(moved, q);
    }

    /// <summary>One scalar measurement: returns the innovation's variance h P h' + r and the gain P h' over it.</summary>
    public (double Variance, double[] Gain) Update(double[] h, double r)
    {
        double[] b = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => _p[i, j] * h[j]))];
        double s = r + Enumerable.Range(0, size).Sum(i => h[i] * b[i]);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                _p[i, j] -= b[i] * b[j] / s;
            }
        }

        return (s, [.. b.Select(v => v / s)]);
    }

    private static double[,] Product(double[,] a, double[,] b, bool transposed)
    {
        int n = a.GetLength(0);
        double[,] c = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    c[i, j] += a[i, k] * (transposed ? b[j, k] : b[k, j]);
                }
            }
        }

        return c;
    }

    private static double[,] Sum(double[,] a, double[,] b)
    {
        double[,] c = (double[,])a.Clone();
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                c[i, j] += b[i, j];
            }
        }

        return c;
    }
}
