namespace Constellation.Orbits;

/// <summary>Two ways of operating SGP4, which differ for deep-space satellites only, by sidereal time at the epoch and by the branch of the node at low inclinations.</summary>
public enum Sgp4Mode
{
    /// <summary>Sidereal time of 1982, node without a jump at the origin: recommended.</summary>
    Improved,

    /// <summary>As the operational program of the Air Force Space Command was reconstructed to work.</summary>
    Afspc,
}
