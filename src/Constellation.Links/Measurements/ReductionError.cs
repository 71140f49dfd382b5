namespace Constellation.Links;

/// <summary>What a reduction of a noise-free pair got wrong, m.</summary>
/// <param name="A">Satellite by index.</param>
/// <param name="B">Satellite by index.</param>
/// <param name="ClockFree">Reduced distance less the true one.</param>
/// <param name="GeometryFree">Reduced clock difference less the true one.</param>
/// <param name="ClockWander">The part of it that the clocks did between slot and epoch beyond what was believed of their frequencies.</param>
public readonly record struct ReductionError(int A, int B, double ClockFree, double GeometryFree, double ClockWander);
