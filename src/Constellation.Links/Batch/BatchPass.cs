using Constellation.Core;

namespace Constellation.Links;

/// <summary>One pass over all rounds: their rows are formed side by side, their clocks taken out, and the normal equations of the arc summed in the order of time.</summary>
/// <remarks>Memory: the normal equations and the rows of sixteen rounds, however long the arc.</remarks>
internal sealed class BatchPass
{
    /// <summary>Rounds at a time, whatever the number of threads: the order of sums must not depend on it.</summary>
    private const int Together = 16;

    private readonly BatchPoint _point;
    private readonly (BatchRound Round, RoundClocks Clocks)[] _work;
    private readonly DenseMatrix _stack;
    private readonly ParallelOptions _parallel;

    public BatchPass(BatchPoint point, CancellationToken cancel)
    {
        _point = point;
        _work = [.. Enumerable.Range(0, Together).Select(_ => (new BatchRound(point), new RoundClocks(point)))];
        _stack = new(Together * point.Layout.ClockCount, point.Layout.Size - point.FirstWithClocks);
        _parallel = new() { MaxDegreeOfParallelism = point.Settings.Threads, CancellationToken = cancel };
    }

    /// <summary>Hands on every round with its rows and its clocks, solved at the present orbits.</summary>
    public void ForEach(IReadOnlyList<LinkFrame> frames, double limit, Action<int, BatchRound, RoundClocks> inParallel, Action<int, BatchRound, RoundClocks> inOrder)
    {
        for (int start = 0; start < frames.Count; start += Together)
        {
            int count = Math.Min(Together, frames.Count - start), first = start;
            Parallel.For(0, count, _parallel, k =>
            {
                (BatchRound round, RoundClocks clocks) = _work[k];
                round.Form(first + k, frames[first + k]);
                clocks.Solve(first + k, round.Rows, limit);
                inParallel(first + k, round, clocks);
            });
            for (int k = 0; k < count; k++)
            {
                inOrder(start + k, _work[k].Round, _work[k].Clocks);
            }
        }
    }

    /// <summary>Sums the normal equations; clocks move to their solution at the present orbits.</summary>
    /// <param name="frames">All rounds.</param>
    /// <param name="limit">Residuals beyond so many sigma are not used.</param>
    /// <param name="normal">Added to.</param>
    /// <param name="right">Added to.</param>
    /// <param name="touched">Counts measurements of each node.</param>
    public ResidualStatistics Accumulate(IReadOnlyList<LinkFrame> frames, double limit, SymmetricMatrix normal, double[] right, int[] touched)
    {
        ResidualStatistics statistics = new();
        int clockCount = _point.Layout.ClockCount, first = _point.FirstWithClocks, stacked = 0;
        ForEach(
            frames, limit,
            (round, rows, clocks) => clocks.Eliminate(round, rows.Rows),
            (round, rows, clocks) =>
            {
                statistics.Add(rows.Rows, clocks.Step);
                foreach (BatchRow row in rows.Rows)
                {
                    if (row.Used)
                    {
                        touched[row.NodeA]++;
                        touched[row.NodeB]++;
                        normal.AddRow(row.Unknowns, row.Partials, 1 / row.Variance);
                        row.AddTo(right, row.Residual / row.Variance);
                    }
                }

                for (int i = 0; i < clockCount; i++)
                {
                    ReadOnlySpan<double> y = clocks.Coupling.Row(i);
                    y.CopyTo(_stack.Row(stacked++));
                    RowKernel.AddScaled(-clocks.Reduced[i], y, right.AsSpan(first));
                }

                RowKernel.AddScaled(1, clocks.Step, _point.Clocks.Round(round));
                if (stacked + clockCount > _stack.Rows || round == frames.Count - 1)
                {
                    normal.AddSquare(_stack, stacked, -1, _point.Settings.Threads);
                    stacked = 0;
                }
            });
        _point.Clocks.Differentiate();
        return statistics;
    }
}
