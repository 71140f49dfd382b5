using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The links that a run measured, <c>links.parquet</c>, as rounds: slots that follow each other without a break belong together.</summary>
internal sealed class MeasuredRounds
{
    /// <summary>Longest time from slot to slot within a round, s: no frame is longer.</summary>
    private static readonly double s_longestGap = Links.LinkPayload.LongestFrame;

    private MeasuredRounds(IReadOnlyList<MeasuredRound> rounds) => All = rounds;

    /// <summary>By time.</summary>
    public IReadOnlyList<MeasuredRound> All { get; }

    /// <summary>The last round that has begun at an epoch; null: none has.</summary>
    public MeasuredRound? At(Epoch at)
    {
        int low = 0, high = All.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            // A round is centred on an epoch of the run: at that epoch it is the one in force.
            (low, high) = All[middle].Start <= at ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? All[low - 1] : null;
    }

    /// <summary>Null: the run measured no links.</summary>
    public static MeasuredRounds? Of(LinkTimes times)
    {
        List<MeasuredRound> rounds = [];
        List<MeasuredLink> links = [];
        Epoch start = default, last = default;
        foreach ((Epoch slot, IReadOnlyList<(string A, string B)> pairs) in times.Epochs.Zip(times.Rounds))
        {
            bool goesOn = links.Count > 0 && (slot - start).TotalSeconds < s_longestGap && (slot - last).TotalSeconds < s_longestGap / 2;
            if (!goesOn)
            {
                Close();
                start = slot;
            }

            last = slot;
            links.AddRange(pairs.Select(p => new MeasuredLink(slot, p.A, p.B)));
        }

        Close();
        return rounds.Count > 0 ? new(rounds) : null;

        void Close()
        {
            if (links.Count > 0)
            {
                rounds.Add(new(start, [.. links]));
                links.Clear();
            }
        }
    }
}
