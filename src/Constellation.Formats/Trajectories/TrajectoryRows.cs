using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The way of a receiver as a table: epochs, increasing and without gaps, and places.</summary>
public sealed record TrajectoryRows(IReadOnlyList<Epoch> Epochs, IReadOnlyList<Position<Itrf>> Positions);
