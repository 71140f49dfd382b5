using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>clock ensemble FILE...</c>: a time scale of the clocks in files, against the reference they are read against.</summary>
internal static class ClockEnsembleVerb
{
    private const double MostCells = 2e8;

    private static readonly TableColumn[] s_columns = TableColumn.From("t_s,ensemble_s,n_used", integer: ["n_used"]);

    public static Command Create()
    {
        Argument<string[]> files = ClockHistories.Files();
        ClockHistories histories = new();
        Option<string> method = new("--method") { Description = "Kalman: as kept in real time. Smoothed: made afterwards, best weights at every averaging time", HelpName = "smoothed|kalman", DefaultValueFactory = _ => "smoothed" };
        method.AcceptOnlyFromAmong("smoothed", "kalman");
        Option<string?> clock = new("--clock") { Description = "Clock of the library that all members are; without it a model fitted to each record", HelpName = "CLOCK" };
        Option<Duration?> steer = Options.Duration("--steer", "Steer the scale to the reference of the files (UTC, BDT, a product's time) with this time constant");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("ensemble", "Ensemble time of clocks minus the reference of their files: t_s,ensemble_s,n_used") { files, method, clock, steer };
        histories.AddTo(command, withCommon: false);
        command.Add(format);
        command.Add(output);
        command.SetAction((parsed, cancel) =>
        {
            string[] paths = parsed.GetRequiredValue(files);
            // Weights come from the clocks without what their reference does, the scale from the readings as they are.
            IReadOnlyList<StabilitySource> clocks = histories.Read(parsed, paths, ClockFitter.FewestOffsets, removeCommon: false, _ => { }, cancel);
            IReadOnlyList<StabilitySource> free = histories.Read(parsed, paths, ClockFitter.FewestOffsets, removeCommon: true, Console.Error.WriteLine, cancel);
            List<EnsembleMember> members = Members(paths[0], clocks, free, parsed.GetValue(clock), histories.AskedPeriods(parsed), cancel);
            Duration interval = clocks[0].Interval;
            IReadOnlyList<int> leftOut = [];
            EnsembleScale scale = parsed.GetRequiredValue(method) == "kalman" ? KalmanEnsemble.Run(members, interval) : SmoothedEnsemble.Run(members, interval, out leftOut);
            Tell(members, scale, leftOut, interval);
            double[] offsets = scale.Offsets;
            if (parsed.GetValue(steer) is { } constant)
            {
                if (constant.TotalSeconds < 10 * interval.TotalSeconds)
                {
                    throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--steer"), FormattableString.Invariant($"the time constant is shorter than ten intervals of {interval.TotalSeconds:G10} s"), "choose a longer one, such as 2d"));
                }

                offsets = EnsembleSteering.Steer(offsets, interval, constant);
            }

            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, table =>
            {
                for (int k = 0; k < offsets.Length; k++)
                {
                    table.Real((interval * k).TotalSeconds).Real(offsets[k]).Integer(scale.Used[k]).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation clock ensemble week*.sp3.gz --sat E -o galileo-ensemble.csv",
            "constellation clock ensemble members.csv --clock PHM-BDS3 --method kalman --steer 10d");
    }

    /// <summary>On one grid: that of the first clock with an epoch, from the earliest value to the last.</summary>
    private static List<EnsembleMember> Members(string file, IReadOnlyList<StabilitySource> clocks, IReadOnlyList<StabilitySource> free, string? named, IReadOnlyList<Duration>? periods, CancellationToken cancel)
    {
        Duration interval = clocks[0].Interval;
        if (clocks.FirstOrDefault(c => c.Interval != interval) is { } other)
        {
            throw new InputException(Diagnostic.Error("CN4033", new SourceSpan(file), FormattableString.Invariant($"{other.Name} has an offset every {other.Interval.TotalSeconds:G10} s, {clocks[0].Name} every {interval.TotalSeconds:G10} s"), "give clocks of one rate"));
        }

        Epoch? first = clocks.Min(c => c.Start);
        long[] shifts = [.. clocks.Select(c => c.Start is { } start && first is { } f ? Duration.FloorDivide(start - f, interval) : 0)];
        long rows = clocks.Select((c, i) => c.Values.Length + shifts[i]).Max();
        if (rows * (double)clocks.Count > MostCells)
        {
            throw new InputException(Diagnostic.Error("CN4032", new SourceSpan(file), $"{clocks.Count} clocks of {rows} rows are too much for one ensemble", "thin the records or choose fewer with --sat"));
        }

        List<EnsembleMember> members = [];
        for (int i = 0; i < clocks.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (ClockHistories.Model(named, free[i], periods, cancel) is not { IsPerfect: false } model)
            {
                Console.Error.WriteLine($"{clocks[i].Name}: no noise that could be weighed; left out");
                continue;
            }

            double[] offsets = new double[rows];
            Array.Fill(offsets, double.NaN);
            clocks[i].Values.CopyTo(offsets, shifts[i]);
            members.Add(new(clocks[i].Name, offsets, model));
        }

        return members.Count > 0 ? members : throw new InputException(Diagnostic.Error("CN4030", new SourceSpan(file), "no clock is left for an ensemble", "name a model for all with --clock"));
    }

    private static void Tell(List<EnsembleMember> members, EnsembleScale scale, IReadOnlyList<int> leftOut, Duration interval)
    {
        foreach (IGrouping<int, EnsembleEvent> events in scale.Events.GroupBy(e => e.Member))
        {
            EnsembleEvent first = events.First();
            string what = first.IsFrequency ? FormattableString.Invariant($"{first.Size:G3} in frequency") : FormattableString.Invariant($"{first.Size * 1e9:G3} ns");
            Console.Error.WriteLine(FormattableString.Invariant($"{members[events.Key].Name}: {events.Count()} jumps, the first by {what} at {(interval * first.Index).TotalSeconds:G10} s; without weight there"));
        }

        if (leftOut.Count > 0)
        {
            Console.Error.WriteLine($"left out, frequency jumped or begins late: {string.Join(", ", leftOut.Select(i => members[i].Name))}");
        }
    }
}
