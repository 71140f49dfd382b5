namespace Constellation.Positioning;

/// <summary>What users all over the Earth have of a constellation: means over area and time.</summary>
/// <param name="Case">The constellation.</param>
/// <param name="LeastSatellites">Fewest in view anywhere, at any time.</param>
/// <param name="MeanSatellites">In view.</param>
/// <param name="Coverage">Fraction of area and time with four or more in view.</param>
/// <param name="MeanPdop">Where there is a solution; NaN without any.</param>
/// <param name="Pdop95">95th percentile of those.</param>
/// <param name="Availability">Fraction of area and time with a PDOP within the limit.</param>
public sealed record CoverageResult(CoverageCase Case, int LeastSatellites, double MeanSatellites, double Coverage, double MeanPdop, double Pdop95, double Availability);
