using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>How a map is made and coloured.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Statistic">Of which epochs.</param>
/// <param name="Range">Ends of the scale; null: it fits itself to the values.</param>
/// <param name="Logarithmic">The scale; linear where a value is not positive.</param>
/// <param name="Smooth">Colours run between the centres of cells; otherwise a cell is one colour.</param>
/// <param name="At">The epoch, where the statistic is of one.</param>
internal readonly record struct MapOptions(MapKind Kind, MapStatistic Statistic, (double Low, double High)? Range, bool Logarithmic, bool Smooth, Epoch? At);
