using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Finds outliers, phase jumps and frequency jumps by robust limits: median and MAD. [SP1065] section 10.11</summary>
/// <remarks>
/// Frequencies are looked at against the median of the three on either side, so drift and wander neither hide a jump nor look like one. A frequency jump is a difference of medians before and
/// after that stands out of all such differences in the record: a clock whose frequency wanders all the time has none.
/// </remarks>
public static class ClockInspection
{
    /// <summary>Limit in standard deviations of normal noise: one false alarm in 500 million values.</summary>
    public const double DefaultLimit = 6;

    private const int Neighbours = 3;
    private const int FewestValues = 10;

    /// <summary>Ratio of standard deviation to median absolute deviation of a normal law.</summary>
    private const double NormalMad = 1.4826;

    /// <summary>Findings in clock offsets, by index.</summary>
    /// <param name="offsets">Clock offsets, s, NaN where missing.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="limit">In standard deviations.</param>
    public static IReadOnlyList<ClockFinding> OfOffsets(ReadOnlySpan<double> offsets, Duration interval, double limit = DefaultLimit)
    {
        double[] steps = new double[Math.Max(0, offsets.Length - 1)];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = offsets[i + 1] - offsets[i];
        }

        List<ClockFinding> findings = [];
        List<int> deviating = Deviating(steps, limit, out double[] residuals, out double allowed);
        foreach (int i in deviating)
        {
            if (findings.Count > 0 && findings[^1] is { Kind: ClockFindingKind.Outlier } before && before.Index == i)
            {
                continue;       // the way back from an outlier
            }

            bool returns = i + 1 < steps.Length && Math.Abs(residuals[i + 1]) > allowed && Math.Abs(residuals[i] + residuals[i + 1]) < 1.5 * allowed;
            findings.Add(new(returns ? ClockFindingKind.Outlier : ClockFindingKind.PhaseJump, i + 1, residuals[i]));
        }

        double step = interval.TotalSeconds;
        findings.AddRange(FrequencyJumps(Cleaned(steps, residuals, allowed), limit).Select(f => f with { Index = f.Index + 1, Size = f.Size / step }));
        return [.. findings.OrderBy(f => f.Index)];
    }

    /// <summary>Findings in mean frequencies, by index; a phase jump is an outlier here.</summary>
    public static IReadOnlyList<ClockFinding> OfFrequencies(ReadOnlySpan<double> frequencies, double limit = DefaultLimit)
    {
        double[] values = frequencies.ToArray();
        List<ClockFinding> findings = [.. Deviating(values, limit, out double[] residuals, out double allowed).Select(i => new ClockFinding(ClockFindingKind.Outlier, i, residuals[i]))];
        findings.AddRange(FrequencyJumps(Cleaned(values, residuals, allowed), limit));
        return [.. findings.OrderBy(f => f.Index)];
    }

    /// <summary>Indices of values that are off the median of their neighbours by more than the limit.</summary>
    private static List<int> Deviating(double[] values, double limit, out double[] residuals, out double allowed)
    {
        residuals = new double[values.Length];
        Span<double> around = stackalloc double[2 * Neighbours];
        for (int i = 0; i < values.Length; i++)
        {
            int count = 0;
            for (int k = Math.Max(0, i - Neighbours); k <= Math.Min(values.Length - 1, i + Neighbours); k++)
            {
                if (k != i && !double.IsNaN(values[k]))
                {
                    around[count++] = values[k];
                }
            }

            around[..count].Sort();
            residuals[i] = values[i] - (count == 0 ? double.NaN : 0.5 * (around[count / 2] + around[(count - 1) / 2]));
        }

        double[] sizes = [.. residuals.Where(r => !double.IsNaN(r)).Select(Math.Abs)];
        allowed = sizes.Length < FewestValues ? double.PositiveInfinity : limit * NormalMad * Median.Of(sizes);
        List<int> found = [];
        for (int i = 0; i < residuals.Length; i++)
        {
            if (Math.Abs(residuals[i]) > allowed)
            {
                found.Add(i);
            }
        }

        // A twentieth of the values is not a set of exceptions: the values are few levels of a coarse quantisation.
        return 20 * (long)found.Count > sizes.Length ? [] : found;
    }

    private static double[] Cleaned(double[] values, double[] residuals, double allowed) =>
        [.. values.Select((v, i) => Math.Abs(residuals[i]) > allowed ? v - residuals[i] : v)];

    private static List<ClockFinding> FrequencyJumps(double[] values, double limit)
    {
        int width = Math.Clamp(values.Length / 20, FewestValues, 5000), stride = Math.Max(1, width / 4);
        List<(int Index, double Change)> changes = [];
        for (int i = width; i + width <= values.Length; i += stride)
        {
            double change = MedianOf(values.AsSpan(i, width)) - MedianOf(values.AsSpan(i - width, width));
            if (!double.IsNaN(change))
            {
                changes.Add((i, change));
            }
        }

        if (changes.Count < 2 * FewestValues)
        {
            return [];
        }

        double usual = Median.Of(changes.Select(c => c.Change));
        double allowed = limit * NormalMad * Median.Of(changes.Select(c => Math.Abs(c.Change - usual)));
        List<ClockFinding> findings = [];
        foreach ((int index, double change) in changes)
        {
            double own = Math.Abs(change - usual);
            if (own > allowed && own > 0 && changes.All(c => Math.Abs(c.Index - index) > width || Math.Abs(c.Change - usual) < own || (Math.Abs(c.Change - usual) == own && c.Index >= index)))
            {
                findings.Add(new(ClockFindingKind.FrequencyJump, Sharpest(values, index, width, stride), change));
            }
        }

        return findings;
    }

    /// <summary>The place near <paramref name="index"/> where the means before and after differ most.</summary>
    private static int Sharpest(double[] values, int index, int width, int reach)
    {
        (int best, double most) = (index, -1);
        for (int i = Math.Max(width, index - reach); i <= Math.Min(values.Length - width, index + reach); i++)
        {
            double change = Math.Abs(MeanOf(values.AsSpan(i, width)) - MeanOf(values.AsSpan(i - width, width)));
            (best, most) = change > most ? (i, change) : (best, most);
        }

        return best;
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>NaN if none is there.</summary>
    private static double MedianOf(ReadOnlySpan<double> values)
    {
        double[] present = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                present[count++] = value;
            }
        }

        return count == 0 ? double.NaN : Median.Of(present.AsSpan(0, count).ToArray());
    }
}
