namespace Constellation.Formats;

/// <summary>Which point of a satellite an orbit describes.</summary>
public enum OrbitPoint
{
    /// <summary>Precise orbits, element sets, integrated orbits.</summary>
    CentreOfMass,

    /// <summary>Broadcast orbits and almanacs: the operator's phase centre.</summary>
    Antenna,
}
