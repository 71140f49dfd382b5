using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The links of a run by slot and round: what was measured, and what was planned and lost. A run without crosslinks has no such table.</summary>
/// <remarks>A run measures a round about each epoch of its control segment. Between two of them the round before is repeated, as the schedule repeats it in time.</remarks>
internal sealed class LinkTimes
{
    /// <summary>Half of the longest round that there can be, s.</summary>
    private const double LongestHalf = 31.5;

    private readonly SortedList<Epoch, List<(string A, string B)>> _slots = [], _lost = [];
    private readonly Epoch[] _all;
    private readonly Epoch[] _rounds;
    private readonly double _half;

    /// <param name="folder">The run.</param>
    /// <param name="rounds">Centres of the rounds, ascending: epochs of the control segment.</param>
    /// <exception cref="Core.InputException">A table is damaged.</exception>
    public LinkTimes(RunFolder folder, IReadOnlyList<Epoch> rounds)
    {
        Read(folder, RunFolder.LinksFile, _slots);
        Read(folder, RunFolder.LostLinksFile, _lost);
        _all = [.. _slots.Keys.Concat(_lost.Keys).Distinct().Order()];
        _rounds = [.. rounds];
        double least = double.PositiveInfinity;
        for (int i = 1; i < _rounds.Length; i++)
        {
            least = Math.Min(least, (_rounds[i] - _rounds[i - 1]).TotalSeconds);
        }

        _half = Math.Min(LongestHalf, least / 2);
        SlotLength = double.PositiveInfinity;
        for (int i = 1; i < _all.Length; i++)
        {
            SlotLength = Math.Min(SlotLength, (_all[i] - _all[i - 1]).TotalSeconds);
        }
    }

    /// <summary>Begins of the slots in which something was measured, ascending.</summary>
    public IReadOnlyList<Epoch> Epochs => [.. _slots.Keys];

    /// <summary>The measured pairs of each.</summary>
    public IReadOnlyList<IReadOnlyList<(string A, string B)>> Rounds => [.. _slots.Values];

    /// <summary>Time between the begins of two slots, s; infinite where there is one at most.</summary>
    public double SlotLength { get; }

    /// <summary>The pairs measured in the slot that is on at an epoch.</summary>
    public IReadOnlyList<(string A, string B)> At(Epoch at)
    {
        (int first, int count) = RoundOf(at);
        return count == 0 ? [] : _slots.GetValueOrDefault(SlotOf(at, first, count)) ?? [];
    }

    /// <summary>All pairs of the round that holds an epoch, or of the one before, each once: those that were lost in their slot are told as such.</summary>
    public IReadOnlyList<(string A, string B, bool Lost)> RoundAt(Epoch at)
    {
        (int first, int count) = RoundOf(at);
        Dictionary<(string, string), bool> pairs = [];
        for (int i = first; i < first + count; i++)
        {
            foreach ((string a, string b) in _slots.GetValueOrDefault(_all[i]) ?? [])
            {
                pairs[(a, b)] = false;
            }

            foreach ((string a, string b) in _lost.GetValueOrDefault(_all[i]) ?? [])
            {
                pairs.TryAdd((a, b), true);
            }
        }

        return [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value))];
    }

    /// <summary>The slot that is on: within the round by the clock, after it as if the round were repeated.</summary>
    private Epoch SlotOf(Epoch at, int first, int count)
    {
        double past = (at - _all[first]).TotalSeconds;
        double length = (_all[first + count - 1] - _all[first]).TotalSeconds + SlotLength;
        if (double.IsFinite(length) && past >= length && count > 1)
        {
            past -= length * Math.Floor(past / length);
        }

        int slot = first;
        while (slot + 1 < first + count && (_all[slot + 1] - _all[first]).TotalSeconds <= past)
        {
            slot++;
        }

        return _all[slot];
    }

    /// <summary>Slots of the last round that has begun: first and number.</summary>
    private (int First, int Count) RoundOf(Epoch at)
    {
        int last = Upper(_all, at) - 1;
        if (last < 0)
        {
            return (0, 0);
        }

        int round = Upper(_rounds, _all[last] + Duration.FromSeconds(_half)) - 1;
        if (round < 0)
        {
            return (last, 1);
        }

        int first = Upper(_all, _rounds[round] - Duration.FromSeconds(_half + 1e-6)), end = Upper(_all, _rounds[round] + Duration.FromSeconds(_half - 1e-6));
        return last >= first && last < end ? (first, end - first) : (last, 1);
    }

    /// <summary>Number of entries at or before an epoch.</summary>
    private static int Upper(Epoch[] sorted, Epoch at)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Read(RunFolder folder, string file, SortedList<Epoch, List<(string A, string B)>> slots)
    {
        if (!File.Exists(Path.Combine(folder.Path, file)))
        {
            return;
        }

        ColumnTable table = folder.Table(file, RunFolder.LinkColumns);
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] a = table.Text("node_a"), b = table.Text("node_b");
        for (int i = 0; i < epochs.Length; i++)
        {
            if (!slots.TryGetValue(epochs[i], out List<(string, string)>? slot))
            {
                slots[epochs[i]] = slot = [];
            }

            slot.Add((a[i], b[i]));
        }
    }
}
