using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A symmetric 3 x 3 matrix: the covariance of a position (m^2, or per range variance).</summary>
public readonly record struct Symmetric3(double Xx, double Xy, double Xz, double Yy, double Yz, double Zz)
{
    public double Trace => Xx + Yy + Zz;

    /// <summary>Variance along a unit vector.</summary>
    public double Along(Vector3d unit) => unit.Dot(this * unit);

    public static Vector3d operator *(Symmetric3 m, Vector3d v) => new(
        (m.Xx * v.X) + (m.Xy * v.Y) + (m.Xz * v.Z),
        (m.Xy * v.X) + (m.Yy * v.Y) + (m.Yz * v.Z),
        (m.Xz * v.X) + (m.Yz * v.Y) + (m.Zz * v.Z));

    /// <summary>Inverse by cofactors; false where the determinant is below 1e-12 of the cube of the mean diagonal (PDOP of about a million).</summary>
    internal bool TryInvert(out Symmetric3 inverse)
    {
        double cxx = (Yy * Zz) - (Yz * Yz);
        double cxy = (Xz * Yz) - (Xy * Zz);
        double cxz = (Xy * Yz) - (Xz * Yy);
        double determinant = (Xx * cxx) + (Xy * cxy) + (Xz * cxz);
        double scale = Trace / 3.0;
        if (!(determinant > 1e-12 * scale * scale * scale))
        {
            inverse = default;
            return false;
        }

        double d = 1.0 / determinant;
        inverse = new(
            cxx * d, cxy * d, cxz * d,
            ((Xx * Zz) - (Xz * Xz)) * d, ((Xy * Xz) - (Xx * Yz)) * d, ((Xx * Yy) - (Xy * Xy)) * d);
        return true;
    }
}
