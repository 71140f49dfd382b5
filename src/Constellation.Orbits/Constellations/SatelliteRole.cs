namespace Constellation.Orbits;

/// <summary>Active satellites serve users; spares fly but are not in the nominal constellation.</summary>
public enum SatelliteRole
{
    Active,
    Spare,
}
