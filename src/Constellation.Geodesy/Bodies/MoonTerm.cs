namespace Constellation.Geodesy;

/// <summary>One periodic term: multiples of the Moon's mean elongation D, the Sun's anomaly M, the Moon's anomaly M' and argument of latitude F, and its amplitudes.</summary>
internal readonly record struct MoonTerm(sbyte D, sbyte M, sbyte MPrime, sbyte F, int Sine, int Cosine);
