using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Links;

/// <summary>A covariance by its square root, P = S S' with S upper triangular: what a filter needs of it, without ever forming P.</summary>
/// <remarks>
/// Measurements by rank-one updates of the factor [Bierman77], eight to a sweep (<see cref="MeasurementBlock"/>); a step of time by orthogonal
/// reflections of [Phi S, noise root], from the last row upward. Phi moves each block of unknowns by itself, so the noise columns of a block touch
/// only the rows above it: n^2 q / 3 multiplications for q noise columns. A variance is a sum of squares and cannot turn negative; ratios of
/// prior to posterior variance up to 1/epsilon^2 are kept apart (tested at 1e20).
/// </remarks>
internal sealed class SquareRootCovariance
{
    private readonly MeasurementBlock _block;
    private readonly RowReflections _reflections;
    private readonly double[] _moved = new double[PanelKernel.Reflections];

    /// <param name="size">Number of unknowns.</param>
    /// <param name="blocks">Groups of at most nine unknowns that move by themselves, in order, one after the other, all unknowns.</param>
    public SquareRootCovariance(int size, IReadOnlyList<TransitionBlock> blocks)
    {
        Size = size;
        Root = new RowPanels(size, 2 * size);
        _block = new MeasurementBlock(size);
        _reflections = new RowReflections(size, blocks, size, full: false);
    }

    public int Size { get; }

    /// <summary>S in the first <see cref="Size"/> columns; behind them is room for noise.</summary>
    public RowPanels Root { get; }

    /// <summary>Element of P.</summary>
    public double this[int i, int j]
    {
        get
        {
            // Elements of a row lie a panel's width apart.
            const int lanes = RowPanels.Lanes;
            int first = Math.Max(i, j);
            ReadOnlySpan<double> a = Root.Row(i), b = Root.Row(j);
            double sum = 0;
            for (int k = first * lanes; k < Size * lanes; k += lanes)
            {
                sum += a[k] * b[k];
            }

            return sum;
        }
    }

    /// <summary>Makes an unknown independent of all others: only before the first step.</summary>
    public void SetSigma(int place, double sigma) => Root[place, place] = sigma;

    /// <summary>Number of elements that <see cref="Keep"/> writes.</summary>
    public int KeptLength => Root.Count * Size * RowPanels.Lanes;

    /// <summary>Writes S, to be recalled later.</summary>
    public void Keep(Span<double> kept)
    {
        int length = Size * RowPanels.Lanes;
        for (int p = 0; p < Root.Count; p++)
        {
            Root.Values.Slice(p * Root.Columns * RowPanels.Lanes, length).CopyTo(kept[(p * length)..]);
        }
    }

    /// <summary>Takes S from what <see cref="Keep"/> wrote.</summary>
    public void Recall(ReadOnlySpan<double> kept)
    {
        int length = Size * RowPanels.Lanes;
        for (int p = 0; p < Root.Count; p++)
        {
            kept.Slice(p * length, length).CopyTo(Root.Values[(p * Root.Columns * RowPanels.Lanes)..]);
        }
    }

    /// <summary>h S of a row whose indices count from <paramref name="offset"/>.</summary>
    public double[] Project(MeasurementRow row, int offset)
    {
        double[] u = new double[Size];
        foreach ((int index, double partial) in row.Partials)
        {
            for (int j = index - offset; j < Size; j++)
            {
                u[j] += partial * Root[index - offset, j];
            }
        }

        return u;
    }

    /// <summary>h P h' of such a row.</summary>
    public double VarianceOf(MeasurementRow row, int offset)
    {
        double[] u = Project(row, offset);
        return RowKernel.Dot(u, u);
    }

