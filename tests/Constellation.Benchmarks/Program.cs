using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// A job asked for on the command line replaces this one; the two would run one after the other. The usual job builds the whole program once more in a process of its
// own for each benchmark: minutes on a busy machine. This one ends soon: in this process, five iterations of a quarter of a second, or of one call where that takes longer.
ManualConfig config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15)).HideColumns(Column.Job, Column.Toolchain, Column.IterationTime);
string[] jobOptions = ["-j", "--job", "-r", "--runtimes", "-i", "--inProcess", "--launchCount", "--warmupCount", "--iterationCount", "--iterationTime", "--runOncePerIteration", "--strategy", "--coreRun", "--cli"];
if (!args.Any(a => jobOptions.Contains(a, StringComparer.OrdinalIgnoreCase)))
{
    Job soon = Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithWarmupCount(1).WithIterationCount(5).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(250));
    config = config.AddJob(soon);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
