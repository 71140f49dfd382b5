using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>clock predict FILE --fit D --horizon D,...</c>: error of a predictor over the age of the data, measured and expected.</summary>
internal static class ClockPredictVerb
{
    private const int MostStarts = 2000;
    private const int MostRows = 100_000;

    private static readonly TableColumn[] s_columns = TableColumn.From("source,sat,horizon_s,n,rms_s,p95_s,theory_s", text: ["source"]);

    public static Command Create()
    {
        Argument<string[]> files = ClockHistories.Files();
        ClockHistories histories = new();
        Option<Duration?> fit = Options.Duration("--fit", "Length of the record that each prediction is made from");
        fit.Required = true;
        Option<Duration[]> horizons = new("--horizon")
        {
            Description = "Ages of the data, such as 1h,2h,24h",
            HelpName = "D,...",
            Required = true,
            CustomParser = r => ClockHistories.ParseDurations(r, r.Tokens.Count > 0 ? r.Tokens[^1].Value : ""),
        };
        Option<string> model = new("--model") { Description = "What the record is fitted with", HelpName = "linear|quadratic|harmonic|kalman", DefaultValueFactory = _ => "quadratic" };
        model.AcceptOnlyFromAmong("linear", "quadratic", "harmonic", "kalman");
        Option<Duration?> weight = Options.Duration("--weight-age", "Least squares: offsets so much older count 1/e as much; without it all count alike");
        Option<string?> clock = new("--clock") { Description = "Clock of the library for the Kalman filter and the theory; without it a model fitted to each record", HelpName = "CLOCK" };
        Option<Duration?> stride = Options.Duration("--stride", "From one start to the next; without it every epoch, or so that there are at most 2000");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("predict", "Prediction error of clocks over the age of the data: source,sat,horizon_s,n,rms_s,p95_s,theory_s") { files, fit, horizons, model, weight, clock, stride };
        histories.AddTo(command);
        command.Add(format);
        command.Add(output);
        command.SetAction((parsed, cancel) =>
        {
            string[] paths = parsed.GetRequiredValue(files);
            Duration window = parsed.GetValue(fit)!.Value;
            Duration[] ages = [.. parsed.GetRequiredValue(horizons).Order()];
            PredictionKind kind = Enum.Parse<PredictionKind>(parsed.GetRequiredValue(model), ignoreCase: true);
            IReadOnlyList<Duration>? periods = histories.AskedPeriods(parsed);
            string? named = parsed.GetValue(clock);
            RequireSensible(window, parsed.GetValue(weight), parsed.GetValue(stride), kind);
            if (named is not null)
            {
                _ = EphemerisLibrary.BuiltIn.Clock(named, new SourceSpan("--clock"));   // an unknown name is told before a long file is read
            }

            IReadOnlyList<StabilitySource> clocks = histories.Read(parsed, paths, 3, cancel);
            foreach (StabilitySource source in clocks)
            {
                RequireOnGrid(source, window, ages, parsed.GetValue(stride));
                RequireShown(kind, ClockHistories.PeriodsOf(source, periods), window);
            }

            List<(string Source, PredictionError Error)> rows = [];
            foreach (StabilitySource source in clocks)
            {
                ClockModel? theory = ClockHistories.Model(named, source, periods, cancel);
                if (theory is null)
                {
                    Console.Error.WriteLine($"{source.Name}: the record is too short or has no noise, no model is made of it{(kind == PredictionKind.Kalman ? "; left out, give --clock" : "; no theory")}");
                    if (kind == PredictionKind.Kalman)
                    {
                        continue;
                    }
                }

                int starts = Math.Max(1, source.Values.Length - (int)Duration.FloorDivide(window + ages[0], source.Interval));
                int every = parsed.GetValue(stride) is { } step ? (int)Math.Min(Duration.FloorDivide(step, source.Interval), int.MaxValue / 2) : ((starts - 1) / MostStarts) + 1;
                ClockPredictor predictor = kind == PredictionKind.Kalman
                    ? new KalmanPredictor(theory!)
                    : new LeastSquaresPredictor(kind == PredictionKind.Linear ? 1 : 2, kind == PredictionKind.Harmonic ? ClockHistories.PeriodsOf(source, periods) : [], parsed.GetValue(weight));
                PredictionStudy study = new(source.Values, source.Interval, source.Resets);
                IReadOnlyList<PredictionError> errors = study.Errors(predictor, window, ages, theory, every, cancel);
                TellEmpty(source, window, errors);
                rows.AddRange(errors.Select(e => (source.Name, e)));
            }

            if (rows.TrueForAll(r => r.Error.Count == 0))
            {
                throw new InputException(Diagnostic.Error("CN4037", new SourceSpan(paths[0]), "no prediction can be compared with the record, for the reasons above", "choose a shorter --fit or --horizon, or give a longer record, such as several files of consecutive days"));
            }

            string file = Path.GetFileName(paths[0]);
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, table =>
            {
                foreach ((string source, PredictionError e) in rows)
                {
                    table.Text(file).Text(source).Real(e.Horizon.TotalSeconds).Integer(e.Count).Real(e.Rms).Real(e.P95).Real(e.Theory).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation clock predict week*.sp3.gz --fit 24h --horizon 2h,24h --model kalman --sat C,E",
            "constellation clock predict final.clk.gz --fit 6h --horizon 15min,1h,2h --model linear --sat G01-G10");
    }

    /// <summary>Why there is no prediction at a horizon.</summary>
    private static void TellEmpty(StabilitySource clock, Duration window, IReadOnlyList<PredictionError> errors)
    {
        Duration record = clock.Interval * (clock.Values.Length - 1);
        foreach (PredictionError e in errors.Where(e => e.Count == 0))
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{clock.Name}: no prediction at a horizon of {e.Horizon.TotalSeconds:G10} s: ") + (window + e.Horizon > record
                ? FormattableString.Invariant($"with --fit of {window.TotalSeconds:G10} s it exceeds the record of {record.TotalSeconds:G10} s")
                : FormattableString.Invariant($"no --fit of {window.TotalSeconds:G10} s with an offset at its end and at the horizon has offsets enough; too few for the model, gaps, or clock events between")));
        }
    }

