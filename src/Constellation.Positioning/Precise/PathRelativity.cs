using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The bending of space-time on the way of a signal: up to 19 mm from a navigation satellite to the ground.</summary>
/// <remarks>[IERS10] eq. 11.17, the Earth alone.</remarks>
public static class PathRelativity
{
    private const double Factor = 2 * PhysicalConstants.EarthGravitationalParameter / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);

    /// <summary>Delay, m.</summary>
    /// <param name="satellite">Distance from the geocentre, m.</param>
    /// <param name="receiver">Distance from the geocentre, m.</param>
    /// <param name="range">Between them, m.</param>
    public static double Delay(double satellite, double receiver, double range) => Factor * Math.Log((satellite + receiver + range) / (satellite + receiver - range));
}
