using Constellation.Time;

namespace Constellation.Links;

/// <summary>The state of all satellites after one frame.</summary>
/// <param name="Epoch">Centre of the frame; the estimate can be known half a round later.</param>
/// <param name="Satellites">In the order of the <see cref="LinkSystem"/>.</param>
/// <param name="Used">Scalar measurements that entered.</param>
/// <param name="Rejected">Scalar measurements beyond the gate.</param>
/// <param name="InnovationRms">RMS of innovations over their predicted sigma: near 1 in a well-tuned filter.</param>
public sealed record OrbitClockSolution(Epoch Epoch, IReadOnlyList<OrbitClockEstimate> Satellites, int Used, int Rejected, double InnovationRms);
