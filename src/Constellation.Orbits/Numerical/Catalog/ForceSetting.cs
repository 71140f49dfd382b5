using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What named forces are made from: the Earth, its gravity field, and the satellite.</summary>
public sealed record ForceSetting
{
    /// <summary>Reflection coefficient of the ball: panels face the Sun and mostly absorb.</summary>
    private const double Reflection = 1.3;

    public required IEarthOrientation Earth { get; init; }

    public GravityField Field { get; init; } = GravityField.Egm2008;

    /// <summary>Degree of <c>gravity</c> where its name says none.</summary>
    public int Degree { get; init; } = ForceCatalog.StandardDegree;

    /// <summary>Reflection coefficient times area over mass of the satellite as a ball, m^2/kg; 0 leaves its light pressure out.</summary>
    public double AreaToMass { get; init; }

    /// <summary>Surfaces, attitude and transmit power; null where they are not known.</summary>
    public SatelliteProperties? Satellite { get; init; }

    /// <summary>For a satellite of a constellation: its own area and mass, the surfaces and power of its block by the table of satellites.</summary>
    /// <param name="earth">Orientation of the Earth.</param>
    /// <param name="satellite">The satellite.</param>
    /// <param name="epoch">When it bears its number.</param>
    public static ForceSetting For(IEarthOrientation earth, SatelliteDefinition satellite, Epoch epoch) => new()
    {
        Earth = earth,
        AreaToMass = Reflection * satellite.Area / satellite.Mass,
        Satellite = SatelliteProperties.Covers(satellite.Id) ? SatelliteProperties.For(satellite.Id, epoch) with { Mass = satellite.Mass } : null,
    };
}
