namespace Constellation.Geodesy;

/// <summary>One wave of step 2 of the solid tide: multiples of tau, s, h, p, N', ps, and amplitudes in millimetres.</summary>
internal sealed record SolidTideTerm(
    sbyte[] Multiples, double RadialInPhase, double RadialOutOfPhase, double TransverseInPhase, double TransverseOutOfPhase);
