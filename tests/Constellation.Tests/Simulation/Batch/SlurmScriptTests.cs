using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Tests.Cli;

namespace Constellation.Tests.Simulation.Batch;

public sealed class SlurmScriptTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    /// <summary>The script as it is handed to a Slurm that refuses it, and its line run by hand: it does the batch that was begun, with data of one's own that differ from the program's.</summary>
    [Theory]
    [InlineData("constellation --ephemeris data", "constellation")]
    [InlineData("CONSTELLATION_DATA=data constellation", "constellation")]
    [InlineData("dotnet $(dirname $(command -v constellation))/constellation.dll --ephemeris data", "dotnet")]
    public void Tasks_are_the_same_program_with_the_same_data(string program, string executable)
    {
        string clocks = Directory.CreateDirectory(_tiny.Out("data/clocks")).FullName, fake = Directory.CreateDirectory(_tiny.Out("bin")).FullName;
        File.WriteAllText(Path.Combine(clocks, "own.toml"), File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "RB-BDS3")!).Replace("\"RB-BDS3\"", "\"OWN\"", StringComparison.Ordinal));
        File.WriteAllText(_tiny.FilePath, TinySweep.Sweep.Replace("clock = \"RB-BDS3\"", "clock = \"OWN\"", StringComparison.Ordinal));
        ProgramRun refused = ProgramRun.InShell("sh", $"cd '{_tiny.Folder}' && printf '#!/bin/sh\\nexit 1\\n' > bin/sbatch && chmod +x bin/sbatch && export PATH=\"{fake}:$PATH\" && {program} batch sweep.toml --seeds 1 --out out --executor slurm");
        Assert.Equal(2, refused.Status);
        Assert.Contains("CN6040", refused.Error, StringComparison.Ordinal);

        string script = _tiny.Out("out/slurm/job.sh");
        Assert.Equal(executable, Path.GetFileName(File.ReadLines(script).Last().Split(' ')[1]));
        ProgramRun task = ProgramRun.InShell("sh", $"cd / && SLURM_ARRAY_TASK_ID=1 sh '{script}'");
        Assert.Equal((0, ""), (task.Status, task.Error));
        Assert.True(File.Exists(_tiny.Out("out/shards/shard-00000.parquet")));
    }
}
