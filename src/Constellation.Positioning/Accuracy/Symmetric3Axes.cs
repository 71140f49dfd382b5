namespace Constellation.Positioning;

/// <summary>Eigenvalues of a symmetric 3 x 3 matrix.</summary>
internal static class Symmetric3Axes
{
    /// <summary>Largest first. [Smith61].</summary>
    public static (double First, double Second, double Third) Of(Symmetric3 m)
    {
        double off = (m.Xy * m.Xy) + (m.Xz * m.Xz) + (m.Yz * m.Yz), q = m.Trace / 3.0;
        double xx = m.Xx - q, yy = m.Yy - q, zz = m.Zz - q;
        double p = Math.Sqrt(((xx * xx) + (yy * yy) + (zz * zz) + (2.0 * off)) / 6.0);
        if (!(p > 1e-15 * Math.Abs(q)))
        {
            return (q, q, q);
        }

        double determinant = (xx * ((yy * zz) - (m.Yz * m.Yz))) - (m.Xy * ((m.Xy * zz) - (m.Yz * m.Xz))) + (m.Xz * ((m.Xy * m.Yz) - (yy * m.Xz)));
        double angle = Math.Acos(Math.Clamp(determinant / (2.0 * p * p * p), -1.0, 1.0)) / 3.0;
        double first = q + (2.0 * p * Math.Cos(angle)), third = q + (2.0 * p * Math.Cos(angle + (2.0 * Math.PI / 3.0)));
        return (first, (3.0 * q) - first - third, third);
    }
}
