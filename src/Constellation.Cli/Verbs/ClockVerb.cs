using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>clock simulate</c>: histories of a clock of the library.</summary>
internal static class ClockVerb
{
    /// <summary>Rows of one command; more than a year of 1 ms samples.</summary>
    private const double MostRows = 1e11;

    public static Command Create() => new("clock", "Atomic clocks: simulate them, measure, model, predict, average and compare them")
    {
        Simulate(), ClockStabilityVerb.Create(),
        ClockFitVerb.Create(), ClockPredictVerb.Create(), ClockEnsembleVerb.Create(), ClockCompareVerb.Create(),
    };

    private static Command Simulate()
    {
        Argument<string> clock = new("clock") { Description = "Name of a clock of the library (see 'list clocks') or a TOML file", HelpName = "CLOCK" };
        Option<Duration?> duration = Options.Duration("--duration", "Length of the history; the last row is not after it");
        Option<Duration?> step = Options.Duration("--step", "Time between rows");
        duration.Required = step.Required = true;
        Option<int> count = new("--count") { Description = "Number of independent histories", HelpName = "N", DefaultValueFactory = _ => 1 };
        count.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && int.TryParse(r.Tokens[^1].Value, out int value) && value < 1)
            {
                r.AddError($"--count {value}: write a whole number of at least 1");
            }
        });
        Option<bool> noiseOnly = new("--noise-only") { Description = "Leave out initial offset and frequency, drift and the once-per-revolution term" };
        Option<string[]> events = new("--event")
        {
            Description = "Something that happens to the clock, such as phase@1d=1e-9, frequency@2d=1e-13, drift@12h=1e-14 (per day), noise@3d=2, lamp@1d=1e-12, fail@30d; may be given several times",
            HelpName = "KIND@TIME=VALUE",
            DefaultValueFactory = _ => [],
        };
        Option<bool> random = new("--random-events") { Description = "Add what happens by chance, at the rates of the clock's [events]" };
        Option<Duration?> mtbf = Options.Duration("--mtbf", "Mean time to failure of every unit");
        Option<string?> spares = new("--spares") { Description = "Spare clocks of the same kind, such as hot,cold,cold: one takes over when another fails", HelpName = "LIST" };
        Option<ulong?> seed = Options.Seed();
        Option<string?> output = Options.Output();
        Option<string> format = Options.Format();
        Command command = new("simulate", "Draw histories of a clock: run,t_s,phase_s,frequency (mean over the step that begins at t_s)")
        {
            clock, duration, step, count, noiseOnly, events, random, mtbf, spares, seed, output, format,
        };
        command.SetAction((parsed, cancel) =>
        {
            (Duration length, Duration spacing) = (parsed.GetValue(duration)!.Value, parsed.GetValue(step)!.Value);
            int runs = parsed.GetValue(count);
            RequireSensible(length, spacing, runs);
            ClockModel model = EphemerisLibrary.BuiltIn.Clock(parsed.GetValue(clock)!, new SourceSpan("clock simulate"));
            ClockSimulation simulation = new(parsed.GetValue(noiseOnly) ? model.NoiseOnly() : model, length, spacing, runs, parsed.GetValue(seed) ?? 1)
            {
                Events = [.. parsed.GetValue(events)!.Select(e => ClockHappening.Parse(e, ClockSimulation.Start))],
                Rates = ClockHappenings.Rates(model, parsed.GetValue(random), parsed.GetValue(mtbf), length),
                SparesAreHot = ClockHappenings.Spares(parsed.GetValue(spares), length, spacing),
            };
            TableOutput.Write(
                parsed.GetValue(output),
                parsed.GetValue(format)!,
                ClockSimulation.Columns,
                table => simulation.Write(table, cancel));
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation clock simulate PHM-BDS3 --duration 24h --step 30s --count 3 --seed 1",
            "constellation clock simulate RB-GPS-IIF --duration 7d --step 5min --noise-only -o rb.csv",
            "constellation clock simulate PHM-BDS3 --duration 365d --step 1h --spares hot,cold --mtbf 200d --event frequency@30d=1e-13");
    }

    private static void RequireSensible(Duration length, Duration step, int runs)
    {
        List<Diagnostic> wrong = [];
        if (step <= Duration.Zero)
        {
            wrong.Add(Diagnostic.Error("CN1003", new("--step"), "the step is not positive", "write a positive duration such as 30s"));
        }

        if (length < Duration.Zero)
        {
            wrong.Add(Diagnostic.Error("CN1003", new("--duration"), "the duration is negative", "write a duration such as 24h"));
        }

        if (wrong.Count == 0 && length.TotalSeconds / step.TotalSeconds * runs > MostRows)
        {
            wrong.Add(Diagnostic.Error("CN1003", new("--step"), $"more than {MostRows:0e0} rows", "choose a longer step, a shorter duration or fewer histories"));
        }

        if (wrong.Count > 0)
        {
            throw new InputException(wrong);
        }
    }
}
