using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>Moving a satellite along its orbit by flying higher or lower for a while.</summary>
/// <remarks>[Vallado13] 6.6: on a circle n = sqrt(GM/a^3), so a height that differs by d changes the rate by -3/2 n d/a. Two burns lead there and two back,
/// n d / 4 each at first order. Below 1 % for d/a below 0.6 %.</remarks>
public static class PhasingDrift
{
    /// <summary>Time (s) to gain or lose an angle.</summary>
    /// <param name="semiMajorAxis">Of the slot, m.</param>
    /// <param name="height">By which the drift orbit differs, m, positive.</param>
    /// <param name="angle">Along the orbit, rad; of either sign.</param>
    public static double Time(double semiMajorAxis, double height, double angle) => Math.Abs(angle) / Rate(semiMajorAxis, height);

    /// <summary>Change of the angle, rad/s.</summary>
    public static double Rate(double semiMajorAxis, double height) => 1.5 * MeanMotion(semiMajorAxis) * height / semiMajorAxis;

    /// <summary>Change of speed for the way there and back, m/s.</summary>
    public static double DeltaV(double semiMajorAxis, double height) => MeanMotion(semiMajorAxis) * height;

    private static double MeanMotion(double semiMajorAxis) => Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / (semiMajorAxis * semiMajorAxis * semiMajorAxis));
}
