using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>What the reference of a clock product did from row to row, found from all its clocks: steps, and the wander that would pass for theirs.</summary>
/// <remarks>
/// The move of a row is the weighted median, over the clocks of all systems, of the increment less the clock's own median rate; the weight is the inverse square of the scatter that is left, no
/// clock weighing more than the eighth best. Where the median of a system is far off that move, as at midnight where products tie the systems to each other anew, the
/// system's own is taken. Differences between clocks of a system are untouched; a common rate of all clocks stays in them. <see cref="MedianEnsemble"/> is the plain form that runs use.
/// </remarks>
public sealed class CommonReference
{
    private const int FewestClocks = 3, SharingClocks = 8, Rounds = 3;

    /// <summary>A step is a move of more than so many median deviations (twelve standard deviations of normal noise), and never what rounding of a file makes.</summary>
    private const double UnusualMove = 18, LeastStep = 2e-11;

    private readonly Epoch[] _epochs;
    private readonly Dictionary<GnssSystem, double[]> _moves = [];
    private readonly Dictionary<GnssSystem, double[]> _reference = [];

    /// <param name="clocks">All clocks of a product; systems with fewer than three are left as they are.</param>
    public CommonReference(IEnumerable<(GnssSystem System, TabulatedClock Clock)> clocks)
    {
        Member[] members = [.. clocks.Select(c => new Member(c.System, c.Clock))];
        _epochs = [.. members.SelectMany(m => m.Clock.Epochs.ToArray()).Distinct().Order()];
        foreach (Member member in members)
        {
            member.Lay(_epochs);
        }

        double[] common = Common(members);
        foreach (IGrouping<GnssSystem, Member> system in members.GroupBy(m => m.System))
        {
            double[] own = system.Count() < FewestClocks ? new double[_epochs.Length] : WithOwnSteps([.. system], common);
            _moves.Add(system.Key, own);
            _reference.Add(system.Key, Cumulated(own));
        }
    }

    /// <summary>Epochs at which a system's reference moved by far more than it does from row to row, with the move in seconds.</summary>
    public IReadOnlyList<(Epoch At, double Size)> Steps(GnssSystem system)
    {
        if (!_moves.TryGetValue(system, out double[]? moves) || moves.Length == 0)
        {
            return [];
        }

        double usual = Median.Of(moves), limit = Limit(moves.Select(m => m - usual));
        return [.. moves.Select((m, i) => (_epochs[i], m - usual)).Where(s => Math.Abs(s.Item2) > limit)];
    }

    /// <summary>The same clock read against the common reference.</summary>
    public TabulatedClock Against(GnssSystem system, TabulatedClock clock)
    {
        double[] reference = _reference[system], offsets = clock.Offsets.ToArray();
        for (int i = 0; i < offsets.Length; i++)
        {
            int found = Array.BinarySearch(_epochs, clock.Epochs[i]);
            int last = found >= 0 ? found : ~found - 1;
            offsets[i] -= last >= 0 ? reference[last] : 0;
        }

        return clock.With(offsets);
    }

    private static double[] Common(Member[] members)
    {
        double[] moves = members.Length == 0 ? [] : new double[members[0].Increments.Length];
        foreach (Member member in members)
        {
            member.Weight = member.Scatter(moves) is > 0 ? 1 : 0;       // a clock without scatter is no clock
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < moves.Length; i++)
            {
                moves[i] = WeightedMedian(members, i);
            }

            double[] scatters = [.. members.Select(m => m.Scatter(moves))];
            double[] known = [.. scatters.Where(s => s > 0).Order()];
            double least = known.Length == 0 ? 1 : known[Math.Min(SharingClocks, known.Length) - 1];
            for (int m = 0; m < members.Length; m++)
            {
                double ratio = least / Math.Max(scatters[m], least);
                members[m].Weight = scatters[m] > 0 ? ratio * ratio : 0;
            }
        }

        return moves;
    }

    /// <summary>0 where fewer than three clocks have the row.</summary>
    private static double WeightedMedian(Member[] members, int row)
    {
        List<(double Value, double Weight)> values = [.. members.Where(m => m.Weight > 0 && !double.IsNaN(m.Increments[row])).Select(m => (m.Increments[row], m.Weight))];
        if (values.Count < FewestClocks)
        {
            return 0;
        }

        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        double half = values.Sum(v => v.Weight) / 2, sum = 0;
        foreach ((double value, double weight) in values)
        {
            sum += weight;
            if (sum >= half)
            {
                return value;
            }
        }

        return values[^1].Value;
    }

    private static double[] WithOwnSteps(Member[] system, double[] common)
    {
        double[] own = [.. common.Select((_, i) => system.Count(m => !double.IsNaN(m.Increments[i])) < FewestClocks
            ? double.NaN
            : Median.Of(system.Select(m => m.Increments[i]).Where(v => !double.IsNaN(v))))];
        double[] apart = [.. own.Select((v, i) => v - common[i])];
        double limit = Limit(apart.Where(v => !double.IsNaN(v)));
        return [.. common.Select((v, i) => Math.Abs(apart[i]) > limit ? own[i] : v)];
    }

    private static double Limit(IEnumerable<double> deviations)
    {
        double[] sizes = [.. deviations.Select(Math.Abs)];
        return sizes.Length == 0 ? double.PositiveInfinity : Math.Max(LeastStep, UnusualMove * Median.Of(sizes));
    }

    private static double[] Cumulated(double[] moves)
    {
        double[] reference = new double[moves.Length];
        double sum = 0;
        for (int i = 0; i < moves.Length; i++)
        {
            reference[i] = sum += moves[i];
        }

        return reference;
    }

    /// <summary>One clock's increments, less their median rate, on the rows of all.</summary>
    private sealed class Member(GnssSystem system, TabulatedClock clock)
    {
        public GnssSystem System { get; } = system;

        public TabulatedClock Clock { get; } = clock;

        public double[] Increments { get; private set; } = [];

        public double Weight { get; set; }

        public void Lay(Epoch[] rows)
        {
            Increments = new double[rows.Length];
            Array.Fill(Increments, double.NaN);
            ReadOnlySpan<Epoch> epochs = Clock.Epochs;
            ReadOnlySpan<double> offsets = Clock.Offsets;
            double[] elapsed = new double[rows.Length];
            List<double> rates = [];
            for (int i = 1; i < epochs.Length; i++)
            {
                Duration since = epochs[i] - epochs[i - 1];
                int row = Array.BinarySearch(rows, epochs[i]);
                if (since <= Clock.LongestInterval && rows[row - 1] == epochs[i - 1])
                {
                    elapsed[row] = since.TotalSeconds;
                    Increments[row] = offsets[i] - offsets[i - 1];
                    rates.Add(Increments[row] / elapsed[row]);
                }
            }

            double rate = rates.Count == 0 ? 0 : Median.Of(rates);
            for (int row = 0; row < rows.Length; row++)
            {
                Increments[row] -= rate * elapsed[row];
            }
        }

        /// <summary>Median distance of the increments from the moves of the reference; NaN without any.</summary>
        public double Scatter(double[] moves)
        {
            double[] left = [.. Increments.Select((v, i) => v - moves[i]).Where(v => !double.IsNaN(v))];
            if (left.Length == 0)
            {
                return double.NaN;
            }

            double middle = Median.Of(left);
            return Median.Of(left.Select(v => Math.Abs(v - middle)));
        }
    }
}
