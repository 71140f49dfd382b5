using Constellation.Core;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The epochs of orbits: what was asked for, else what the tables cover, else a day from where elements belong.</summary>
internal static class OrbitEpochs
{
    private const int MostEpochs = 1_000_000, GoodCount = 300;

    private static readonly Duration s_day = Duration.FromDays(1);

    /// <summary>Steps that people like, s.</summary>
    private static readonly int[] s_steps = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400];

    /// <param name="options">What was asked for.</param>
    /// <param name="tables">What files cover; empty: none bounds the time.</param>
    /// <param name="elements">Epochs of elements.</param>
    /// <param name="interval">The least spacing of tables.</param>
    /// <exception cref="InputException">CN1003: the options do not fit together.</exception>
    public static EpochGrid Of(SourceOptions options, IReadOnlyList<EpochSpan> tables, IReadOnlyList<Epoch> elements, Duration? interval)
    {
        // The middle one of elements: a catalogue holds sets that are weeks old.
        Epoch begin = tables.Count > 0 ? tables.Min(t => t.First) : elements.Count > 0 ? OnTheHour(elements.Order().ElementAt(elements.Count / 2)) : throw new ArgumentException("neither tables nor elements", nameof(elements));
        Epoch end = tables.Count > 0 ? tables.Max(t => t.Last) : begin + s_day;
        Epoch first = options.Start ?? (options.Stop is { } stop && stop < begin ? stop - s_day : begin);
        Epoch last = options.Stop ?? (first > end || tables.Count == 0 ? first + s_day : end);
        if (last < first)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--stop"), "the last epoch is before the first", "exchange --start and --stop"));
        }

        double span = (last - first).TotalSeconds;
        Duration step = options.Step ?? Chosen(span, interval);
        if (step <= Duration.Zero || span / step.TotalSeconds >= MostEpochs)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), step <= Duration.Zero ? "the step is not positive" : $"more than {MostEpochs} epochs", "choose a longer step or a shorter span"));
        }

        return EpochGrid.Between(first, last, step);
    }

    /// <summary>That of the tables, or the least good one that makes not too many epochs.</summary>
    private static Duration Chosen(double span, Duration? interval) => interval is { } own && own > Duration.Zero && span / own.TotalSeconds <= 10 * GoodCount
        ? own
        : Duration.FromSeconds(s_steps.FirstOrDefault(s => span / s <= GoodCount, s_steps[^1]));

    private static Epoch OnTheHour(Epoch epoch)
    {
        (int week, Duration time) = epoch.ToGps();
        return Epoch.FromGps(week, Duration.FromHours(time.WholeSeconds / 3600));
    }
}
