using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Links;

/// <summary>One step back of the fixed-interval smoother for one group of unknowns, by square roots alone.</summary>
/// <remarks>
/// The reflections that bring [Phi S, G] to [S_p, 0] bring [S, 0] to [X, D], where X S_p' = P Phi' and D D' = P - C P_p C', C = X S_p^-1 being the
/// smoother's gain [Rauch65], [Park95]. So what the later frames know comes back as delta = C delta', P_s = D D' + C P_s' C': a sum of squares, no difference
/// of covariances. M, a root of P_s, follows from [X S_p^-1 M', D] by reflections.
/// </remarks>
internal sealed class SmootherStep
{
    private readonly int _size;
    private readonly SquareRootCovariance _forward;
    private readonly RowPanels _passengers;
    private readonly RowPanels _wide;
    private readonly RowReflections _narrow;
    private readonly double[][] _z;

    public SmootherStep(StateGroup group)
    {
        _size = group.Size;
        _forward = new SquareRootCovariance(_size, group.Blocks);
        _passengers = new RowPanels(_size, 2 * _size);
        _wide = new RowPanels(_size, 3 * _size);
        _narrow = new RowReflections(_size, group.Blocks, 2 * _size, full: true);
        _z = [.. Enumerable.Range(0, _size).Select(_ => new double[_size])];
    }

    /// <summary>From after the step to before it.</summary>
    /// <param name="step">What the filter did.</param>
    /// <param name="delta">Smoothed less filtered state.</param>
    /// <param name="root">Upper triangular root of the smoothed covariance.</param>
    public void Back(StepRecord step, Span<double> delta, RowPanels root)
    {
        step.Before.Values.CopyTo(_forward.Root.Values);
        for (int p = 0; p < _passengers.Count; p++)
        {
            step.Before.Panel(p)[.._size].CopyTo(_passengers.Panel(p));
            _passengers.Panel(p)[_size..].Clear();
        }

        if (step.Blocks is { } blocks)
        {
            _forward.Propagate(blocks, _passengers);
        }
        else
        {
            _forward.Widen(step.Wider, _passengers);
        }

        Solve(delta, root);
        Mean(delta);
        Covariance(root);
    }

    /// <summary>Z = S_p^-1 M' into the rows, and delta := S_p^-1 delta, from the last row upward.</summary>
    private void Solve(Span<double> delta, RowPanels root)
    {
        for (int i = _size - 1; i >= 0; i--)
        {
            Span<double> z = _z[i];
            for (int j = 0; j < _size; j++)
            {
                z[j] = j < i ? 0 : root[i, j];
            }

            double pivot = _forward.Root[i, i];
            if (pivot == 0)
            {
                // Nothing is unknown about it, so nothing is learnt.
                z.Clear();
                delta[i] = 0;
                continue;
            }

            for (int k = i + 1; k < _size; k++)
            {
                double s = _forward.Root[i, k];
                delta[i] -= s * delta[k];
                RowKernel.AddScaled(-s, _z[k].AsSpan(k), z[k..]);
            }

            delta[i] /= pivot;
            for (int j = i; j < _size; j++)
            {
                z[j] /= pivot;
            }
        }
    }

    /// <summary>delta := X delta.</summary>
    private void Mean(Span<double> delta)
    {
        double[] moved = new double[_size];
        for (int p = 0; p < _passengers.Count; p++)
        {
            ReadOnlySpan<Vector256<double>> x = _passengers.Panel(p);
            Vector256<double> sum = default;
            for (int k = 0; k < _size; k++)
            {
                sum = Vector256.FusedMultiplyAdd(x[k], Vector256.Create(delta[k]), sum);
            }

            for (int lane = 0, i = p * RowPanels.Lanes; lane < RowPanels.Lanes && i < _size; lane++, i++)
            {
                moved[i] = sum[lane];
            }
        }

        moved.CopyTo(delta);
    }

    /// <summary>Root of D D' + X Z Z' X'.</summary>
    private void Covariance(RowPanels root)
    {
        for (int p = 0; p < _passengers.Count; p++)
        {
            ReadOnlySpan<Vector256<double>> x = _passengers.Panel(p);
            Span<Vector256<double>> row = _wide.Panel(p), product = row.Slice(_size, _size);
            row.Clear();
            for (int k = 0; k < _size; k++)
            {
                Vector256<double> factor = x[k];
                ReadOnlySpan<double> z = _z[k];
                for (int j = k; j < product.Length; j++)
                {
                    product[j] = Vector256.FusedMultiplyAdd(factor, Vector256.Create(z[j]), product[j]);
                }
            }

            x[_size..].CopyTo(row[(2 * _size)..]);
        }

        _narrow.Triangularise(_wide, null);
        for (int p = 0; p < root.Count; p++)
        {
            _wide.Panel(p)[.._size].CopyTo(root.Panel(p));
        }
    }
}
