using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>What a RINEX navigation file holds.</summary>
public sealed record NavigationFile
{
    public required double Version { get; init; }

    /// <summary>The ephemerides.</summary>
    public required NavigationMessages Messages { get; init; }

    public required IReadOnlyList<IonosphericCorrection> Ionosphere { get; init; }

    public required IReadOnlyList<TimeOffset> TimeOffsets { get; init; }

    public required IReadOnlyList<BroadcastEarthOrientation> EarthOrientation { get; init; }

    /// <summary>From the header; null where it is not given.</summary>
    public int? LeapSeconds { get; init; }

    /// <summary>Records read, by <c>kind system message</c> as RINEX 4 names them: <c>EPH G LNAV</c>.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Records passed over because nothing here uses their kind (SBAS, CDMA GLONASS), by the same names.</summary>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }

    /// <summary>Several files as one: repeats are kept once, counts add up.</summary>
    public static NavigationFile Merge(IReadOnlyList<NavigationFile> files) => files.Count == 1
        ? files[0]
        : new NavigationFile
        {
            Version = files.Max(f => f.Version),
            Messages = new NavigationMessages(files.SelectMany(f => f.Messages.All)),
            Ionosphere = [.. files.SelectMany(f => f.Ionosphere)],
            TimeOffsets = [.. files.SelectMany(f => f.TimeOffsets)],
            EarthOrientation = [.. files.SelectMany(f => f.EarthOrientation)],
            LeapSeconds = files.Select(f => f.LeapSeconds).FirstOrDefault(s => s is not null),
            Counts = Sum(files.Select(f => f.Counts)),
            Skipped = Sum(files.Select(f => f.Skipped)),
        };

    private static SortedDictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> counts)
    {
        SortedDictionary<string, int> sum = new(StringComparer.Ordinal);
        foreach ((string name, int count) in counts.SelectMany(c => c))
        {
            sum[name] = sum.GetValueOrDefault(name) + count;
        }

        return sum;
    }
}
