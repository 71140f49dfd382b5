namespace Constellation.Links;

/// <summary>A dual one-way pair reduced to one epoch.</summary>
/// <param name="ClockFree">Half sum, m: distance at the epoch plus (T_A + T_B) / 2, where T is a node's transmit plus receive delay.</param>
/// <param name="GeometryFree">Half difference, m: c (clock B - clock A) at the epoch plus (D_B - D_A) / 2, where D is receive minus transmit delay.</param>
/// <param name="PredictedClockFree">What the prediction alone gives for the first, m.</param>
/// <param name="PredictedGeometryFree">What the prediction alone gives for the second, m.</param>
public readonly record struct ReducedLink(double ClockFree, double GeometryFree, double PredictedClockFree, double PredictedGeometryFree);
