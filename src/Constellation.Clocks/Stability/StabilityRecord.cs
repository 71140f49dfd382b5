using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock history on an even grid for statistics: offsets that may be missing, in pieces that nothing known joins.</summary>
/// <remarks>A missing offset leaves the phases on both sides comparable; a missing frequency or a reset does not, and begins a new piece.</remarks>
public sealed class StabilityRecord
{
    private StabilityRecord(List<double[]> pieces, Duration interval, int missing)
    {
        Pieces = pieces;
        Interval = interval;
        Missing = missing;
        Gapped = pieces.ConvertAll(p => Array.Exists(p, double.IsNaN));
        LongestPiece = pieces.MaxBy(p => p.Length) ?? [];
        LongestRun = pieces.Select(RunIn).Append(default).MaxBy(r => r.Length);
    }

    /// <summary>Spacing of the grid.</summary>
    public Duration Interval { get; }

    /// <summary>Offsets of the grid inside the pieces, missing ones included.</summary>
    public int Count => Pieces.Sum(p => p.Length);

    /// <summary>Missing values inside the record.</summary>
    public int Missing { get; }

    /// <summary>Length of the longest run without a gap: what total, parabolic and bias-removed statistics use.</summary>
    public int LongestRunLength => LongestRun.Length;

    /// <summary>Number of pieces.</summary>
    public int PieceCount => Pieces.Count;

    internal List<double[]> Pieces { get; }

    internal List<bool> Gapped { get; }

    internal double[] LongestPiece { get; }

    internal ReadOnlyMemory<double> LongestRun { get; }

    /// <param name="offsets">Clock offsets, s, one every <paramref name="interval"/>; NaN where missing.</param>
    /// <param name="interval">Spacing of the grid, positive.</param>
    /// <param name="resets">Indices of offsets that have no known relation to the one before; increasing. None if left out.</param>
    public static StabilityRecord FromOffsets(ReadOnlySpan<double> offsets, Duration interval, IReadOnlyList<int>? resets = null)
    {
        RequirePositive(interval);
        List<double[]> pieces = [];
        int from = 0, missing = 0;
        foreach (int to in (resets ?? []).Append(offsets.Length))
        {
            ReadOnlySpan<double> piece = Trimmed(offsets[from..to]);
            from = to;
            if (piece.Length > 0)
            {
                pieces.Add(piece.ToArray());
                missing += CountMissing(piece);
            }
        }

        return new StabilityRecord(pieces, interval, missing);
    }

    /// <param name="frequency">Mean fractional frequencies, one every <paramref name="interval"/>; NaN where missing.</param>
    /// <param name="interval">Spacing of the grid, positive.</param>
    public static StabilityRecord FromFrequency(ReadOnlySpan<double> frequency, Duration interval)
    {
        RequirePositive(interval);
        List<double[]> pieces = [];
        ReadOnlySpan<double> inner = Trimmed(frequency);
        for (int i = 0; i < inner.Length;)
        {
            int end = i;
            while (end < inner.Length && !double.IsNaN(inner[end]))
            {
                end++;
            }

            if (end > i)
            {
                pieces.Add(FrequencyStability.OffsetsFromFrequency(inner[i..end], interval));
            }

            i = end + 1;
        }

        return new StabilityRecord(pieces, interval, CountMissing(inner));
    }

    private static void RequirePositive(Duration interval)
    {
        if (interval <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "is not positive");
        }
    }

    private static ReadOnlySpan<double> Trimmed(ReadOnlySpan<double> values)
    {
        int first = 0, last = values.Length;
        while (first < last && double.IsNaN(values[first]))
        {
            first++;
        }

        while (last > first && double.IsNaN(values[last - 1]))
        {
            last--;
        }

        return values[first..last];
    }

    private static int CountMissing(ReadOnlySpan<double> values)
    {
        int missing = 0;
        foreach (double value in values)
        {
            missing += double.IsNaN(value) ? 1 : 0;
        }

        return missing;
    }

    private static ReadOnlyMemory<double> RunIn(double[] piece)
    {
        (int from, int length, int start) = (0, 0, 0);
        for (int i = 0; i <= piece.Length; i++)
        {
            if (i == piece.Length || double.IsNaN(piece[i]))
            {
                (from, length) = i - start > length ? (start, i - start) : (from, length);
                start = i + 1;
            }
        }

        return piece.AsMemory(from, length);
    }
}
