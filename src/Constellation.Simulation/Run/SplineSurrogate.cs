using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>The Gauss-Markov process by which a filter stands in for the truth's random acceleration, cubic B-splines on nodes T apart.</summary>
/// <remarks>
/// Density of the splines, per unit variance: (315/151) T sinc(f T)^8; of the process: 2 tau / (1 + (2 pi f tau)^2). tau = (315/302) T makes them
/// equal at low frequency. Orbits answer most at once per revolution, where the process is poorer (by a third for BeiDou MEO and T = 2 h): its deviation is
/// raised until the densities are equal there, too, on the fastest orbit.
/// </remarks>
internal static class SplineSurrogate
{
    public static AccelerationNoise Of(double sigma, double nodeSpacing, IEnumerable<double> semiMajorAxes)
    {
        double tau = 315.0 / 302.0 * nodeSpacing;
        double frequency = semiMajorAxes.Max(a => Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / (a * a * a))) / (2 * Math.PI);
        double ratio = Spline(frequency, nodeSpacing) / Process(frequency, tau);
        return new(sigma * Math.Sqrt(Math.Max(1, ratio)), tau);
    }

    internal static double Spline(double frequency, double nodeSpacing)
    {
        double x = Math.PI * frequency * nodeSpacing;
        return 315.0 / 151.0 * nodeSpacing * Math.Pow(Math.Sin(x) / x, 8);
    }

    internal static double Process(double frequency, double tau)
    {
        double x = 2 * Math.PI * frequency * tau;
        return 2 * tau / (1 + (x * x));
    }
}
