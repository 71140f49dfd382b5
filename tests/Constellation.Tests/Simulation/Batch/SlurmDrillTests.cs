using System.Diagnostics;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class SlurmDrillTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>An array job on two nodes of a real Slurm, one of which is lost with its task in the middle: the same bytes as in one process.</summary>
    [Fact, Trait("Category", "Long")]
    public async Task A_node_lost_in_the_middle_changes_nothing()
    {
        using TwoNodeSlurm slurm = TwoNodeSlurm.StartOrSkip();
        string[] arguments = ["batch", _tiny.FilePath, "--seeds", "8", "--out"];
        Assert.Equal(0, Cli.ProgramRun.Of([.. arguments, _tiny.Out("local"), "-q", "--jobs", "1"]).Status);
        using Process follower = slurm.Begin(Path.Combine(AppContext.BaseDirectory, "constellation"), [.. arguments, _tiny.Out("slurm"), "--executor", "slurm"]);
        Task<string> error = follower.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Stopwatch patience = Stopwatch.StartNew();
        string shards = Path.Combine(_tiny.Out("slurm"), BatchFolder.ShardsFolder);
        bool killed = false;
        while (!follower.WaitForExit(20))
        {
            Assert.True(patience.Elapsed.TotalMinutes < 5, "the job does not end: " + slurm.Call("squeue", "-r").Output);
            if (!killed && Directory.Exists(shards) && Directory.GetFiles(shards, "*.parquet").Length > 0 && (killed = slurm.KillWithTask("n2")))
            {
                // Slurm would see it after half a minute.
                Assert.Equal(0, slurm.Call("scontrol", "update", "NodeName=n2", "State=DOWN", "Reason=drill").Status);
            }

            if (killed)
            {
                ReleaseRequeued(slurm);
            }
        }

        Assert.True(follower.ExitCode == 0, await error);
        Assert.SkipUnless(killed, "all was done before the second node had a task");
        Assert.Contains("Restarts=1", slurm.Call("scontrol", "show", "job").Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_tiny.Out("local"), BatchFolder.MergedFile)), File.ReadAllBytes(Path.Combine(_tiny.Out("slurm"), BatchFolder.MergedFile)));
    }

    /// <summary>A task of a lost node waits for two minutes by design.</summary>
    private static void ReleaseRequeued(TwoNodeSlurm slurm)
    {
        foreach (string line in slurm.Call("squeue", "-h", "-r", "-t", "PD", "-o", "%i %r").Output.Split('\n'))
        {
            if (line.EndsWith(" BeginTime", StringComparison.Ordinal))
            {
                slurm.Call("scontrol", "update", "JobId=" + line.Split(' ')[0], "StartTime=now");
            }
        }

        Thread.Sleep(500);
    }
}
