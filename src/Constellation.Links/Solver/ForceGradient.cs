using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Two-body and J2 attraction and its gradient: what moves a small displacement from the reference orbit.</summary>
/// <remarks>The pole is the GCRF z axis (0.14 degrees off in 2024). Left out: Sun and Moon, 2e-13 1/s^2 of 2e-8, and higher harmonics, below 1e-5 of it.</remarks>
internal static class ForceGradient
{
    private const double Mu = LinkGravity.GravitationalParameter;
    private const double J2Factor = 1.5 * LinkGravity.J2 * LinkGravity.Radius * LinkGravity.Radius;

    public static Vector3d Acceleration(Vector3d r)
    {
        double r2 = r.NormSquared, mu3 = Mu / (r2 * Math.Sqrt(r2)), k = J2Factor / r2, z2 = 5 * r.Z * r.Z / r2;
        return new(-mu3 * r.X * (1 + (k * (1 - z2))), -mu3 * r.Y * (1 + (k * (1 - z2))), -mu3 * r.Z * (1 + (k * (3 - z2))));
    }

    /// <summary>Symmetric partial derivatives of <see cref="Acceleration"/>.</summary>
    public static Matrix3d Gradient(Vector3d r)
    {
        double r2 = r.NormSquared, mu3 = Mu / (r2 * Math.Sqrt(r2)), k = J2Factor / r2;
        Vector3d u = r / Math.Sqrt(r2);
        double z2 = u.Z * u.Z;

        // a = -mu3 r (1 + k - 5 k z2) - 2 k mu3 z e_z, differentiated.
        double diagonal = -mu3 * (1 + k - (5 * k * z2));
        double outer = mu3 * (3 + (5 * k) - (35 * k * z2));
        double mixed = 10 * mu3 * k * u.Z;
        double xx = diagonal + (outer * u.X * u.X), yy = diagonal + (outer * u.Y * u.Y);
        double zz = diagonal + (outer * z2) + (2 * mixed * u.Z) - (2 * mu3 * k);
        double xy = outer * u.X * u.Y, xz = (outer * u.X * u.Z) + (mixed * u.X), yz = (outer * u.Y * u.Z) + (mixed * u.Y);
        return new(xx, xy, xz, xy, yy, yz, xz, yz, zz);
    }
}
