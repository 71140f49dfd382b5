using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Range errors of an airborne two-frequency receiver on L1/E1 and L5/E5a, smoothed.</summary>
/// <remarks>
/// [Blanch12] appendix A: multipath 0.13 + 0.53 exp(-E / 10 deg), noise 0.15 + 0.43 exp(-E / 6.9 deg), both times the factor of the ionosphere-free combination; troposphere
/// 0.12 m times the mapping of [DO229]. Taken for all systems; the example of appendix J does so too.
/// </remarks>
public static class AirborneErrors
{
    private static readonly IonosphereFree s_pair = new(Carriers.Frequency(GnssSystem.Gps, '1'), Carriers.Frequency(GnssSystem.Gps, '5'));
    private static readonly double s_combined = Square(s_pair.NoiseFactor);

    /// <summary>Variance of receiver and troposphere, m^2.</summary>
    public static double Variance(double sinElevation)
    {
        double elevationDeg = double.RadiansToDegrees(Math.Asin(Math.Clamp(sinElevation, -1.0, 1.0)));
        double multipath = 0.13 + (0.53 * Math.Exp(-elevationDeg / 10.0)), noise = 0.15 + (0.43 * Math.Exp(-elevationDeg / 6.9));
        return (s_combined * (Square(multipath) + Square(noise))) + Square(0.12 * TroposphereMapping.Simple(sinElevation));
    }

    private static double Square(double x) => x * x;
}
