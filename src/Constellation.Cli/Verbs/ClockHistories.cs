using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What <c>clock fit</c>, <c>predict</c>, <c>ensemble</c> and <c>compare</c> share: options and reading of clock histories as offsets.</summary>
internal sealed class ClockHistories
{
    private static readonly Duration[] s_halfDay = [Duration.FromHours(12), Duration.FromHours(6)];

    public Option<SatelliteSelector> Satellites { get; } = Options.Satellites();

    public Option<string> Type { get; } = new("--type") { Description = "What a table holds: offsets in seconds or fractional frequencies", HelpName = "phase|freq", DefaultValueFactory = _ => "phase" };

    public Option<double?> Rate { get; } = new("--rate") { Description = "Values per second of a table; from its times if not given, 1 if it has none", HelpName = "HZ", CustomParser = ParseRate };

    public Option<string> Common { get; } = new("--common") { Description = "The common clock of satellites of one system, their median: remove it or keep it", HelpName = "remove|keep", DefaultValueFactory = _ => "remove" };

    public Option<Duration[]> Periods { get; } = new("--periods")
    {
        Description = "Periods of sine waves, such as 12h,6h; none takes none; without it one revolution of the satellite's system and half of it, 12h,6h for a table",
        HelpName = "LIST",
        CustomParser = ParsePeriods,
    };

    public Option<bool> Strict { get; } = Options.Strict();

    public ClockHistories()
    {
        Type.AcceptOnlyFromAmong("phase", "freq");
        Common.AcceptOnlyFromAmong("remove", "keep");
    }

