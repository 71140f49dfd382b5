using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A line between two things of a <see cref="CzmlScene"/> that is there at times.</summary>
/// <param name="A">Id of one end: a satellite or a place.</param>
/// <param name="B">Id of the other.</param>
/// <param name="Times">When, in order and apart from each other.</param>
/// <param name="Color">Of the line.</param>
public sealed record CzmlLink(string A, string B, IReadOnlyList<EpochSpan> Times, CzmlColor Color);
