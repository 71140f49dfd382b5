using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What may happen by chance to the clocks of <c>clock simulate</c>, and which clocks there are to take over, from its options.</summary>
internal static class ClockHappenings
{
    /// <summary>Units of a satellite with spares are held in memory, 16 bytes a node.</summary>
    private const double MostNodes = 3e7;

    /// <summary>Every row looks at every event before it.</summary>
    private const double MostEvents = 1e4;

    private const int MostSpares = 15;

    public static ClockEventRates? Rates(ClockModel model, bool random, Duration? mtbf, Duration length)
    {
        if (random && model.Events is null)
        {
            throw new InputException(Diagnostic.Error("CN1003", new("--random-events"), $"clock {model.Name} has no rates", "add a table [events] to its file, or use --event and --mtbf"));
        }

        if (mtbf <= Duration.Zero)
        {
            throw new InputException(Diagnostic.Error("CN1003", new("--mtbf"), "the time to failure is not positive", "write a duration such as 300d"));
        }

        ClockEventRates? rates = random ? model.Events : null;
        if (rates is not null && new[] { rates.PhaseJumpInterval, rates.FrequencyStepInterval, rates.DriftChangeInterval, rates.NoiseChangeInterval, rates.LampInterval }
            .Sum(d => d is { } interval ? length.TotalSeconds / interval.TotalSeconds : 0) > MostEvents)
        {
            throw new InputException(Diagnostic.Error("CN1003", new("--random-events"), $"more than {MostEvents:0e0} events are to be expected", "choose a shorter duration or rarer events"));
        }

        return mtbf is { } time ? (rates ?? new()) with { FailureInterval = time } : rates;
    }

    public static bool[] Spares(string? list, Duration length, Duration step)
    {
        string[] words = list?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (words.Any(w => w is not ("hot" or "cold")) || words.Length > MostSpares)
        {
            throw new InputException(Diagnostic.Error("CN1003", new("--spares"), $"'{list}' is not a list of spare clocks", $"write hot or cold, separated by commas, up to {MostSpares} of them"));
        }

        if (words.Length > 0 && length.TotalSeconds / step.TotalSeconds * (words.Length + 1) > MostNodes)
        {
            throw new InputException(Diagnostic.Error("CN1003", new("--step"), $"more than {MostNodes:0e0} nodes of several clocks", "choose a longer step or a shorter duration"));
        }

        return [.. words.Select(w => w == "hot")];
    }
}
