using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The epochs of a table: from <c>--start</c>, <c>--stop</c> and <c>--step</c>, or what the source itself covers.</summary>
internal static class EpochGrids
{
    private const double MostEpochs = 1e9;

    /// <exception cref="InputException">An option is missing and the source has no value of its own, or the options do not fit together; all problems at once.</exception>
    public static EpochGrid Of(string verb, EphemerisSource source, Epoch? start, Epoch? stop, Duration? step)
    {
        List<Diagnostic> wrong = [];
        Epoch first = start ?? source.Coverage?.First ?? Missing("--start", "2024-09-20T00:00:00GPST");
        Epoch last = stop ?? source.Coverage?.Last ?? Missing("--stop", "2024-09-21T00:00:00GPST");
        Duration between = step ?? source.Interval ?? Duration.Zero;
        if (step is null && source.Interval is null)
        {
            _ = Missing("--step", "5min");
        }
        else if (between <= Duration.Zero)
        {
            wrong.Add(Diagnostic.Error("CN1003", new SourceSpan("--step"), "the step is not positive", "write a positive duration such as 30s"));
        }
        else if (last < first)
        {
            wrong.Add(Diagnostic.Error("CN1003", new SourceSpan("--stop"), "the last epoch is before the first", "exchange --start and --stop"));
        }
        else if ((last - first).TotalSeconds / between.TotalSeconds > MostEpochs)
        {
            wrong.Add(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"more than {MostEpochs:0e0} epochs", "choose a longer step or a shorter span"));
        }

        return wrong.Count > 0 ? throw new InputException(wrong) : EpochGrid.Between(first, last, between);

        Epoch Missing(string option, string example)
        {
            wrong.Add(Diagnostic.Error("CN1004", new SourceSpan(verb), $"{option} is missing: the source has none of its own", $"write it, as in {option} {example}"));
            return default;
        }
    }
}
