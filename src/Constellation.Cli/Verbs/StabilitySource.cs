using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>A clock on an even grid, as read from a file, for its statistics.</summary>
/// <param name="Name">Satellite, station, column or file.</param>
/// <param name="Values">Offsets in seconds, or fractional frequencies; NaN where missing.</param>
/// <param name="Interval">Spacing.</param>
/// <param name="IsFrequency">Whether the values are frequencies.</param>
/// <param name="Start">Epoch of the first value, where the file tells it.</param>
/// <param name="Resets">Indices of values that the file marks as beginning anew.</param>
internal sealed record StabilitySource(string Name, double[] Values, Duration Interval, bool IsFrequency, Epoch? Start, IReadOnlyList<int> Resets)
{
    /// <summary>How many of the missing values are infinite in the file.</summary>
    public int NotFinite { get; init; }

    public int Present => Values.Count(v => !double.IsNaN(v));

    /// <summary>Says how many values are missing, and how many of them because they are not finite.</summary>
    public void TellMissing(Action<string> tell)
    {
        int missing = Values.Length - Present;
        if (missing > 0)
        {
            tell($"{Name}: {missing} of {Values.Length} values are missing{(NotFinite > 0 ? $"; {NotFinite} in the file are not finite" : "")}");
        }
    }

    public StabilityRecord ToRecord() => IsFrequency
        ? StabilityRecord.FromFrequency(Values, Interval)
        : StabilityRecord.FromOffsets(Values, Interval, Resets);

    /// <summary>Inspected in parts, so that a long record does not take its memory many times over; they overlap, so that nothing hides where they meet.</summary>
    public IReadOnlyList<ClockFinding> Findings()
    {
        const int part = 1_000_000, overlap = 1000;
        Dictionary<(ClockFindingKind Kind, int Index), ClockFinding> found = [];
        for (int first = 0; first == 0 || first + overlap < Values.Length; first += part)
        {
            ReadOnlySpan<double> values = Values.AsSpan(first, Math.Min(part + overlap, Values.Length - first));
            foreach (ClockFinding finding in IsFrequency ? ClockInspection.OfFrequencies(values) : ClockInspection.OfOffsets(values, Interval))
            {
                found.TryAdd((finding.Kind, first + finding.Index), finding with { Index = first + finding.Index });
            }
        }

        return [.. found.Values.OrderBy(f => f.Index)];
    }

    /// <summary>Without these findings: outliers are missing values then, and a phase jump begins a new piece. A frequency jump stays.</summary>
    public StabilitySource Without(IReadOnlyList<ClockFinding> findings)
    {
        double[] values = [.. Values];
        SortedSet<int> resets = [.. Resets];
        foreach (ClockFinding finding in findings)
        {
            if (finding.Kind == ClockFindingKind.Outlier)
            {
                values[finding.Index] = double.NaN;
            }
            else if (finding.Kind == ClockFindingKind.PhaseJump)
            {
                resets.Add(finding.Index);
            }
        }

        return this with { Values = values, Resets = [.. resets] };
    }

    /// <summary>Where an index is: an epoch, or seconds since the first value.</summary>
    public string At(int index)
    {
        Duration since = Interval * index;
        return Start is { } start ? (start + since).ToString(TimeScale.Gpst, 0) : FormattableString.Invariant($"{since.TotalSeconds:G10} s");
    }
}
