using Constellation.Geodesy;

namespace Constellation.Clocks;

/// <summary>What relativity does to a clock in orbit, to order 1/c^2. Not part of a clock's offset: broadcast clocks leave the periodic term to the user.</summary>
public static class RelativisticClock
{
    private const double SpeedOfLightSquared = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;

    private const double GravitationalParameter = PhysicalConstants.EarthGravitationalParameter;

    /// <summary>Earth rotation rate, rad/s, [IERS10] table 1.1 (nominal).</summary>
    private const double EarthRotationRate = 7.292115e-5;

    /// <summary>L_G = W0 / c^2: rate of geocentric time against a clock on the geoid, exact by IAU 2000 resolution B1.9.</summary>
    private const double GeoidRate = 6.969290134e-10;

    /// <summary>Periodic term -2 r.v / c^2, s: what the eccentricity adds to a satellite clock's reading. [IS-GPS-200] 20.3.3.3.3.1</summary>
    /// <remarks>Any frame will do: on rotating axes the velocity differs by omega x r, which is square to r. Truncation: the J2 term (0.07 ns, twice a
    /// revolution) is left out, as the interface documents do.</remarks>
    public static double PeriodicOffset(StateVector state) => -2 * state.Position.Dot(state.Velocity) / SpeedOfLightSquared;

    /// <summary>Rate of <see cref="PeriodicOffset"/>: -2 (v^2 - GM/r) / c^2 with the inertial velocity, for a Keplerian acceleration (3e-3 relative by J2).</summary>
    public static double PeriodicFrequency(StateVector state)
    {
        Vector3d velocity = state.Frame == ReferenceFrame.Itrf
            ? state.Velocity + new Vector3d(0, 0, EarthRotationRate).Cross(state.Position)
            : state.Velocity;
        return -2 * (velocity.NormSquared - (GravitationalParameter / state.Position.Norm)) / SpeedOfLightSquared;
    }

    /// <summary>Offset and frequency of the periodic term, to be added to a clock's own state where the full reading is wanted.</summary>
    public static ClockState Periodic(StateVector state) => new(PeriodicOffset(state), PeriodicFrequency(state));

    /// <summary>Greatest periodic offset on an orbit, 2 e sqrt(GM a) / c^2, s.</summary>
    public static double PeriodicAmplitude(double semiMajorAxis, double eccentricity) =>
        2 * eccentricity * Math.Sqrt(GravitationalParameter * semiMajorAxis) / SpeedOfLightSquared;

    /// <summary>Mean rate of an orbiting clock against one on the geoid, L_G - 3 GM / (2 a c^2): what the factory offset takes away. Informative.</summary>
    public static double MeanRate(double semiMajorAxis) => GeoidRate - (1.5 * GravitationalParameter / (semiMajorAxis * SpeedOfLightSquared));
}
