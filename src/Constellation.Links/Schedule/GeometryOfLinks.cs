using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Sum of u u' over unit vectors to partners.</summary>
internal readonly record struct GeometryOfLinks(double Xx, double Xy, double Xz, double Yy, double Yz, double Zz)
{
    public GeometryOfLinks Plus(Vector3d u) => new(
        Xx + (u.X * u.X), Xy + (u.X * u.Y), Xz + (u.X * u.Z), Yy + (u.Y * u.Y), Yz + (u.Y * u.Z), Zz + (u.Z * u.Z));

    /// <summary>Root of the trace of the inverse; NaN where the partners do not fix a place.</summary>
    public double Pdop
    {
        get
        {
            double cx = (Yy * Zz) - (Yz * Yz), cy = (Xx * Zz) - (Xz * Xz), cz = (Xx * Yy) - (Xy * Xy);
            double determinant = (Xx * cx) - (Xy * ((Xy * Zz) - (Yz * Xz))) + (Xz * ((Xy * Yz) - (Yy * Xz)));
            double square = (cx + cy + cz) / determinant;
            return determinant > 1e-9 ? Math.Sqrt(square) : double.NaN;
        }
    }
}
