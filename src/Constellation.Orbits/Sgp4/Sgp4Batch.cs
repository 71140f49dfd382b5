using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>SGP4 of many satellites at many epochs, four at a time and on several threads.</summary>
/// <remarks>
/// Agrees with <see cref="Sgp4Orbit"/> to far below 1 mm (<c>Sgp4BatchTests</c>); the results do not depend on the number of threads. Epochs may come in any order, for resonant satellites too.
/// </remarks>
public sealed class Sgp4Batch
{
    /// <summary>Epochs of one piece of work; a multiple of four.</summary>
    private const int Block = 1024;

    private readonly Sgp4Coefficients[] _sets;

    public Sgp4Batch(IReadOnlyList<Sgp4Orbit> orbits)
    {
        ArgumentNullException.ThrowIfNull(orbits);
        _sets = [.. orbits.Select(o => o.Coefficients)];
    }

    public int Count => _sets.Length;

    /// <summary>States at equal steps.</summary>
    /// <param name="grid">The epochs.</param>
    /// <param name="states">Filled; as many satellites as there are here and epochs as the grid has.</param>
    /// <param name="threads">Most threads at once.</param>
    /// <param name="cancel">Looked at between pieces of a thousand epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException">An epoch is beyond <see cref="Sgp4Orbit.Reach"/> from that of a set.</exception>
    public void Fill(EpochGrid grid, Sgp4States states, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        double step = grid.Step.TotalSeconds / 60;
        RequireReach(grid.Start, grid.Last);
        Run(grid.Count, states, threads, (set, first, minutes) =>
        {
            double start = (grid[first] - set.Elements.Epoch).TotalSeconds / 60;
            for (int i = 0; i < minutes.Length; i++)
            {
                minutes[i] = start + (step * i);
            }
        }, cancel);
    }

    /// <summary>States at epochs in any order.</summary>
    /// <inheritdoc cref="Fill(EpochGrid, Sgp4States, int, CancellationToken)"/>
    public void Fill(IReadOnlyList<Epoch> epochs, Sgp4States states, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        if (epochs.Count > 0)
        {
            RequireReach(epochs.Min(), epochs.Max());
        }

        Run(epochs.Count, states, threads, (set, first, minutes) =>
        {
            for (int i = 0; i < minutes.Length; i++)
            {
                minutes[i] = (epochs[first + i] - set.Elements.Epoch).TotalSeconds / 60;
            }
        }, cancel);
    }

    private void RequireReach(Epoch first, Epoch last)
    {
        foreach (Sgp4Coefficients set in _sets)
        {
            if (first < set.Elements.Epoch - Sgp4Orbit.Reach || last > set.Elements.Epoch + Sgp4Orbit.Reach)
            {
                throw new ArgumentOutOfRangeException(nameof(first), first, "more than a century from the epoch of a set");
            }
        }
    }

    private void Run(int epochs, Sgp4States states, int threads, TimesOf times, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (states.Satellites != Count || states.Epochs != epochs)
        {
            throw new ArgumentException($"{states.Satellites} rows of {states.Epochs} states for {Count} satellites at {epochs} epochs", nameof(states));
        }

        int blocks = (epochs + Block - 1) / Block;
        long pieces = (long)blocks * Count;
        if (threads == 1)
        {
            for (long piece = 0; piece < pieces; piece++)
            {
                cancel.ThrowIfCancellationRequested();
                Piece(piece);
            }
        }
        else
        {
            Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, Piece);
        }

        void Piece(long piece)
        {
            (long satellite, long block) = Math.DivRem(piece, blocks);
            int first = (int)block * Block, count = Math.Min(Block, epochs - first);
            Span<double> minutes = stackalloc double[Block];
            minutes = minutes[..count];
            Sgp4Coefficients set = _sets[satellite];
            times(set, first, minutes);
            Sgp4Kernel.Propagate(set, minutes, states.Spans(states.Index((int)satellite, first), count));
        }
    }

    /// <summary>Minutes since the epoch of a set, from an index of epochs on.</summary>
    private delegate void TimesOf(Sgp4Coefficients set, int first, Span<double> minutes);
}