    public static Argument<string[]> Files() =>
        new("file") { Description = "RINEX CLK or SP3 files (several days are merged), or tables of offsets or frequencies", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    /// <param name="command">Gets the options.</param>
    /// <param name="withCommon">Whether it has a choice about the common clock.</param>
    public void AddTo(Command command, bool withCommon = true)
    {
        command.Add(Satellites);
        command.Add(Type);
        command.Add(Rate);
        command.Add(Periods);
        command.Add(Strict);
        if (withCommon)
        {
            command.Add(Common);
        }
    }

    /// <summary>Reads the clocks as offsets; those with fewer values than needed are told of and left out.</summary>
    /// <exception cref="InputException">CN4030: no clock is left, or the file cannot be read.</exception>
    public IReadOnlyList<StabilitySource> Read(ParseResult parsed, IReadOnlyList<string> files, int fewest, CancellationToken cancel) =>
        Read(parsed, files, fewest, parsed.GetRequiredValue(Common) == "remove", Console.Error.WriteLine, cancel);

    /// <inheritdoc cref="Read(ParseResult, IReadOnlyList{string}, int, CancellationToken)"/>
    /// <param name="parsed">The command line.</param>
    /// <param name="files">All of one kind.</param>
    /// <param name="fewest">Offsets that a clock must have.</param>
    /// <param name="removeCommon">Whether satellites are read against the median of their system; a table has no common clock.</param>
    /// <param name="tell">Told what is left out.</param>
    /// <param name="cancel">Looked at while a table is read.</param>
    public IReadOnlyList<StabilitySource> Read(ParseResult parsed, IReadOnlyList<string> files, int fewest, bool removeCommon, Action<string> tell, CancellationToken cancel)
    {
        bool frequency = parsed.GetRequiredValue(Type) == "freq";
        ReadingRules rules = new(parsed.GetValue(Strict), d => tell(d.ToString()));
        StabilitySources reader = new(rules, tell)
        {
            RemoveCommon = removeCommon && FileKinds.Of(files[0]) != FileKind.Unknown,
            Frequency = frequency,
            Rate = parsed.GetValue(Rate) ?? double.NaN,
            Cancel = cancel,
        };
        List<StabilitySource> usable = [];
        foreach (StabilitySource source in reader.Read(files, OrbitSources.RequireIds(parsed.GetRequiredValue(Satellites))))
        {
            source.TellMissing(tell);
            StabilitySource clock = AsOffsets(source);
            if (clock.Present < fewest)
            {
                tell($"{clock.Name}: {clock.Present} offsets are too few, {fewest} are needed; left out");
            }
            else
            {
                usable.Add(clock);
            }
        }

        return usable.Count > 0 ? usable : throw new InputException(Diagnostic.Error(
            "CN4030", new SourceSpan(files[0]), $"no clock has {fewest} offsets", "give a longer record, or several files of consecutive days"));
    }

    /// <summary>Frequencies summed to offsets; a missing frequency leaves a missing offset, and what comes after begins anew.</summary>
    private static StabilitySource AsOffsets(StabilitySource source)
    {
        if (!source.IsFrequency)
        {
            return source;
        }

        double dt = source.Interval.TotalSeconds;
        double[] offsets = new double[source.Values.Length + 1];
        List<int> resets = [];
        double sum = 0;
        for (int i = 0; i < source.Values.Length; i++)
        {
            if (double.IsNaN(source.Values[i]))
            {
                offsets[i + 1] = double.NaN;
                sum = double.NaN;
                continue;
            }

            if (double.IsNaN(sum))
            {
                resets.Add(i);
                offsets[i] = sum = 0;
            }

            offsets[i + 1] = sum += source.Values[i] * dt;
        }

        return source with { Values = offsets, IsFrequency = false, Resets = resets };
    }

    /// <summary>The catalogue's model where one is named, else one fitted to the record; null where the record has no noise to fit.</summary>
    public static ClockModel? Model(string? named, StabilitySource clock, IReadOnlyList<Duration>? periods, CancellationToken cancel)
    {
        if (named is not null)
        {
            return EphemerisLibrary.BuiltIn.Clock(named, new SourceSpan("--clock"));
        }

        ClockFit? fit = Fit(clock, periods, cancel);
        return fit?.ToModel(clock.Name, "", "");
    }

    /// <summary>The periods asked for, or null where none were.</summary>
    public IReadOnlyList<Duration>? AskedPeriods(ParseResult parsed) =>
        parsed.GetResult(Periods) is { Implicit: false } ? parsed.GetValue(Periods) : null;

    /// <summary>Noise, drift and sine waves of a record; null where it has none or is too short.</summary>
    public static ClockFit? Fit(StabilitySource clock, IReadOnlyList<Duration>? periods, CancellationToken cancel) =>
        ClockFitter.Fit(clock.Values, clock.Interval, PeriodsOf(clock, periods), clock.Resets, cancel);

    /// <summary>Those asked for, or one revolution and half of it: satellite clocks follow their temperature, products their orbits. [Senior08]</summary>
    public static IReadOnlyList<Duration> PeriodsOf(StabilitySource clock, IReadOnlyList<Duration>? asked)
    {
        if (asked is not null)
        {
            return asked;
        }

        // Mean periods of the medium orbits; the inclined and geostationary ones of BeiDou take a sidereal day.
        Duration? revolution = !SatelliteId.TryParse(clock.Name.Split(' ')[0], out SatelliteId id) ? null : id.System switch
        {
            GnssSystem.Gps => Duration.FromSeconds(43_082),
            GnssSystem.Galileo => Duration.FromSeconds(50_685),
            GnssSystem.Glonass => Duration.FromSeconds(40_544),
            GnssSystem.BeiDou => Duration.FromSeconds(BeiDouSynchronous.Contains(id) ? 86_164 : 46_391),
            _ => Duration.FromSeconds(86_164),
        };
        return revolution is { } period ? [period, Duration.FromSeconds(period.TotalSeconds / 2)] : s_halfDay;
    }

    private static double? ParseRate(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate is >= 1e-9 and <= 1e9)
        {
            return rate;
        }

        result.AddError($"'{text}' is not a rate; write values per second, such as 1 or 0.0333333");
        return null;
    }

    private static Duration[] ParsePeriods(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        return text.Equals("none", StringComparison.OrdinalIgnoreCase) ? [] : ParseDurations(result, text);
    }

    /// <summary>Positive durations with commas between.</summary>
    public static Duration[] ParseDurations(ArgumentResult result, string text)
    {
        List<Duration> list = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Duration.TryParse(part, out Duration duration) || duration <= Duration.Zero)
            {
                result.AddError($"'{part}' is not a positive duration; write a number with its unit: 15min, 2h, 1d, with commas between");
                return [];
            }

            list.Add(duration);
        }

        return [.. list.Distinct()];
    }
}