    /// <summary>Takes the measurements in one after the other; adds to <paramref name="correction"/> what they change of the state.</summary>
    /// <param name="rows">Their indices count from <paramref name="offset"/>.</param>
    /// <param name="offset">Index of this covariance's first unknown.</param>
    /// <param name="gate">Innovations beyond this many sigma are left out.</param>
    /// <param name="correction">One for each unknown.</param>
    /// <param name="record">Receives what else it takes to do the same to another state; null: nobody asks.</param>
    public UpdateTally Update(ReadOnlySpan<MeasurementRow> rows, int offset, double gate, Span<double> correction, GainRecord? record = null)
    {
        UpdateTally tally = default;
        Span<Vector256<double>> sums = stackalloc Vector256<double>[PanelKernel.Updates];
        _block.Begin();
        record?.Begin(Root.Count, rows.Length);
        for (int at = 0; at < rows.Length; at += PanelKernel.Updates)
        {
            ReadOnlySpan<MeasurementRow> some = rows.Slice(at, Math.Min(PanelKernel.Updates, rows.Length - at));
            _block.Load(Root, some, offset, correction);
            _block.Decide(some, gate, ref tally);
            record?.Add(_block);
            for (int p = 0; p < Root.Count; p++)
            {
                int first = Math.Max(_block.First, p * RowPanels.Lanes);
                PanelKernel.Update(Root.Panel(p)[first..Size], _block.Steps.AsSpan(first * 2 * PanelKernel.Updates), sums);
                record?.Add(sums);
                Vector256<double> moved = default;
                for (int k = 0; k < sums.Length; k++)
                {
                    moved = Vector256.FusedMultiplyAdd(sums[k], Vector256.Create(_block.Gains[k]), moved);
                }

                for (int lane = 0, i = p * RowPanels.Lanes; lane < RowPanels.Lanes && i < Size; lane++, i++)
                {
                    correction[i] += moved[lane];
                }
            }
        }

        ScaleColumns(_block.Scale);
        return tally;
    }

    /// <summary>Phi P Phi' and the blocks' noise.</summary>
    /// <param name="blocks">Those that the constructor was given, filled in.</param>
    /// <param name="passengers">Rows to which the same reflections are done, or null.</param>
    public void Propagate(IReadOnlyList<TransitionBlock> blocks, RowPanels? passengers = null)
    {
        ClearNoise();
        foreach (TransitionBlock block in blocks)
        {
            Move(block);
            for (int i = 0; i < block.Size; i++)
            {
                for (int c = 0; c < block.Size; c++)
                {
                    Root[block.Start + i, Size + block.Start + c] = block.NoiseRoot[(i * block.Size) + c];
                }
            }
        }

        _reflections.Triangularise(Root, passengers);
    }

    /// <summary>Adds to the covariance of an unknown and its next; the place counts from this covariance's first unknown.</summary>
    public void Widen(Widening wider, RowPanels? passengers = null)
    {
        ClearNoise();
        Root[wider.Place, Size + wider.Place] = wider.First;
        if (wider.Next != 0)
        {
            Root[wider.Place, Size + wider.Place + 1] = wider.Shared;
            Root[wider.Place + 1, Size + wider.Place + 1] = wider.Next;
        }

        _reflections.Triangularise(Root, passengers);
    }

    /// <summary>Rows of a block become Phi times these rows.</summary>
    private void Move(TransitionBlock block)
    {
        int size = block.Size;
        Span<double> old = stackalloc double[size];
        for (int j = block.Start; j < Size; j++)
        {
            for (int k = 0; k < size; k++)
            {
                old[k] = Root[block.Start + k, j];
            }

            for (int i = 0; i < size; i++)
            {
                double sum = 0;
                ReadOnlySpan<double> phi = block.Transition.AsSpan(i * size, size);
                for (int k = 0; k < size; k++)
                {
                    sum += phi[k] * old[k];
                }

                _moved[i] = sum;
            }

            for (int i = 0; i < size; i++)
            {
                Root[block.Start + i, j] = _moved[i];
            }
        }
    }

    private void ClearNoise()
    {
        for (int p = 0; p < Root.Count; p++)
        {
            Root.Panel(p)[Size..].Clear();
        }
    }

    private void ScaleColumns(ReadOnlySpan<double> squares)
    {
        for (int j = 0; j < Size; j++)
        {
            Vector256<double> factor = Vector256.Create(Math.Sqrt(squares[j]));
            for (int p = 0; p * RowPanels.Lanes <= j; p++)
            {
                Root.Panel(p)[j] *= factor;
            }
        }
    }
}
