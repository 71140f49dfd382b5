using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>
/// What all surfaces with one normal do with light, m^2: the force per momentum flux is <c>-cos(theta) (direct s + (normal + mirror cos(theta)) n)</c>, s to the light.
/// </summary>
/// <remarks>
/// [Milani87] with alpha + delta + rho = 1: direct A (1 - rho), normal 2/3 A (delta, or delta + alpha where heat leaves at once), mirror 2 A rho.
/// A cylinder about Z has pi/6 for 2/3 and 4/3 for 2, [RodriguezSolano12b]; its n is square to Z.
/// </remarks>
/// <param name="Direct">Along the light.</param>
/// <param name="Normal">Along the normal, from diffuse reflection and heat.</param>
/// <param name="Mirror">Along the normal, from specular reflection.</param>
internal readonly record struct SurfaceResponse(double Direct, double Normal, double Mirror)
{
    public static SurfaceResponse Flat(double area, double specular, double diffuse, double absorbed, bool reradiates) =>
        new(area * (1 - specular), 2.0 / 3.0 * area * (diffuse + (reradiates ? absorbed : 0)), 2 * area * specular);

    public static SurfaceResponse Cylinder(double area, double specular, double diffuse, double absorbed, bool reradiates) =>
        new(area * (1 - specular), Math.PI / 6 * area * (diffuse + (reradiates ? absorbed : 0)), 4.0 / 3.0 * area * specular);

    public static SurfaceResponse operator +(SurfaceResponse a, SurfaceResponse b) => new(a.Direct + b.Direct, a.Normal + b.Normal, a.Mirror + b.Mirror);

    /// <summary>Force over momentum flux, m^2. Light from behind does nothing.</summary>
    public Vector3d Force(Vector3d toLight, Vector3d normal)
    {
        double c = toLight.Dot(normal);
        return c > 0 ? -c * ((Direct * toLight) + ((Normal + (Mirror * c)) * normal)) : Vector3d.Zero;
    }
}
