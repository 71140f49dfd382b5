using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>What <c>batch</c> is asked for.</summary>
/// <param name="Sweep">What is run.</param>
/// <param name="Folder">Where results go.</param>
/// <param name="Jobs">Shards at once.</param>
/// <param name="Resume">Whether a batch that is there may be continued.</param>
/// <param name="Share">Counted from 0, of how many; null: all shards, and merged.</param>
/// <param name="Quiet">Nothing on standard error.</param>
internal sealed record BatchRequest(SweepDefinition Sweep, string Folder, int Jobs, bool Resume, (int Index, int Count)? Share, bool Quiet);
