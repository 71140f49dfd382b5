using System.CommandLine;
using System.Diagnostics;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>batch plan SWEEP</c>: how much a sweep is before it is run.</summary>
internal static class BatchPlanVerb
{
    public static Command Create()
    {
        Argument<string> sweep = new("sweep") { Description = "Name of a built-in sweep (see 'list sweeps') or a TOML file", HelpName = "SWEEP" };
        Option<int> jobs = BatchOptions.Jobs();
        Option<string[]> set = Options.Settings();
        Option<int?> seeds = BatchOptions.Seeds();
        Option<bool> points = new("--points") { Description = "List the points instead, without a probe" };
        Option<bool> noProbe = new("--no-probe") { Description = "Counts alone: run nothing" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("plan", "Count points, runs and shards of a sweep, and estimate time and disk from some runs that are timed; time_least and time_most are its 95 % interval while the machine is as busy as it is now") { sweep, jobs, set, seeds, points, noProbe, format, output };
        command.SetAction((parsed, cancel) =>
        {
            SweepDefinition definition = BatchOptions.Read(parsed.GetRequiredValue(sweep), parsed.GetRequiredValue(set), parsed.GetValue(seeds));
            if (parsed.GetValue(points))
            {
                TableColumn[] columns = [new("point", TableColumnKind.Integer), new("name", TableColumnKind.Text), .. definition.Axes.Select(a => new TableColumn(a.Name, TableColumnKind.Text))];
                TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), columns, writer =>
                {
                    for (int i = 0; i < definition.Points.Count; i++)
                    {
                        SweepPoint point = definition.Points[i];
                        writer.Integer(i).Text(point.Name);
                        foreach (SweepLevel level in point.Levels)
                        {
                            writer.Text(level.Name);
                        }

                        writer.EndRow();
                    }
                });
                return Task.FromResult(ExitCode.Done);
            }

            BatchEstimate estimate = Estimate(definition, parsed.GetValue(jobs), probe: !parsed.GetValue(noProbe), cancel);
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From("what,value,unit", text: ["what", "unit"]), writer =>
            {
                foreach ((string what, double value, string unit) in estimate.Rows())
                {
                    writer.Text(what).Real(value).Text(unit).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples("constellation batch plan clock-swap --jobs 2", "constellation batch plan my-sweep.toml --points");
    }

    /// <summary>More jobs than processors bring nothing.</summary>
    private static BatchEstimate Estimate(SweepDefinition sweep, int jobs, bool probe, CancellationToken cancel)
    {
        if (!probe)
        {
            return BatchProbe.Count(sweep, jobs);
        }

        using Process self = Process.GetCurrentProcess();
        double startUp = (TimeProvider.System.GetUtcNow().UtcDateTime - self.StartTime.ToUniversalTime()).TotalSeconds, startProcessor = Environment.CpuUsage.TotalTime.TotalSeconds;
        BatchEstimate estimate = new BatchProbe(sweep, Math.Min(jobs, Environment.ProcessorCount), TimeProvider.System, cancel).Run();
        double before = Environment.CpuUsage.TotalTime.TotalSeconds;
        double finish = BatchRehearsal.Seconds(sweep, estimate);
        return estimate with
        {
            StartUpSeconds = startUp,
            FinishSeconds = finish,
            OnceProcessorSeconds = estimate.OnceProcessorSeconds + startProcessor + Environment.CpuUsage.TotalTime.TotalSeconds - before,
        };
    }
}
