namespace Constellation.Orbits;

/// <summary>The two forms of Keplerian broadcast ephemerides.</summary>
public enum EphemerisForm
{
    /// <summary>LNAV, I/NAV, F/NAV, D1, D2: toe and fifteen parameters.</summary>
    Sixteen,

    /// <summary>CNAV, CNAV-2, B-CNAV: rates of the semi-major axis and of delta n besides, finer units, the axis as a difference from a fixed one.</summary>
    Eighteen,
}
