namespace Constellation.Formats;

/// <summary>Clocks of a plain table of numbers, with what was noticed while reading: gaps, repeated or unordered times.</summary>
public sealed record ClockTable(IReadOnlyList<ClockValues> Clocks);
