namespace Constellation.Simulation;

/// <summary>A line of the journal.</summary>
/// <param name="What"><c>begin</c>, <c>shard</c>, <c>end</c> (none after <c>begin</c>: interrupted) or <c>merged</c>.</param>
/// <param name="TimeUtc">When.</param>
/// <param name="Who">Process and machine.</param>
/// <param name="Shard">Index; -1 where none.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Runs">Done in it.</param>
/// <param name="Failures">Of them.</param>
public sealed record JournalLine(string What, string TimeUtc, string Who, int Shard = -1, double Seconds = 0, int Runs = 0, int Failures = 0);
