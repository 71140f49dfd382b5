using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>A dual one-way pair of a run with everything that is known of it, on both sides.</summary>
/// <param name="A">Name of the node that transmits first.</param>
/// <param name="B">Name of the other.</param>
/// <param name="Ledger">Truth: what the ranges are made of.</param>
/// <param name="Reduced">As the operator reduces it with the estimates of its frame.</param>
/// <param name="ReducedTwoWay">A two-way range of the same pair, reduced the same way, m.</param>
/// <param name="Predicted">As it was reduced with what was known before the first measurement.</param>
public sealed record LinkMeasurement(string A, string B, LinkLedger Ledger, ReducedLink Reduced, double ReducedTwoWay, ReducedLink Predicted);
