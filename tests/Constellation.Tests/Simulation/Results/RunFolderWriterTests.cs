using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Results;

/// <summary>A run folder is whole or absent, whatever others do to its place meanwhile.</summary>
public sealed class RunFolderWriterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("constellation-").FullName;

    private string Target => Path.Combine(_root, "run");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void An_older_run_is_replaced_and_nothing_stays_beside_it()
    {
        Write("first");
        Write("second");
        Assert.Equal("second", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void What_came_to_lie_there_meanwhile_is_kept()
    {
        using (RunFolderWriter writer = RunFolderWriter.Begin(Target))
        {
            Fill(writer, "run");
            Directory.CreateDirectory(Target);
            File.WriteAllText(Path.Combine(Target, "thesis.txt"), "years of work");
            InputException e = Assert.Throws<InputException>(writer.Commit);
            Assert.Equal("CN1005", Assert.Single(e.Diagnostics).Code);
        }

        Assert.Equal("years of work", File.ReadAllText(Path.Combine(Target, "thesis.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void A_run_that_does_not_end_leaves_the_older_one_alone()
    {
        Write("first");
        using (RunFolderWriter writer = RunFolderWriter.Begin(Target))
        {
            Fill(writer, "second");
        }

        Assert.Equal("first", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(_root));
    }

    /// <summary>A killed run leaves its hidden folder; a later one with the same process number must not take files over from it.</summary>
    [Fact]
    public void Left_overs_of_a_killed_run_do_not_get_into_a_new_one()
    {
        string staging = Path.Combine(_root, $".run.{Environment.ProcessId}.tmp");
        Directory.CreateDirectory(staging);
        File.WriteAllText(Path.Combine(staging, "old.parquet"), "");
        Write("new");
        Assert.False(File.Exists(Path.Combine(Target, "old.parquet")));
    }

    private void Write(string content)
    {
        using RunFolderWriter writer = RunFolderWriter.Begin(Target);
        Fill(writer, content);
        writer.Commit();
    }

    private static void Fill(RunFolderWriter writer, string content) => File.WriteAllText(Path.Combine(writer.Staging, RunFolder.ManifestFile), content);

    private string Content() => File.ReadAllText(Path.Combine(Target, RunFolder.ManifestFile));
}
