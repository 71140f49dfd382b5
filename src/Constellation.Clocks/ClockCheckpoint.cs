using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Where a <see cref="ClockSampler"/> stands: a few dozen numbers, whatever the length of the history.</summary>
/// <param name="Sample">Samples drawn so far.</param>
/// <param name="Elapsed">Time since the start of the history.</param>
/// <param name="State">States of the noises.</param>
public sealed record ClockCheckpoint(ulong Sample, Duration Elapsed, IReadOnlyList<double> State);
