using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>A satellite as the batch begins with it: what the operator knew, and the forces by which it is integrated again.</summary>
/// <param name="Apriori">First orbit, clock, and how wrong they may be.</param>
/// <param name="Forces">Of the operator; the parameters of its radiation model are estimated.</param>
public sealed record BatchSatellite(SatelliteApriori Apriori, ForceModel Forces);
