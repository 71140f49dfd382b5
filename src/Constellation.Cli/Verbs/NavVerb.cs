using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>nav fit SOURCE...</c>: broadcast ephemerides fitted to any orbits, rounded to the bits of their messages, as RINEX.</summary>
internal static class NavVerb
{
    private const string Header =
        "sat,toe_gpst,message,fit_rms_m,fit_max_m,quantised_rms_m,quantised_max_m," +
        "fit_radial_rms_m,fit_along_rms_m,fit_cross_rms_m,fit_radial_max_m,fit_along_max_m,fit_cross_max_m," +
        "quantised_radial_rms_m,quantised_along_rms_m,quantised_cross_rms_m,quantised_radial_max_m,quantised_along_max_m,quantised_cross_max_m," +
        "clock_fit_rms_m,clock_quantised_rms_m";

    private static readonly MessageType[] s_known =
    [
        MessageType.Lnav, MessageType.Cnav, MessageType.Cnv1, MessageType.Cnv2, MessageType.Cnv3, MessageType.Inav, MessageType.Fnav, MessageType.D1, MessageType.D2, MessageType.Fdma,
    ];

    public static Command Create() => new("nav", "Navigation messages: make them of orbits and clocks") { Fit() };

    private static Command Fit()
    {
        Argument<string[]> sources = new("source")
        {
            Description = "SP3 or RINEX navigation files (several are merged), or the name of a constellation ('list constellations')",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<MessageType[]?> messages = new("--message")
        {
            Description = "Kinds of messages, such as LNAV,CNAV: each satellite gets those that its system has; without it the legacy one (LNAV, INAV, D1 or D2, FDMA)",
            HelpName = "LIST",
            CustomParser = ParseMessages,
        };
        Option<Duration?> interval = Options.Duration("--interval", "Time between reference epochs (default 2h; GLONASS 30min)");
        Option<Duration?> span = Options.Duration("--fit", "Span of the fit, centred on the reference epoch (default 4h; GLONASS always 30min)");
        Option<Epoch?> start = Options.Epoch("--start", "Start of the first fit span; that of the source if not given"), stop = Options.Epoch("--stop", "End of the last fit span; that of the source if not given");
        Option<double> version = new("--rinex") { Description = "RINEX version of the file: 3.03 to 3.05, 4.00 to 4.02 (default 4.00; 3 has no room for CNAV-like messages)", HelpName = "VERSION", DefaultValueFactory = _ => 4.0 };
        version.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && !(double.TryParse(r.Tokens[^1].Value, out double v) && v is >= 3 and < 4.1))
            {
                r.AddError($"--rinex {r.Tokens[^1].Value}: write a version from 3.00 to 4.02");
            }
        });
        Option<int> threads = Options.Threads();
        Option<bool> strict = Options.Strict();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output("Write the messages to a RINEX navigation file; without it only the table of errors is made");
        Command command = new("fit", "Fit broadcast ephemerides and clocks to orbits, rounded to the bits of their messages; a table of fit errors goes to standard output")
        {
            sources, satellites, messages, interval, span, start, stop, version, strict, threads, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            OrbitSource source = OrbitSources.Open(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(satellites), rules);
            MessageFitter fitter = new(source.Ephemeris, EarthOrientation.BuiltIn, parsed.GetValue(interval), parsed.GetValue(span) ?? Duration.FromHours(4));
            List<Job> jobs = Jobs(source, fitter, parsed.GetValue(messages) is { Length: > 0 } wanted ? wanted : null, Covered(source.Ephemeris, parsed.GetValue(start), parsed.GetValue(stop)));
            Check(jobs, fitter, parsed.GetValue(span));
            Outcome[] outcomes = Run(jobs, fitter, parsed.GetValue(threads), cancel);
            MessageFit[] fits = [.. outcomes.Select(o => o.Fit).OfType<MessageFit>()];
            Report(jobs, outcomes);
            if (fits.Length == 0)
            {
                throw new InputException(Diagnostic.Error("CN4002", new SourceSpan("nav fit"), "no message could be made", "choose satellites and a span that the source covers without gaps, or a shorter --fit"));
            }

            if (parsed.GetValue(output) is { } path)
            {
                WriteRinex(path, NavigationFile.Of(fits.Select(f => f.Message)), parsed.GetValue(version));
            }

            TableOutput.Write(null, parsed.GetRequiredValue(format), Columns, table => WriteRows(table, fits));
            Summarise(fits);
            rules.Summarise("nav fit");
            return Task.FromResult(ExitCode.Done);
        });
        return command
            .WithNotes(
                """
                The orbit of the source is taken as it is: SP3 gives the centre of mass, real messages the antenna, 1 to 3 m further down.
                Clocks are lines through those of the source, without the relativistic term (GLONASS: with it). Group delays are zero.
                Errors compare the message with the source over the span of the fit: before rounding (fit_) and as sent (quantised_).
                """)
            .WithExamples(
                "constellation nav fit final.sp3.gz --sat G --message LNAV,CNAV --fit 2h -o fitted.rnx",
                "constellation nav fit day1.sp3 day2.sp3 day3.sp3 --sat C19-C46 --message CNV1 --interval 1h --fit 3h",
                "constellation nav fit galileo --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST --rinex 3.05 -o galileo.rnx");
    }

    private static TableColumn[] Columns { get; } =
        [.. TableColumn.From(Header, text: ["message"]).Select(c => c.Name == "toe_gpst" ? new TableColumn("toe_gpst", TableColumnKind.Epoch) : c)];

    private static MessageType[]? ParseMessages(ArgumentResult result)
    {
        List<MessageType> types = [];
        foreach (string name in result.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            MessageType type = Array.Find(s_known, k => string.Equals(k.ToString(), name, StringComparison.OrdinalIgnoreCase));
            if (type == MessageType.Exact)
            {
                result.AddError($"'{name}' is not a kind of message for --message; known: {string.Join(", ", s_known.Select(Name))}");
                return null;
            }

            types.Add(type);
        }

        return [.. types.Distinct()];
    }

    private static string Name(MessageType type) => type.ToString().ToUpperInvariant();

    private static EpochSpan Covered(EphemerisSource source, Epoch? start, Epoch? stop)
    {
        if ((start ?? source.Coverage?.First) is not { } first || (stop ?? source.Coverage?.Last) is not { } last)
        {
            throw new InputException(Diagnostic.Error(
                "CN1004", new SourceSpan("nav fit"), $"{(start is null ? "--start" : "--stop")} is missing: the source has none of its own", "write it, as in --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST"));
        }

        return first <= last
            ? new EpochSpan(first, last)
            : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--stop"), "the last epoch is before the first", "exchange --start and --stop"));
    }

    /// <summary>Satellites by messages by reference epochs, in the order of the table.</summary>
    private static List<Job> Jobs(OrbitSource source, MessageFitter fitter, MessageType[]? wanted, EpochSpan covered)
    {
        const int mostJobs = 1_000_000;
        List<Job> jobs = [];
        foreach (SatelliteId satellite in source.Satellites)
        {
            IReadOnlyList<MessageType> offered = MessageFitter.Types(satellite.System);
            foreach (MessageType type in wanted is null ? offered.Take(satellite.System == GnssSystem.BeiDou ? 2 : 1) : offered.Where(wanted.Contains))
            {
                if (fitter.IntervalOf(satellite.System) <= Duration.Zero)
                {
                    throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--interval"), "the interval is not positive", "write a positive duration such as 2h"));
                }

                int issue = 0;
                foreach (Epoch toe in fitter.References(satellite.System, covered))
                {
                    jobs.Add(new Job(satellite, type, toe, issue++));
                    if (jobs.Count > mostJobs)
                    {
                        throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--interval"), $"more than {mostJobs} messages", "choose a longer interval or a shorter span"));
                    }
                }
            }
        }

        return jobs;
    }

    private static void Check(List<Job> jobs, MessageFitter fitter, Duration? span)
    {
        if (span is { } fit && !(fit.TotalSeconds is >= 600 and <= 86400))
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--fit"), "the span of the fit is not between 10 minutes and a day", "write a duration such as 4h"));
        }

        foreach (Job job in jobs.DistinctBy(j => (j.Satellite.System, j.Type)))
        {
            Duration step = MessageFitter.ReferenceStep(job.Satellite.System, job.Type), interval = fitter.IntervalOf(job.Satellite.System);
            if (step * Duration.FloorDivide(interval, step) != interval)
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--interval"), $"{Name(job.Type)} has its reference epochs on multiples of {step.TotalSeconds:0} s", "choose a multiple of that"));
            }
        }

        if (jobs.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4002", new SourceSpan("nav fit"), "no satellite has such a message, or no fit span lies within the source", "choose other satellites or messages, a longer source or a shorter --fit"));
        }
    }

    private static Outcome[] Run(List<Job> jobs, MessageFitter fitter, int threads, CancellationToken cancel)
    {
        Outcome[] outcomes = new Outcome[jobs.Count];
        Parallel.For(0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
            outcomes[i] = new Outcome(fitter.TryFit(jobs[i].Satellite, jobs[i].Type, jobs[i].Toe, jobs[i].Issue, out string problem), problem));
        return outcomes;
    }

    /// <summary>One line for each kind of trouble of a satellite. That a BeiDou satellite sends D1 or D2, not both, is none unless it was asked for.</summary>
    private static void Report(List<Job> jobs, Outcome[] outcomes)
    {
        HashSet<SatelliteId> fitted = [.. outcomes.Select(o => o.Fit?.Message.Satellite).OfType<SatelliteId>()];
        foreach (var trouble in jobs.Zip(outcomes).Where(p => p.Second.Fit is null).GroupBy(p => (p.First.Satellite, p.Second.Problem)))
        {
            if (trouble.Key.Problem.Contains("not for this orbit", StringComparison.Ordinal) && fitted.Contains(trouble.Key.Satellite))
            {
                continue;
            }

            Epoch first = trouble.First().First.Toe;
            Console.Error.WriteLine($"nav fit: warning CN4003: {trouble.Key.Satellite}: {trouble.Count()} messages from {first.ToString(TimeScale.Gpst)} on could not be made: {trouble.Key.Problem}");
        }
    }

    private static void WriteRinex(string path, NavigationFile file, double version)
    {
        IReadOnlyDictionary<string, int> leftOut = new Dictionary<string, int>();
        AtomicFile.Write(path, stream => leftOut = RinexNavWriter.Write(stream, file, version));
        foreach ((string kind, int count) in leftOut)
        {
            Console.Error.WriteLine($"nav fit: warning CN4004: {count} records '{kind}' are not in {path}: RINEX {version:0.00} has no room for them; write --rinex 4.00");
        }
    }

    private static void WriteRows(TableWriter table, MessageFit[] fits)
    {
        foreach (MessageFit fit in fits)
        {
            (FitErrors e, FitErrors q) = (fit.Exact, fit.Quantised);
            table.Satellite(fit.Message.Satellite).Epoch(fit.Toe).Text(Name(fit.Message.Type)).Real(e.Rms).Real(e.Largest).Real(q.Rms).Real(q.Largest);
            table.Real(e.RadialRms).Real(e.AlongRms).Real(e.CrossRms).Real(e.RadialLargest).Real(e.AlongLargest).Real(e.CrossLargest);
            table.Real(q.RadialRms).Real(q.AlongRms).Real(q.CrossRms).Real(q.RadialLargest).Real(q.AlongLargest).Real(q.CrossLargest);
            table.Real(PhysicalConstants.SpeedOfLight * fit.ClockRms).Real(PhysicalConstants.SpeedOfLight * fit.QuantisedClockRms).EndRow();
        }
    }

    private static void Summarise(MessageFit[] fits)
    {
        Console.Error.WriteLine("system message     n  fit rms: median   worst  quantised: median   worst   (m, three-dimensional)");
        foreach (var kind in fits.GroupBy(f => (f.Message.Satellite.Letter, f.Message.Type)))
        {
            double[] exact = [.. kind.Select(f => f.Exact.Rms).Order()], sent = [.. kind.Select(f => f.Quantised.Rms).Order()];
            Console.Error.WriteLine($"{kind.Key.Letter}      {Name(kind.Key.Type),-7} {exact.Length,5}  {exact[exact.Length / 2],15:0.0000} {exact[^1],7:0.000}  {sent[sent.Length / 2],17:0.0000} {sent[^1],7:0.000}");
        }
    }

    private readonly record struct Job(SatelliteId Satellite, MessageType Type, Epoch Toe, int Issue);

    private readonly record struct Outcome(MessageFit? Fit, string Problem);
}
