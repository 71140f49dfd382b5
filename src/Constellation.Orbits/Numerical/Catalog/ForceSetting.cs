using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>What named forces are made from: the Earth, its gravity field, and the satellite.</summary>
public sealed record ForceSetting
{
    public required IEarthOrientation Earth { get; init; }

    public GravityField Field { get; init; } = GravityField.Egm2008;

    /// <summary>Degree of <c>gravity</c> where its name says none.</summary>
    public int Degree { get; init; } = ForceCatalog.StandardDegree;

    /// <summary>Reflection coefficient times area over mass of the satellite as a ball, m^2/kg; 0 leaves its light pressure out.</summary>
    public double AreaToMass { get; init; }
}
