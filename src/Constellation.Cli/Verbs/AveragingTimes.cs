using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The averaging times asked for: a rule, or a list.</summary>
internal sealed class AveragingTimes
{
    private readonly Func<int, IReadOnlyList<int>>? _rule;
    private readonly double[] _seconds = [];

    private AveragingTimes(Func<int, IReadOnlyList<int>> rule) => _rule = rule;

    private AveragingTimes(double[] seconds) => _seconds = seconds;

    /// <param name="text"><c>octave</c>, <c>decade</c>, <c>all</c>, or times with commas between, seconds where no unit is given.</param>
    /// <exception cref="InputException">CN1003: it is none of these.</exception>
    public static AveragingTimes Parse(string text) => text.ToLowerInvariant() switch
    {
        "octave" => new(AveragingFactors.Octaves),
        "decade" => new(AveragingFactors.Decades),
        "all" => new(AveragingFactors.All),
        _ => new([.. text.Split(',', StringSplitOptions.TrimEntries).Select(Seconds)]),
    };

    /// <summary>The times in intervals of a clock, increasing; told which had to be rounded.</summary>
    public IReadOnlyList<int> For(StabilitySource clock, Action<string> tell)
    {
        int most = Math.Max(0, clock.Values.Length - (clock.IsFrequency ? 0 : 1));
        if (_rule is not null)
        {
            return _rule(most);
        }

        double interval = clock.Interval.TotalSeconds;
        SortedSet<int> factors = [];
        foreach (double tau in _seconds)
        {
            double m = Math.Max(1, Math.Round(tau / interval));
            if (m > most)
            {
                tell(FormattableString.Invariant($"{clock.Name}: {tau:G10} s is longer than the record"));
                continue;
            }

            if (Math.Abs((m * interval) - tau) > 1e-6 * tau)
            {
                tell(FormattableString.Invariant($"{clock.Name}: {tau:G10} s is not a multiple of {interval:G10} s; {m * interval:G10} s taken"));
            }

            factors.Add((int)m);
        }

        return [.. factors];
    }

    private static double Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e12 ? seconds
        : Duration.TryParse(text, out Duration duration) && duration > Duration.Zero ? duration.TotalSeconds
        : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--tau"), $"'{text}' is not an averaging time", "write octave, decade, all, or times such as 30,900,1h"));
}
