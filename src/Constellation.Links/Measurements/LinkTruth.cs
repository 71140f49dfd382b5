using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>What really happens: orbits on GCRF axes and clocks of the satellites, clocks of the stations, in the order of a <see cref="LinkSystem"/>.</summary>
public sealed record LinkTruth(
    IReadOnlyList<IOrbit> Orbits, IReadOnlyList<IClock> SatelliteClocks, IReadOnlyList<IClock> StationClocks, IEarthOrientation Earth)
{
    /// <summary>Orbits that rounds are planned from and receivers are pointed by, on GCRF axes: known beforehand, so they are not the true ones; as long as nobody gives them, they are.</summary>
    public IReadOnlyList<IOrbit> Planned { get; init; } = Orbits;
}
