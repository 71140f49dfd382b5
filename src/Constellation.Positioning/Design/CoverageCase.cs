using Constellation.Orbits;

namespace Constellation.Positioning;

/// <summary>A Walker constellation of a sweep.</summary>
public sealed record CoverageCase(WalkerPattern Pattern, int Planes, int PerPlane, int Phasing, double SemiMajorAxis, double Inclination)
{
    public int Satellites => Planes * PerPlane;
}
