using System.CommandLine;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>batch merge DIR</c>: puts the shards together; status 3 where some are missing.</summary>
internal static class BatchMergeVerb
{
    public static Command Create()
    {
        Argument<string> path = BatchOptions.Folder();
        Option<bool> quiet = new("--quiet", "-q") { Description = "No summary" };
        Command command = new("merge", $"Put the shards of a batch together into {BatchFolder.MergedFile}; exit status 3 where some are missing") { path, quiet };
        command.SetAction(parsed =>
        {
            BatchFolder folder = BatchFolder.Open(parsed.GetRequiredValue(path));
            return BatchOutputs.Merge(folder, parsed.GetValue(quiet)) ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command.WithExamples("constellation batch merge clocks");
    }
}
