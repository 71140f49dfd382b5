namespace Constellation.Orbits;

/// <summary>What a gravity field's C20 says of the permanent tide. [IERS10] section 1.1.</summary>
public enum TideSystem
{
    /// <summary>Nothing of it: neither the attraction of Sun and Moon nor the bulge they hold up for ever.</summary>
    TideFree,

    /// <summary>The bulge, not the attraction.</summary>
    ZeroTide,
}
