using System.Diagnostics;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class BatchInterruptTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>Asked to end in the middle, by a person or a scheduler: the status says who asked, shards that are done stay, the rest is made with <c>--resume</c>.</summary>
    [Theory, Trait("Category", "Long")]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Asked_to_end_it_says_so_and_goes_on_later(string signal, int status)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such signals");
        string[] arguments = ["batch", _tiny.FilePath, "--seeds", "24", "--jobs", "1", "-q", "--out"];
        string shards = Path.Combine(_tiny.Out("ended"), BatchFolder.ShardsFolder);
        using Process process = Process.Start(Path.Combine(AppContext.BaseDirectory, "constellation"), [.. arguments, _tiny.Out("ended")]);
        Stopwatch patience = Stopwatch.StartNew();
        while (!process.WaitForExit(10) && !(Directory.Exists(shards) && Directory.GetFiles(shards, "*.parquet").Length > 1))
        {
            Assert.True(patience.Elapsed.TotalMinutes < 2, "no shard is done");
        }

        Assert.False(process.HasExited, "all was done before it was asked to end");
        Cli.ProgramRun.InShell("sh", $"kill -{signal} {process.Id}");
        Assert.True(process.WaitForExit(30_000), "it does not end");
        Assert.Equal(status, process.ExitCode);
        Assert.InRange(Directory.GetFiles(shards, "*.parquet").Length, 2, 23);
        Assert.Empty(Directory.GetFiles(shards, "*tmp*"));
        Assert.Equal(0, Cli.ProgramRun.Of([.. arguments, _tiny.Out("ended"), "--resume"]).Status);
        Assert.Equal(0, Cli.ProgramRun.Of([.. arguments, _tiny.Out("whole")]).Status);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_tiny.Out("whole"), BatchFolder.MergedFile)), File.ReadAllBytes(Path.Combine(_tiny.Out("ended"), BatchFolder.MergedFile)));
    }
}
