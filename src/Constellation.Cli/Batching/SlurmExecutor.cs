using System.CommandLine;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>Runs shards as an array job of Slurm.</summary>
internal static class SlurmExecutor
{
    public static int Run(BatchRequest request, ParseResult parsed, CancellationToken cancel) =>
        throw new InputException(Diagnostic.Error("CN6040", new SourceSpan("--executor"), "slurm is not built in yet", "write an array job that calls 'constellation batch SWEEP --out DIR --shard auto/N' and merge with 'constellation batch merge DIR'"));
}
