namespace Constellation.Signals;

/// <summary>Slant over zenith delay.</summary>
public static class TroposphereMapping
{
    /// <summary>1.001 / sqrt(0.002001 + sin^2 E): within 3 % of the rigorous forms above 5 degrees. [DO229] A.4.2.4.</summary>
    public static double Simple(double sinElevation) => 1.001 / Math.Sqrt(0.002001 + (sinElevation * sinElevation));

    /// <summary>The continued fraction of all modern mapping functions. [IERS10] eq. 9.9.</summary>
    public static double ContinuedFraction(double sinElevation, double a, double b, double c) =>
        (1.0 + (a / (1.0 + (b / (1.0 + c))))) / (sinElevation + (a / (sinElevation + (b / (sinElevation + c)))));
}
