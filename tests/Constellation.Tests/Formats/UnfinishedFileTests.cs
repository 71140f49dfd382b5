using Constellation.Formats;

namespace Constellation.Tests.Formats;

/// <summary>What a process does with files that it was writing when it has to end at once. It means all of them: no other test may be at it.</summary>
[Collection(Alone)]
public sealed class UnfinishedFileTests : IDisposable
{
    /// <summary>Tests that run with no other beside them.</summary>
    public const string Alone = "alone";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Half_written_file_is_taken_away_when_the_process_ends_at_once()
    {
        AtomicFile.Write(Path.Combine(_folder, "late"), _ =>
        {
            Assert.Single(Directory.GetFiles(_folder));
            AtomicFile.DeleteUnfinished();
            Assert.Empty(Directory.GetFiles(_folder));
            File.WriteAllText(Path.Combine(_folder, $".late.{Environment.ProcessId}.tmp"), "");        // so that this process, which goes on, finds it
        });
    }
}

[CollectionDefinition(UnfinishedFileTests.Alone, DisableParallelization = true)]
public sealed class AloneTests;
