using System.Diagnostics;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class BatchKillTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>Killed at moments spread over its life, resumed each time: nothing lost, nothing twice, the same bytes.</summary>
    [Fact, Trait("Category", "Long")]
    public void Killed_again_and_again_it_ends_with_the_same_bytes()
    {
        string[] arguments = ["batch", _tiny.FilePath, "--seeds", "24", "--jobs", "2", "-q", "--out"];
        Assert.Equal(0, Cli.ProgramRun.Of([.. arguments, _tiny.Out("whole")]).Status);
        string program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "constellation.exe" : "constellation");
        int killed = 0;
        for (int k = 0; k < 20; k++)
        {
            using Process process = Process.Start(program, [.. arguments, _tiny.Out("killed"), "--resume"]);
            if (!process.WaitForExit(700 + (k * 37 % 20 * 90)))
            {
                process.Kill();
                process.WaitForExit();
                killed++;
            }
        }

        Assert.True(killed > 0, "every attempt was over before its time");
        Assert.Equal(0, Cli.ProgramRun.Of([.. arguments, _tiny.Out("killed"), "--resume"]).Status);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_tiny.Out("whole"), BatchFolder.MergedFile)), File.ReadAllBytes(Path.Combine(_tiny.Out("killed"), BatchFolder.MergedFile)));
    }
}
