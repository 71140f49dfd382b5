using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>What a batch leaves when all its shards are there.</summary>
internal static class BatchOutputs
{
    /// <summary>Merges, and answers the sweep's question; says so where shards are missing.</summary>
    /// <returns>Whether all were there.</returns>
    public static bool Merge(BatchFolder folder, bool quiet)
    {
        IReadOnlyList<int> missing = BatchMerge.Write(folder);
        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"{missing.Count} of {folder.Layout.Count} shards are missing: {string.Join(' ', missing.Take(20))}{(missing.Count > 20 ? " ..." : "")}; run them with 'batch SWEEP --resume --out {folder.Path}'");
            return false;
        }

        new BatchJournal(folder.Path).Add(new("merged", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"), $"{Environment.ProcessId} on {Environment.MachineName}"));
        if (!quiet)
        {
            foreach (string assumed in folder.Manifest.Assumed)
            {
                Console.Error.WriteLine($"assumed: {assumed}");
            }
        }

        return true;
    }
}
