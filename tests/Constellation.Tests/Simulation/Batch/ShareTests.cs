using Constellation.Tests.Cli;

namespace Constellation.Tests.Simulation.Batch;

/// <summary>Shares of a sweep as schedulers hand them out.</summary>
public sealed class ShareTests : IDisposable
{
    private readonly TinySweep _sweep = new();

    /// <summary>Shards of the first of two shares, and of the second.</summary>
    private static readonly string[] s_first = ["shard-00000.parquet", "shard-00002.parquet"], s_second = ["shard-00001.parquet"];

    public void Dispose() => _sweep.Dispose();

    /// <summary>Each scheduler counts from where it counts.</summary>
    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=1", 1)]
    [InlineData("SLURM_ARRAY_TASK_ID=8 SLURM_ARRAY_TASK_MIN=7", 2)]
    [InlineData("PBS_ARRAY_INDEX=2", 2)]
    [InlineData("LSB_JOBINDEX=1", 1)]
    [InlineData("SGE_TASK_ID=4 SGE_TASK_FIRST=3", 2)]
    [InlineData("JOB_COMPLETION_INDEX=0", 1)]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=1", 2)]
    public void Auto_takes_the_number_of_the_task(string variables, int share)
    {
        ProgramRun run = ProgramRun.With(Variables(variables), "batch", _sweep.FilePath, "--out", _sweep.Out("b"), "--shard", "auto/2", "--jobs", "1", "-q");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(share == 1 ? s_first : s_second, Directory.GetFiles(Path.Combine(_sweep.Out("b"), "shards"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>A number beyond the shares, one before the first, and none at all.</summary>
    [Theory, InlineData("JOB_COMPLETION_INDEX=2"), InlineData("LSB_JOBINDEX=0"), InlineData("SGE_TASK_ID=undefined")]
    public void A_number_that_is_no_share_is_told(string variables)
    {
        ProgramRun run = ProgramRun.With(Variables(variables), "batch", _sweep.FilePath, "--out", _sweep.Out("b"), "--shard", "auto/2");
        Assert.Equal(2, run.Status);
        Assert.Contains("'auto/2' is no share of the shards", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_sweep.Out("b")));
    }

    [Fact]
    public void The_page_on_clusters_names_every_variable()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "batch-on-clusters.md"));
        Assert.All(Constellation.Cli.BatchOptions.TaskVariables, v => Assert.Contains($"`{v}`", page, StringComparison.Ordinal));
    }

    /// <summary>Two processes of GNU parallel at once begin the folder together; merged, the bytes are those of one process.</summary>
    [Fact]
    public void Gnu_parallel_makes_the_same_bytes()
    {
        if (!File.Exists("/usr/bin/parallel"))
        {
            Assert.Skip("GNU parallel is not installed");
        }

        Assert.Equal(0, ProgramRun.Of("batch", _sweep.FilePath, "--out", _sweep.Out("one"), "--jobs", "1", "-q").Status);
        ProgramRun two = ProgramRun.InShell("sh", $"seq 2 | parallel --will-cite -j 2 constellation batch {_sweep.FilePath} --out {_sweep.Out("two")} --shard {{}}/2 --jobs 1 -q && constellation batch merge {_sweep.Out("two")}");
        Assert.Equal(0, two.Status);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_sweep.Out("one"), "merged.parquet")), File.ReadAllBytes(Path.Combine(_sweep.Out("two"), "merged.parquet")));
    }

    /// <summary>A tool of a folder is started by dotnet: its tasks are, too. Slurm is played by two scripts; what a real one does is tested elsewhere.</summary>
    [Fact]
    public void Tasks_are_started_as_the_program_was()
    {
        string library = Path.Combine(AppContext.BaseDirectory, "constellation.dll"), bin = Directory.CreateDirectory(_sweep.Out("bin")).FullName;
        Script("sbatch", "for i in 1 2 3; do SLURM_ARRAY_TASK_ID=$i sh \"$2\" >&2 || exit 9; done; echo 1");
        Script("squeue", "exit 0");
        ProgramRun run = ProgramRun.InShell("sh", $"PATH={bin}:$PATH; export PATH; dotnet exec {library} batch {_sweep.FilePath} --out {_sweep.Out("tasks")} --executor slurm -q");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains($"dotnet {library} batch ", File.ReadAllText(Path.Combine(_sweep.Out("tasks"), "slurm", "job.sh")), StringComparison.Ordinal);

        void Script(string name, string text)
        {
            string path = Path.Combine(bin, name);
            File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }
    }

    private static Dictionary<string, string> Variables(string text) => text.Split(' ').Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
}
