namespace Constellation.Orbits;

/// <summary>One surface of a satellite.</summary>
/// <param name="Normal">Where it looks.</param>
/// <param name="Area">m^2; of a cylinder, diameter times length.</param>
/// <param name="Specular">Share of light that is mirrored.</param>
/// <param name="Diffuse">Share that is scattered.</param>
/// <param name="Absorbed">The rest.</param>
/// <param name="Reradiates">Whether what is absorbed leaves at once as heat from the same surface.</param>
public readonly record struct BoxWingSurface(SurfaceNormal Normal, double Area, double Specular, double Diffuse, double Absorbed, bool Reradiates)
{
    internal SurfaceResponse Response => Normal == SurfaceNormal.Round
        ? SurfaceResponse.Cylinder(Area, Specular, Diffuse, Absorbed, Reradiates)
        : SurfaceResponse.Flat(Area, Specular, Diffuse, Absorbed, Reradiates);
}