    private static void RequireSensible(Duration window, Duration? weight, Duration? stride, PredictionKind kind)
    {
        List<Diagnostic> wrong = [];
        foreach ((string option, Duration? given) in new[] { ("--fit", window), ("--weight-age", weight), ("--stride", stride) })
        {
            if (given <= Duration.Zero)
            {
                wrong.Add(Diagnostic.Error("CN1003", new SourceSpan(option), "the duration is not positive", "write a positive duration such as 24h"));
            }
        }

        if (weight is not null && kind == PredictionKind.Kalman)
        {
            wrong.Add(Diagnostic.Error("CN1003", new SourceSpan("--weight-age"), "the Kalman filter weighs old offsets by the clock's noise", "leave it out, or choose a --model of least squares"));
        }

        if (wrong.Count > 0)
        {
            throw new InputException(wrong);
        }
    }

    private static void RequireShown(PredictionKind kind, IReadOnlyList<Duration> periods, Duration window)
    {
        if (kind == PredictionKind.Harmonic && periods.FirstOrDefault(p => p > window) is { TotalSeconds: > 0 } longer)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--periods"), $"a sine wave of {longer.TotalSeconds:G6} s does not show in a record of {window.TotalSeconds:G6} s", "choose a longer --fit or other --periods"));
        }
    }

    private static void RequireOnGrid(StabilitySource clock, Duration window, Duration[] ages, Duration? stride)
    {
        List<(string Option, Duration Given)> given = [("--fit", window), .. ages.Select(a => ("--horizon", a))];
        if (stride is { } step)
        {
            given.Add(("--stride", step));
        }

        Diagnostic[] wrong = [.. given.Where(g => g.Given != clock.Interval * Duration.FloorDivide(g.Given, clock.Interval) || g.Given < clock.Interval).Select(g => Diagnostic.Error(
            "CN4031", new SourceSpan(g.Option), FormattableString.Invariant($"{g.Given.TotalSeconds:G10} s is not a multiple of the {clock.Interval.TotalSeconds:G10} s between offsets of {clock.Name}"), "choose a multiple of it"))];
        if (wrong.Length > 0)
        {
            throw new InputException(wrong);
        }

        if (Duration.FloorDivide(window, clock.Interval) >= MostRows)
        {
            throw new InputException(Diagnostic.Error("CN4032", new SourceSpan("--fit"), $"more than {MostRows} offsets in one fit of {clock.Name}", "choose a shorter --fit, or thin the record"));
        }
    }
}
