using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>What the Moon does to the Earth's centre through the Earth's bulge: the frame falls by it, so satellites seem to rise. 2e-11 m/s^2, the same everywhere.</summary>
/// <remarks>
/// The bulge pulls the Moon by the J2 acceleration at the Moon's place; the Earth is pulled back by GM_Moon/GM_Earth of it. The bulge is square to the GCRF
/// z axis, 0.14 degrees off in 2024. The Sun's share is 1e-15 m/s^2.
/// </remarks>
public sealed class IndirectOblateness : IForce
{
    public ForceNeeds Needs => ForceNeeds.Moon;

    /// <summary>[MontenbruckGill00] eq. 3.29 for J2 alone.</summary>
    public Vector3d Acceleration(in ForceContext context)
    {
        Vector3d d = context.Moon;
        double r2 = d.NormSquared, r = Math.Sqrt(r2), u2 = d.Z * d.Z / r2;
        double k = -1.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.MoonGravitationalParameter * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius / (r2 * r2 * r);
        return k * new Vector3d((1 - (5 * u2)) * d.X, (1 - (5 * u2)) * d.Y, (3 - (5 * u2)) * d.Z);
    }

    public Matrix3d Gradient(in ForceContext context) => default;
}
