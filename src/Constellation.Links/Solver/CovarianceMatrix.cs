using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Links;

/// <summary>The filter's covariance: a symmetric matrix of which the upper triangle counts, with the three operations that a filter needs.</summary>
/// <remarks>Four lanes always and no fused products: the same bits on every machine. A scalar update subtracts b b^T / s from both triangles at once,
/// so symmetry cannot be lost; with s = h P h^T + r this equals Joseph's form in exact arithmetic. The loss of digits is the ratio of prior
/// to posterior variance, 1e9 m^2 to 1e-4 m^2 at worst (an unknown clock), which leaves three digits in the first frame and all in the next.</remarks>
internal sealed class CovarianceMatrix
{
    private readonly double[] _p;
    private readonly double[] _work;
    private readonly double[] _b;

    public CovarianceMatrix(int size)
    {
        Size = size;
        _p = new double[size * size];
        _work = new double[size * size];
        _b = new double[size];
    }

    public int Size { get; }

    public double this[int i, int j]
    {
        get => i <= j ? _p[(i * Size) + j] : _p[(j * Size) + i];
        set => _p[i <= j ? (i * Size) + j : (j * Size) + i] = value;
    }

    /// <summary>P h^T of the latest <see cref="Project"/>.</summary>
    public ReadOnlySpan<double> Projection => _b;

    /// <summary>Forms P h^T and returns h P h^T.</summary>
    public double Project(IReadOnlyList<(int Index, double Partial)> row)
    {
        Array.Clear(_b);
        double variance = 0;
        foreach ((int index, double partial) in row)
        {
            for (int i = 0, at = index; i < index; i++, at += Size)
            {
                _b[i] += partial * _p[at];
            }

            AddScaled(partial, _p.AsSpan((index * Size) + index, Size - index), _b.AsSpan(index));
        }

        foreach ((int index, double partial) in row)
        {
            variance += partial * _b[index];
        }

        return variance;
    }

    /// <summary>h P h^T alone, from the few elements that it needs.</summary>
    public double VarianceOf(IReadOnlyList<(int Index, double Partial)> row)
    {
        double variance = 0;
        foreach ((int i, double a) in row)
        {
            foreach ((int j, double b) in row)
            {
                variance += a * b * this[i, j];
            }
        }

        return variance;
    }

    /// <summary>P - b b^T / <paramref name="innovationVariance"/> with the b of the latest <see cref="Project"/>.</summary>
    public void Update(double innovationVariance)
    {
        int first = 0, last = Size;
        while (first < last && _b[first] == 0)
        {
            first++;
        }

        while (last > first && _b[last - 1] == 0)
        {
            last--;
        }

        for (int i = first; i < last; i++)
        {
            double gain = -_b[i] / innovationVariance;
            if (gain != 0)
            {
                AddScaled(gain, _b.AsSpan(i, last - i), _p.AsSpan((i * Size) + i, last - i));
            }
        }
    }

    /// <summary>Phi P Phi^T for block-diagonal Phi. Unknowns outside all blocks stay as they are.</summary>
    public void Propagate(IReadOnlyList<TransitionBlock> blocks)
    {
        Mirror();
        Array.Copy(_p, _work, _p.Length);
        foreach (TransitionBlock block in blocks)
        {
            for (int i = 0; i < block.Size; i++)
            {
                Span<double> target = _work.AsSpan((block.Start + i) * Size, Size);
                target.Clear();
                for (int k = 0; k < block.Size; k++)
                {
                    double phi = block.Transition[(i * block.Size) + k];
                    if (phi != 0)
                    {
                        AddScaled(phi, _p.AsSpan((block.Start + k) * Size, Size), target);
                    }
                }
            }
        }

        Array.Copy(_work, _p, _p.Length);
        Span<double> row = stackalloc double[16];
        for (int i = 0; i < Size; i++)
        {
            Span<double> line = _p.AsSpan(i * Size, Size);
            foreach (TransitionBlock block in blocks)
            {
                if (block.Start + block.Size <= i)
                {
                    continue;
                }

                for (int j = 0; j < block.Size; j++)
                {
                    double sum = 0;
                    for (int k = 0; k < block.Size; k++)
                    {
                        sum += block.Transition[(j * block.Size) + k] * line[block.Start + k];
                    }

                    row[j] = sum;
                }

                row[..block.Size].CopyTo(line[block.Start..]);
            }
        }
    }

    /// <summary>Adds a block's noise to its place on the diagonal.</summary>
    public void AddNoise(TransitionBlock block)
    {
        for (int i = 0; i < block.Size; i++)
        {
            for (int j = i; j < block.Size; j++)
            {
                _p[((block.Start + i) * Size) + block.Start + j] += block.Noise[(i * block.Size) + j];
            }
        }
    }

    private void Mirror()
    {
        for (int i = 1; i < Size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                _p[(i * Size) + j] = _p[(j * Size) + i];
            }
        }
    }

    /// <summary>target += factor source.</summary>
    private static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        int n = Math.Min(source.Length, target.Length), i = 0;
        Vector256<double> factors = Vector256.Create(factor);
        for (; i <= n - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref to, (nuint)i) + (factors * Vector256.LoadUnsafe(ref from, (nuint)i));
            sum.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < n; i++)
        {
            target[i] += factor * source[i];
        }
    }
}
