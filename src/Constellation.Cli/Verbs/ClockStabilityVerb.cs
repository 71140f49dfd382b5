using System.CommandLine;
using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>clock stability FILE</c>: statistics of clocks in files.</summary>
internal static class ClockStabilityVerb
{
    /// <summary>Multiply-adds of one statistic of one clock: half an hour or so.</summary>
    private const double MostOperations = 3e12;

    private static readonly TableColumn[] s_columns = TableColumn.From("source,stat,tau_s,n,deviation,low,high,noise", text: ["source", "stat", "noise"]);

    private static readonly string[] s_statistics = [.. Enum.GetNames<StabilityStatistic>().Select(n => n.ToLowerInvariant())];

    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "RINEX CLK or SP3 files (several days are merged), or tables of offsets or frequencies", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<StabilityStatistic[]> statistics = Statistics();
        Option<string> tau = new("--tau") { Description = "Averaging times: octave, decade, all, or a list such as 30,900,1h (seconds without a unit)", HelpName = "LIST", DefaultValueFactory = _ => "octave" };
        Option<string> type = new("--type") { Description = "What a table holds: offsets in seconds or fractional frequencies", HelpName = "phase|freq", DefaultValueFactory = _ => "phase" };
        type.AcceptOnlyFromAmong("phase", "freq");
        Option<double?> rate = new("--rate") { Description = "Values per second of a table; from its times if not given, 1 if it has none", HelpName = "HZ", CustomParser = ParseRate };
        Option<double> confidence = Options.Number("--confidence", "Probability of the interval low ... high", 0.95, 0.01, 0.9999, "");
        Option<bool> common = new("--remove-common", "--ensemble") { Description = "Read the satellites' clocks against their common reference, so that steps and wander of the product go" };
        Option<bool> outliers = new("--remove-outliers") { Description = "Take outliers for missing values and part the record at phase jumps" };
        Option<Duration[]> periods = Periods();
        Option<bool> stations = new("--stations") { Description = "Station clocks of a RINEX CLK file too" };
        Option<Duration?> window = Options.Duration("--window", "Statistics of a sliding window of this length instead of the whole record; the source is then NAME@t, t the middle in s");
        Option<Duration?> step = Options.Duration("--step", "From one window to the next; a quarter of the window if not given");
        Option<bool> strict = Options.Strict();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("stability", "Statistics of clocks in files: source,stat,tau_s,n,deviation,low,high,noise; what is wrong with a clock goes to standard error")
        {
            files, satellites, statistics, tau, type, rate, confidence, common, outliers, periods, stations, window, step, strict, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            StabilitySources reader = new(rules, Console.Error.WriteLine)
            {
                RemoveCommon = parsed.GetValue(common),
                Stations = parsed.GetValue(stations),
                Frequency = parsed.GetRequiredValue(type) == "freq",
                Rate = parsed.GetValue(rate) ?? double.NaN,
                Cancel = cancel,
            };
            AveragingTimes times = AveragingTimes.Parse(parsed.GetRequiredValue(tau));
            IReadOnlyList<StabilitySource> clocks = reader.Read(parsed.GetRequiredValue(files), OrbitSources.RequireIds(parsed.GetRequiredValue(satellites)));
            StabilitySource[] usable = [.. clocks.Where(IsUsable).Select(c => Inspect(c, parsed.GetValue(outliers))).Select(c => WithoutPeriods(c, parsed.GetRequiredValue(periods)))];
            if (usable.Length == 0)
            {
                throw new InputException(Diagnostic.Error("CN4012", new SourceSpan(parsed.GetRequiredValue(files)[0]), "no clock has three values", "a stability needs at least three offsets or two frequencies"));
            }

            StabilityStatistic[] wanted = parsed.GetRequiredValue(statistics);
            double probability = parsed.GetValue(confidence);
            RequireFeasible(usable, wanted, times);
            RequireWindows(usable, parsed.GetValue(window), parsed.GetValue(step));
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, table =>
            {
                foreach (StabilitySource clock in usable)
                {
                    if (parsed.GetValue(window) is { } length)
                    {
                        WriteWindows(table, clock, wanted, times, probability, length, parsed.GetValue(step), cancel);
                    }
                    else
                    {
                        Write(table, clock.Name, clock.ToRecord(), wanted, times.For(clock, Console.Error.WriteLine), probability, cancel);
                    }
                }
            });
            rules.Summarise("clock stability");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation clock stability final.clk.gz --sat E,C25-C30 --remove-common",
            "constellation clock stability week*.sp3.gz --sat G --stat oadev,ohdev,mdev --tau 900,3600,1d -o stability.csv",
            "constellation clock stability counter.txt --type freq --rate 10 --stat adev,totdev,theoh --tau decade",
            "constellation clock stability phase.csv --window 1d --step 6h");
    }

    private const string Notes =
        "low and high hold the true deviation with the probability of --confidence, by the degrees of freedom of the noise named in the row and freed of\n" +
        "its bias; none for mtie and tierms. noise is identified at each averaging time by the lag-1 autocorrelation: WPM FPM WFM FFM RWFM FWFM RRFM;\n" +
        "where fewer than 30 values are left, it is that of the longest time where it could be, but no whiter than WFM. mtotdev, ttotdev and htotdev carry the bias factor of\n" +
        "white FM. theo1, theobr and theoh average over 0.75 of an even stride, so their tau_s is the nearest such time. pdev, totdev, mtotdev, ttotdev,\n" +
        "htotdev, theobr and the long end of theoh use the longest run without a gap; the others leave out terms that miss a value.";

    private static void Write(TableWriter table, string name, StabilityRecord record, StabilityStatistic[] statistics, IReadOnlyList<int> factors, double confidence, CancellationToken cancel)
    {
        foreach (StabilityStatistic statistic in statistics)
        {
            foreach (StabilityEstimate e in StabilityAnalysis.Of(record, statistic, factors, confidence, cancel))
            {
                table.Text(name).Text(s_statistics[(int)statistic]).Real(e.Tau).Integer(e.Count).Real(e.Deviation).Real(e.Low).Real(e.High)
                    .Text(e.Noise is { } noise ? PowerLaw.Name(noise) : "").EndRow();
            }
        }
    }

    private static void WriteWindows(
        TableWriter table, StabilitySource clock, StabilityStatistic[] statistics, AveragingTimes times, double confidence, Duration length, Duration? step, CancellationToken cancel)
    {
        (double places, double ahead) = Window(clock, length, step);
        for (long start = 0; start + (long)places <= clock.Values.Length; start += (long)ahead)
        {
            (int first, int count) = ((int)start, (int)places);
            StabilitySource part = clock with
            {
                Values = clock.Values[first..(first + count)],
                Resets = [.. clock.Resets.Where(r => r > first && r < first + count).Select(r => r - first)],
            };
            double middle = (start + ((places - 1) / 2)) * clock.Interval.TotalSeconds;
            Write(table, clock.Name + "@" + middle.ToString("G12", CultureInfo.InvariantCulture), part.ToRecord(), statistics, times.For(part, _ => { }), confidence, cancel);
        }
    }

    /// <summary>Values in a window, and from one window to the next.</summary>
    private static (double Places, double Ahead) Window(StabilitySource clock, Duration length, Duration? step) => (
        Math.Round(length.TotalSeconds / clock.Interval.TotalSeconds),
        Math.Round((step ?? Duration.FromSeconds(length.TotalSeconds / 4)).TotalSeconds / clock.Interval.TotalSeconds));

    private static void RequireWindows(StabilitySource[] clocks, Duration? window, Duration? step)
    {
        if (window is not { } length)
        {
            if (step is not null)
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), "there is no window to move", "give --window too, or leave --step out"));
            }

            return;
        }

        foreach (StabilitySource clock in clocks)
        {
            (double places, double ahead) = Window(clock, length, step);
            if (places < 3 || places > clock.Values.Length || ahead < 1 || ahead > int.MaxValue)
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--window"), $"{clock.Name} has {clock.Values.Length} values of {clock.Interval.TotalSeconds:G6} s; the window would hold {places:0} and move by {ahead:0}", "choose a window of at least three values within the record, and a step of at least one"));
            }
        }
    }

    private static bool IsUsable(StabilitySource clock)
    {
        int least = clock.IsFrequency ? 2 : 3, present = clock.Present;
        if (present < least)
        {
            Console.Error.WriteLine($"{clock.Name}: left out, it has {(present == 0 ? "no value" : present == 1 ? "one value" : "two values")}");
        }

        return present >= least;
    }

    private static StabilitySource Inspect(StabilitySource clock, bool remove)
    {
        clock.TellMissing(Console.Error.WriteLine);

        if (clock.Resets.Count > 0)
        {
            Console.Error.WriteLine($"{clock.Name}: {clock.Resets.Count} clock events marked in the file, first at {clock.At(clock.Resets[0])}; the record is parted there");
        }

        double first = clock.Values.First(v => !double.IsNaN(v));
        if (clock.Values.All(v => double.IsNaN(v) || v == first))
        {
            Console.Error.WriteLine($"{clock.Name}: all values are {first.ToString("G6", CultureInfo.InvariantCulture)}; its deviations are 0");
            return clock;
        }

        IReadOnlyList<ClockFinding> findings = clock.Findings();
        foreach (IGrouping<ClockFindingKind, ClockFinding> kind in findings.GroupBy(f => f.Kind))
        {
            ClockFinding largest = kind.MaxBy(f => Math.Abs(f.Size));
            (string what, bool seconds, string done) = kind.Key switch
            {
                ClockFindingKind.Outlier => ("outliers", !clock.IsFrequency, remove ? "taken for missing" : "kept; --remove-outliers leaves them out"),
                ClockFindingKind.PhaseJump => ("phase jumps", true, remove ? "the record is parted there" : "kept; --remove-outliers parts the record there"),
                _ => ("frequency jumps", false, "kept"),
            };
            Console.Error.WriteLine(FormattableString.Invariant($"{clock.Name}: {kind.Count()} {what}, largest {largest.Size:G3}{(seconds ? " s" : "")} at {clock.At(largest.Index)}; {done}"));
        }

        return remove ? clock.Without(findings) : clock;
    }

    private static StabilitySource WithoutPeriods(StabilitySource clock, Duration[] periods)
    {
        if (periods.Length == 0)
        {
            return clock;
        }

        return clock.Present >= 2 * (3 + (2 * periods.Length))
            ? clock with { Values = PeriodicPart.Removed(clock.Values, clock.Interval, periods) }
            : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--remove-periods"), $"{clock.Name} has {clock.Present} values, too few for {periods.Length} periods", "give fewer periods, or leave the clock out with --sat"));
    }

    private static Option<Duration[]> Periods() => new("--remove-periods")
    {
        Description = "Take sinusoids of these periods out, such as those of the orbit and its half: 46386s,23193s for BeiDou's medium orbits",
        HelpName = "LIST",
        DefaultValueFactory = _ => [],
        CustomParser = r =>
        {
            List<Duration> list = [];
            foreach (string text in r.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)))
            {
                if (!Duration.TryParse(text, out Duration period) || period <= Duration.Zero || list.Count == 20)
                {
                    r.AddError($"'{text}' is not a period, or more than 20 are given; write durations such as 46386s,23193s");
                    return [];
                }

                list.Add(period);
            }

            return [.. list.Distinct()];
        },
    };

    private static void RequireFeasible(StabilitySource[] clocks, StabilityStatistic[] statistics, AveragingTimes times)
    {
        foreach (StabilitySource clock in clocks)
        {
            IReadOnlyList<int> factors = times.For(clock, _ => { });
            foreach (StabilityStatistic statistic in statistics)
            {
                double cost = StabilityAnalysis.Cost(statistic, clock.Values.Length, factors);
                if (cost > MostOperations)
                {
                    throw new InputException(Diagnostic.Error("CN4013", new SourceSpan("--stat"), $"{s_statistics[(int)statistic]} of {clock.Values.Length} values over {factors.Count} averaging times would take {cost:0.0e0} operations, which is hours", "give fewer averaging times with --tau, thin the values, or take another statistic"));
                }
            }
        }
    }

    private static Option<StabilityStatistic[]> Statistics() => new("--stat")
    {
        Description = "Statistics: " + string.Join(',', s_statistics) + ", or all",
        HelpName = "LIST",
        DefaultValueFactory = _ => [StabilityStatistic.Oadev],
        CustomParser = r =>
        {
            List<StabilityStatistic> list = [];
            foreach (string name in r.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            {
                int found = Array.IndexOf(s_statistics, name.ToLowerInvariant());
                if (name.Equals("all", StringComparison.OrdinalIgnoreCase))
                {
                    list.AddRange(Enum.GetValues<StabilityStatistic>());
                }
                else if (found < 0)
                {
                    r.AddError($"'{name}' is not a statistic{Spelling.Hint(name.ToLowerInvariant(), s_statistics)}; there are {string.Join(", ", s_statistics)}");
                    return [];
                }
                else
                {
                    list.Add((StabilityStatistic)found);
                }
            }

            return [.. list.Distinct()];
        },
    };

    private static double? ParseRate(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate is >= 1e-9 and <= 1e9)
        {
            return rate;
        }

        result.AddError($"'{text}' is not a rate; write values per second, such as 1 or 0.0333333");
        return null;
    }
}
