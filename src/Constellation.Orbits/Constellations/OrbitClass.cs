namespace Constellation.Orbits;

/// <summary>The class of an orbit: decides SISRE weights and the BeiDou GEO ephemeris rule, never a number range.</summary>
public enum OrbitClass
{
    Meo,
    Igso,
    Geo,
}
