using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>What a <see cref="ClockMonitor"/> has seen.</summary>
/// <param name="Epoch">At the comparison that told it.</param>
/// <param name="Unit">Index of the clock that is to blame; none where two clocks disagree and no third one decides.</param>
/// <param name="IsFrequency">A frequency step; else a phase jump.</param>
public sealed record ClockAlarm(Epoch Epoch, int? Unit, bool IsFrequency);
