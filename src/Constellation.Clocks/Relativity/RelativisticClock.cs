using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

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
    /// revolution) is left out, as the interface documents do: <see cref="OblatenessOffset"/>.</remarks>
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

    /// <summary>What the Earth's oblateness adds, -(3/2) J2 (R/a)^2 sqrt(GM a) sin^2(i) sin(2u) / c^2, s: 0.07 ns twice a revolution for GPS. Beside <see cref="PeriodicOffset"/>.</summary>
    /// <param name="state">On inertial axes; u is the argument of latitude.</param>
    /// <remarks>[Kouba04]; first order in J2, for near-circular orbits (docs/theory/clocks.md, section 5). Its mean over a revolution is in <see cref="MeanRateOf"/>.</remarks>
    public static double OblatenessOffset(StateVector state)
    {
        KeplerianElements elements = KeplerianElements.FromState(state.Position, state.Velocity);
        double ratio = PhysicalConstants.EarthRadius / elements.SemiMajorAxis;

        // The z components of the radial and the along-track direction are sin(i) sin(u) and sin(i) cos(u).
        Vector3d pole = state.Position.Cross(state.Velocity) / state.Position.Cross(state.Velocity).Norm;
        Vector3d radial = state.Position / state.Position.Norm, along = pole.Cross(radial);
        double sine = 2 * radial.Z * along.Z;                     // sin^2(i) sin(2u)
        return -1.5 * PhysicalConstants.EarthJ2 * ratio * ratio * Math.Sqrt(GravitationalParameter * elements.SemiMajorAxis) * sine / SpeedOfLightSquared;
    }

    /// <summary>Mean rate against a clock on the geoid with the oblateness: L_G + (3 E - 4 V) / c^2, E the energy, V the mean potential of the oblateness.</summary>
    /// <remarks>Exact in J2 to first order for a near-circular orbit; within 1e-15 for navigation satellites, where Sun and Moon add as much.</remarks>
    public static double MeanRateOf(StateVector inertial)
    {
        double r = inertial.Position.Norm, oblateness = OblatenessPotential(inertial.Position);
        double energy = (inertial.Velocity.NormSquared / 2) - (GravitationalParameter / r) - oblateness;
        Vector3d pole = inertial.Position.Cross(inertial.Velocity);
        double cosInclination = pole.Z / pole.Norm, a = -GravitationalParameter / (2 * energy), ratio = PhysicalConstants.EarthRadius / a;
        double mean = -GravitationalParameter * PhysicalConstants.EarthJ2 * ratio * ratio / (2 * a) * ((1.5 * (1 - (cosInclination * cosInclination))) - 1);
        return GeoidRate + (((3 * energy) - (4 * mean)) / SpeedOfLightSquared);
    }

    /// <summary>Rate of a clock in orbit against one on the geoid, L_G - (v^2/2 + GM/r + V) / c^2, V the potential of the oblateness.</summary>
    /// <remarks>Left out: Sun and Moon (their tides, below 1e-15 at navigation heights), higher terms of the Earth (1e-17), terms of order 1/c^4.</remarks>
    public static double RateOf(StateVector inertial) =>
        GeoidRate - (((inertial.Velocity.NormSquared / 2) + (GravitationalParameter / inertial.Position.Norm) + OblatenessPotential(inertial.Position)) / SpeedOfLightSquared);

    /// <summary>The full relativistic reading along an orbit, s: the integral of <see cref="RateOf"/> from the first node to every node.</summary>
    /// <param name="orbit">On GCRF axes.</param>
    /// <param name="grid">Nodes; five Gauss points in each step: 1e-16 s a day at 15 min for navigation satellites.</param>
    public static double[] ReadingAlong(IOrbit orbit, EpochGrid grid)
    {
        if (orbit.Frame != ReferenceFrame.Gcrf)
        {
            throw new ArgumentException("the orbit must be on GCRF axes", nameof(orbit));
        }

        (double[] at, double[] weight) = GaussLegendre.Rule(5);
        double[] readings = new double[grid.Count];
        double half = grid.Step.TotalSeconds / 2;
        for (int i = 1; i < grid.Count; i++)
        {
            double sum = 0;
            for (int k = 0; k < at.Length; k++)
            {
                sum += weight[k] * RateOf(orbit.At(grid[i - 1] + Duration.FromSeconds(half * (1 + at[k]))));
            }

            readings[i] = readings[i - 1] + (half * sum);
        }

        return readings;
    }

    /// <summary>Potential of the oblateness, m^2/s^2, of the sign of GM/r.</summary>
    private static double OblatenessPotential(Vector3d position)
    {
        double r = position.Norm, ratio = PhysicalConstants.EarthRadius / r, sine = position.Z / r;
        return -GravitationalParameter / r * PhysicalConstants.EarthJ2 * ratio * ratio * ((1.5 * sine * sine) - 0.5);
    }
}
