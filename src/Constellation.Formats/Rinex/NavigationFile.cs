using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>What a RINEX navigation file holds.</summary>
public sealed record NavigationFile
{
    public required double Version { get; init; }

    /// <summary>The ephemerides.</summary>
    public required NavigationMessages Messages { get; init; }

    /// <summary>Every record behind the other members, as its numbers stand in the file; header lines are not among them.</summary>
    public required NavRecordTable Records { get; init; }

    public required IReadOnlyList<IonosphericCorrection> Ionosphere { get; init; }

    public required IReadOnlyList<TimeOffset> TimeOffsets { get; init; }

    public required IReadOnlyList<BroadcastEarthOrientation> EarthOrientation { get; init; }

    /// <summary>From the header; null where it is not given.</summary>
    public int? LeapSeconds { get; init; }

    /// <summary>Records read, by <c>kind system message</c> as RINEX 4 names them: <c>EPH G LNAV</c>.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Records passed over because nothing here uses their kind (CDMA GLONASS), by the same names.</summary>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }

    /// <summary>A file of messages that were made, not read; its records are made from them.</summary>
    /// <param name="messages">Of kinds that RINEX has; they come by satellite, kind and transmission.</param>
    /// <param name="version">RINEX version, for the writer.</param>
    /// <exception cref="ArgumentException">A message has no record, such as one of exact states.</exception>
    public static NavigationFile Of(IEnumerable<NavigationMessage> messages, double version = 4.0)
    {
        NavigationMessages all = new(messages);
        NavRecordTable records = new();
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (NavigationMessage message in all.All)
        {
            (NavRecordHead head, double[] values) = NavRecordEncoder.Encode(message);
            records.Add(head, values);
            string name = $"{head.Kind} {head.Satellite.Letter} {head.Message}";
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return new NavigationFile
        {
            Version = version,
            Messages = all,
            Records = records,
            Ionosphere = [],
            TimeOffsets = [],
            EarthOrientation = [],
            LeapSeconds = records.Count == 0 ? null : NavRecordEncoder.GpstMinusUtc(records[0].Time),
            Counts = counts,
            Skipped = new Dictionary<string, int>(),
        };
    }

    /// <summary>Several files as one: repeats are kept once, counts add up.</summary>
    public static NavigationFile Merge(IReadOnlyList<NavigationFile> files) => files.Count == 1
        ? files[0]
        : new NavigationFile
        {
            Version = files.Max(f => f.Version),
            Messages = new NavigationMessages(files.SelectMany(f => f.Messages.All)),
            Records = Together(files),
            Ionosphere = [.. files.SelectMany(f => f.Ionosphere)],
            TimeOffsets = [.. files.SelectMany(f => f.TimeOffsets)],
            EarthOrientation = [.. files.SelectMany(f => f.EarthOrientation)],
            LeapSeconds = files.Select(f => f.LeapSeconds).FirstOrDefault(s => s is not null),
            Counts = Sum(files.Select(f => f.Counts)),
            Skipped = Sum(files.Select(f => f.Skipped)),
        };

    private static NavRecordTable Together(IReadOnlyList<NavigationFile> files)
    {
        NavRecordTable all = new();
        foreach (NavigationFile file in files)
        {
            all.AddAll(file.Records);
        }

        return all;
    }

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
