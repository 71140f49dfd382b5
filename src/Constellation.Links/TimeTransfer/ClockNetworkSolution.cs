using Constellation.Time;

namespace Constellation.Links;

/// <summary>Clocks of one round, compared.</summary>
/// <param name="Epoch">Centre of the round.</param>
/// <param name="Offsets">c times each satellite's clock offset from the mean of all, m, delays of its terminal included; NaN where it is not known.</param>
/// <param name="Residual">Root mean square of what the links leave, m.</param>
public sealed record ClockNetworkSolution(Epoch Epoch, double[] Offsets, double Residual);
