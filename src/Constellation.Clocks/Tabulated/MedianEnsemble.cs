using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A time scale made of the clocks of a product, against which the product's own reference can be steered, swapped or stepped.</summary>
/// <remarks>
/// From row to row the median over the clocks of the increment, each less its own median rate, is what the reference did; its sum is taken out
/// of every clock. The scale has the noise of a median of N clocks (1.25 / sqrt(N) of one) and takes a common drift of theirs for its own;
/// clock differences, and so positions, are untouched.
/// </remarks>
public sealed class MedianEnsemble
{
    private const int FewestClocks = 3;

    private readonly Epoch[] _epochs;
    private readonly double[] _reference;

    /// <param name="clocks">All clocks of a product; with fewer than three there is no ensemble and nothing is taken out.</param>
    public MedianEnsemble(IReadOnlyList<TabulatedClock> clocks)
    {
        SortedDictionary<Epoch, List<double>> increments = [];
        foreach (TabulatedClock clock in clocks.Count < FewestClocks ? [] : clocks)
        {
            double rate = Rate(clock);
            for (int i = 1; i < clock.Epochs.Length; i++)
            {
                Duration elapsed = clock.Epochs[i] - clock.Epochs[i - 1];
                if (elapsed <= clock.LongestInterval)
                {
                    if (!increments.TryGetValue(clock.Epochs[i], out List<double>? list))
                    {
                        increments.Add(clock.Epochs[i], list = []);
                    }

                    list.Add(clock.Offsets[i] - clock.Offsets[i - 1] - (rate * elapsed.TotalSeconds));
                }
            }
        }

        _epochs = [.. increments.Keys];
        _reference = new double[_epochs.Length];
        double sum = 0;
        for (int i = 0; i < _epochs.Length; i++)
        {
            List<double> rows = increments[_epochs[i]];
            double moved = rows.Count < FewestClocks ? 0 : Median.Of(rows);
            LargestStep = Math.Max(LargestStep, Math.Abs(moved));
            _reference[i] = sum += moved;
        }
    }

    /// <summary>Largest move of the product's reference from one row to the next, s.</summary>
    public double LargestStep { get; }

    /// <summary>The same clock read against the ensemble.</summary>
    public TabulatedClock Against(TabulatedClock clock)
    {
        double[] offsets = clock.Offsets.ToArray();
        for (int i = 0; i < offsets.Length; i++)
        {
            int found = Array.BinarySearch(_epochs, clock.Epochs[i]);
            int last = found >= 0 ? found : ~found - 1;
            offsets[i] -= last >= 0 ? _reference[last] : 0;
        }

        return clock.With(offsets);
    }

    private static double Rate(TabulatedClock clock)
    {
        List<double> rates = [];
        for (int i = 1; i < clock.Epochs.Length; i++)
        {
            rates.Add((clock.Offsets[i] - clock.Offsets[i - 1]) / (clock.Epochs[i] - clock.Epochs[i - 1]).TotalSeconds);
        }

        return rates.Count == 0 ? 0 : Median.Of(rates);
    }
}
