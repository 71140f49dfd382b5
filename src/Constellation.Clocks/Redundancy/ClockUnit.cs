using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>One of the clocks of a satellite.</summary>
/// <param name="Clock">Its history; where its validity ends it has failed.</param>
/// <param name="Hot">It runs and is compared all the time; a cold spare has to be switched on.</param>
public sealed record ClockUnit(IClock Clock, bool Hot)
{
    /// <summary>Where a monitoring unit took the clock off: the last epoch at which it was right. Its successor is aligned to what it was then.</summary>
    public Epoch? TrustedUntil { get; init; }
}
