namespace Constellation.Signals;

/// <summary>The Vienna mapping function 1 from its coefficients a at zero height: b and c are empirical.</summary>
/// <remarks>[Boehm06b], [IERS10] 9.2; the test vectors of the IERS routines VMF1 and VMF1_HT hold to 1e-14.</remarks>
public static class ViennaMapping
{
    internal const double HydrostaticB = 0.0029, WetB = 0.00146, WetC = 0.04391;

    /// <param name="hydrostaticA">a_h at zero height.</param>
    /// <param name="wetA">a_w.</param>
    /// <param name="latitude">rad.</param>
    /// <param name="height">Ellipsoidal, m.</param>
    /// <param name="mjd">Modified Julian day.</param>
    public static (MappingFunction Dry, MappingFunction Wet) Of(double hydrostaticA, double wetA, double latitude, double height, double mjd) =>
        (new(hydrostaticA, HydrostaticB, HydrostaticC(latitude, mjd), height * 1e-3), new(wetA, WetB, WetC));

    /// <summary>Coefficient c of the hydrostatic part: latitude and season; days count from 28 January 1980, as Niell's.</summary>
    internal static double HydrostaticC(double latitude, double mjd)
    {
        (double phase, double c11, double c10) = latitude < 0 ? (Math.PI, 0.007, 0.002) : (0.0, 0.005, 0.001);
        double season = Math.Cos(((mjd - 44239.0 + 1 - 28) / 365.25 * 2.0 * Math.PI) + phase);
        return 0.062 + ((((season + 1.0) * c11 / 2.0) + c10) * (1.0 - Math.Cos(latitude)));
    }
}
