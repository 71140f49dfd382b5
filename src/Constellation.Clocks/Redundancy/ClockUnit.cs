namespace Constellation.Clocks;

/// <summary>One of the clocks of a satellite.</summary>
/// <param name="Clock">Its history; where its validity ends it has failed.</param>
/// <param name="Hot">It runs and is compared all the time; a cold spare has to be switched on.</param>
public sealed record ClockUnit(IClock Clock, bool Hot);
