using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Precise clocks of a RINEX clock file, or of several merged.</summary>
public sealed record ClkFile
{
    public required double Version { get; init; }

    public required string AnalysisCenter { get; init; }

    /// <summary>Sampling of the satellite clocks: the most frequent difference of successive epochs.</summary>
    public required Duration Interval { get; init; }

    public required IReadOnlyDictionary<SatelliteId, ClkSeries> Satellites { get; init; }

    /// <summary>By station name as the file writes it.</summary>
    public required IReadOnlyDictionary<string, ClkSeries> Stations { get; init; }

    /// <summary>The satellite's clock, lines between rows that are one interval apart; null when the file has none.</summary>
    public TabulatedClock? Clock(SatelliteId id) => Satellites.TryGetValue(id, out ClkSeries? series) ? Table(series) : null;

    public TabulatedClock? StationClock(string name) => Stations.TryGetValue(name, out ClkSeries? series) ? Table(series) : null;

    /// <summary>Several files as one. Where files overlap, the later one in the list gives the value.</summary>
    public static ClkFile Merge(IReadOnlyList<ClkFile> files)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        return files.Count == 1 ? files[0] : files[0] with
        {
            Interval = files.Min(f => f.Interval),
            Satellites = Merge(files.Select(f => f.Satellites), Comparer<SatelliteId>.Default),
            Stations = Merge(files.Select(f => f.Stations), StringComparer.Ordinal),
        };
    }

    private TabulatedClock Table(ClkSeries series) => new(series.Epochs, series.Offsets, Interval > Duration.Zero ? Interval : Duration.FromSeconds(30));

    private static SortedDictionary<TKey, ClkSeries> Merge<TKey>(IEnumerable<IReadOnlyDictionary<TKey, ClkSeries>> parts, IComparer<TKey> order)
        where TKey : notnull
    {
        SortedDictionary<TKey, ClkSeries> merged = new(order);
        foreach ((TKey key, ClkSeries series) in parts.SelectMany(p => p))
        {
            merged[key] = merged.TryGetValue(key, out ClkSeries? known) ? ClkSeries.Join(known, series) : series;
        }

        return merged;
    }
}
