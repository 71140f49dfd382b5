using System.Runtime.CompilerServices;
using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>The eight broadcast parameters of the GPS ionosphere model and its slant delay on L1.</summary>
/// <remarks>[IS-GPS-200] 20.3.3.5.2.5; alpha: amplitude, beta: period, both polynomials in semicircles with seconds as value. Removes 50-60 % of the delay (rms).</remarks>
public readonly record struct Klobuchar(
    double Alpha0, double Alpha1, double Alpha2, double Alpha3,
    double Beta0, double Beta1, double Beta2, double Beta3)
{
    /// <summary>Broadcast by GPS on 2023-03-12: a day near solar maximum.</summary>
    public static Klobuchar Of2023March12 { get; } = new(
        3.259629011154e-8, 7.450580596924e-9, -1.788139343262e-7, 0.0, 1.35168e5, 0.0, -2.62144e5, 1.31072e5);

    /// <summary>Group delay on L1 as a length, m; times (f_L1 / f)^2 elsewhere.</summary>
    /// <param name="latitude">Geodetic, rad.</param>
    /// <param name="longitude">rad.</param>
    /// <param name="azimuth">Of the satellite, rad from north.</param>
    /// <param name="elevation">rad.</param>
    /// <param name="gpsSecondsOfDay">GPS time of day, s (time of week serves as well).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Delay(double latitude, double longitude, double azimuth, double elevation, double gpsSecondsOfDay)
    {
        double e = elevation / Math.PI;                                        // semicircles, as the ICD has it
        double psi = (0.0137 / (e + 0.11)) - 0.022;
        (double sinA, double cosA) = Math.SinCos(azimuth);
        double phi = Math.Clamp((latitude / Math.PI) + (psi * cosA), -0.416, 0.416);
        double lambda = (longitude / Math.PI) + (psi * sinA / Math.Cos(phi * Math.PI));
        double phiM = phi + (0.064 * Math.Cos((lambda - 1.617) * Math.PI));
        double t = (43200.0 * lambda) + gpsSecondsOfDay;
        t -= 86400.0 * Math.Floor(t / 86400.0);

        double amplitude = Math.Max(0.0, Alpha0 + (phiM * (Alpha1 + (phiM * (Alpha2 + (phiM * Alpha3))))));
        double period = Math.Max(72000.0, Beta0 + (phiM * (Beta1 + (phiM * (Beta2 + (phiM * Beta3))))));
        double f = 0.53 - e;
        double obliquity = 1.0 + (16.0 * f * f * f);
        double x = 2.0 * Math.PI * (t - 50400.0) / period;
        double x2 = x * x;
        double vertical = Math.Abs(x) < 1.57 ? 5e-9 + (amplitude * (1.0 - (x2 / 2.0) + (x2 * x2 / 24.0))) : 5e-9;
        return obliquity * vertical * PhysicalConstants.SpeedOfLight;
    }
}
