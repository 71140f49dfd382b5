using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The orbits of a constellation's satellites.</summary>
public static class ConstellationOrbits
{
    /// <summary>Default reflection coefficient of the cannonball: solar panels face the Sun and mostly absorb.</summary>
    private const double Reflection = 1.3;

    /// <summary>Mean motion with J2 secular rates: for geometry and display.</summary>
    public static IReadOnlyDictionary<SatelliteId, KeplerJ2Orbit> Mean(ConstellationDefinition constellation) =>
        constellation.Satellites.ToDictionary(s => s.Id, s => Mean(s, constellation.Epoch));

    public static KeplerJ2Orbit Mean(SatelliteDefinition satellite, Epoch elementsEpoch) => new(satellite.Elements, elementsEpoch);

    /// <summary>The osculating GCRF state at an epoch from which an integrated orbit keeps the mean elements.</summary>
    public static StateVector InitialState(SatelliteDefinition satellite, Epoch elementsEpoch, Epoch at) =>
        Mean(satellite, elementsEpoch).OsculatingAt(at);

    /// <summary>The integrated orbit of one satellite: gravity to a degree, Sun, Moon and cannonball radiation pressure by its area and mass.</summary>
    public static NumericalOrbit Integrated(SatelliteDefinition satellite, Epoch elementsEpoch, EpochSpan span, IEarthOrientation earth, int degree = 8) =>
        NumericalPropagator.Propagate(InitialState(satellite, elementsEpoch, span.First), span, ForceModel.Standard(earth, degree, Reflection * satellite.Area / satellite.Mass));
}
