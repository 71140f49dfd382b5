using System.CommandLine;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>batch SWEEP</c>: runs a sweep into a folder, shard by shard, and merges; <c>plan</c>, <c>status</c>, <c>merge</c> and <c>map</c> beside it.</summary>
internal static class BatchVerb
{
    public static Command Create()
    {
        Argument<string?> sweep = BatchOptions.Sweep();
        sweep.Arity = ArgumentArity.ZeroOrOne;
        Option<string?> output = new("--out") { Description = "The batch folder. Default: batches/NAME", HelpName = "DIR" };
        Option<int> jobs = BatchOptions.Jobs();
        Option<bool> resume = new("--resume") { Description = "Go on with a folder that holds a part of this batch" };
        Option<string?> share = BatchOptions.Share();
        Option<string> executor = new("--executor") { Description = "Who runs the shards: this process, or an array job of Slurm", HelpName = "local|slurm", DefaultValueFactory = _ => "local" };
        executor.AcceptOnlyFromAmong("local", "slurm");
        Option<string[]> set = Options.Settings();
        Option<int?> seeds = BatchOptions.Seeds();
        Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no summary" };
        Command command = new("batch", "Run a sweep: a scenario with some of its settings varied, each point with several seeds. Writes a batch folder, which survives any end and goes on with --resume")
        {
            sweep, output, jobs, resume, share, executor, set, seeds, quiet,
        };
        command.Subcommands.Add(BatchPlanVerb.Create());
        command.Subcommands.Add(BatchStatusVerb.Create());
        command.Subcommands.Add(BatchMergeVerb.Create());
        command.Subcommands.Add(BatchMapVerb.Create());
        command.Validators.Add(r =>
        {
            if (r.GetValue(sweep) is null)
            {
                r.AddError("name a sweep ('list sweeps'), or one of plan, status, merge, map");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            SweepDefinition definition = BatchOptions.Read(parsed.GetValue(sweep)!, parsed.GetRequiredValue(set), parsed.GetValue(seeds));
            string folder = parsed.GetValue(output) ?? Path.Combine("batches", definition.Name);
            BatchRequest request = new(definition, folder, parsed.GetValue(jobs), parsed.GetValue(resume), BatchOptions.ShareOf(parsed.GetValue(share)), parsed.GetValue(quiet));
            return Task.FromResult(parsed.GetValue(executor) == "slurm" ? SlurmExecutor.Run(request, parsed, cancel) : LocalExecutor.Run(request, cancel));
        });
        return command.WithExamples(
            "constellation batch clock-swap --out clocks --jobs 2",
            "constellation batch clock-swap --out clocks --resume",
            "constellation batch my-sweep.toml --shard 3/8 --out shared/my-sweep",
            "constellation batch my-sweep.toml --executor slurm --out shared/my-sweep");
    }
}
