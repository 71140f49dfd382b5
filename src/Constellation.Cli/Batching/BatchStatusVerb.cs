using System.CommandLine;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>batch status DIR</c>: what is there of a batch; status 3 while shards are missing.</summary>
internal static class BatchStatusVerb
{
    private const string Header = "shard,id,state,runs,failures,rows";

    public static Command Create()
    {
        Argument<string> path = BatchOptions.Folder();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("status", "Which shards of a batch are done; exit status 3 while some are missing") { path, format, output };
        command.SetAction(parsed =>
        {
            BatchFolder folder = BatchFolder.Open(parsed.GetRequiredValue(path));
            ShardState[] states = folder.States();
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, text: ["id", "state"], integer: ["shard", "runs", "failures", "rows"]), writer =>
            {
                for (int i = 0; i < states.Length; i++)
                {
                    ShardSeal? seal = states[i] == ShardState.Done ? folder.SealOf(i) : null;
                    writer.Integer(i).Text(folder.Manifest.IdOf(i)).Text(states[i].ToString().ToLowerInvariant()).Integer(seal?.Runs ?? 0).Integer(seal?.Failures.Count ?? 0).Integer(seal?.Rows ?? 0).EndRow();
                }
            });
            (IReadOnlyList<JournalLine> lines, int torn) = new BatchJournal(folder.Path, TimeProvider.System).Read();
            int done = states.Count(s => s == ShardState.Done), wrong = states.Count(s => s is ShardState.Altered or ShardState.Foreign);
            Console.Error.WriteLine($"{folder.Path}: {done} of {states.Length} shards done{(wrong > 0 ? $", {wrong} not as they were written" : "")}; {lines.Count(l => l.What == "begin")} attempts{(torn > 0 ? $", {torn} lines of the journal torn" : "")}");
            return wrong > 0 ? ExitCode.WrongInput : done < states.Length ? ExitCode.Incomplete : ExitCode.Done;
        });
        return command.WithExamples("constellation batch status clocks");
    }
}
