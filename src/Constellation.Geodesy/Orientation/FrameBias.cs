namespace Constellation.Geodesy;

/// <summary>The constant turn between the GCRF and the mean equator and equinox of J2000.0 (EME2000, FK5's successor by definition, not by catalogue).</summary>
/// <remarks>[IERS10] section 5.5.4: d_alpha0 = -14.6 mas, xi0 = -16.6170 mas, eta0 = -6.8192 mas; 23 mas in all, 3 m at navigation satellites.</remarks>
public static class FrameBias
{
    private const double Alpha = -14.6e-3 * Angles.Arcsecond, Xi = -16.6170e-3 * Angles.Arcsecond, Eta = -6.8192e-3 * Angles.Arcsecond;

    /// <summary>r_eme2000 = GcrfToEme2000 r_gcrf.</summary>
    public static Matrix3d GcrfToEme2000 { get; } = Matrix3d.R1(-Eta) * Matrix3d.R2(Xi) * Matrix3d.R3(Alpha);

    /// <summary>r_gcrf = Eme2000ToGcrf r_eme2000.</summary>
    public static Matrix3d Eme2000ToGcrf { get; } = GcrfToEme2000.Transpose();
}
