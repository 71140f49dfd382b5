using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Design;

public sealed class FrozenOrbitTests
{
    /// <summary>J3 over J2 of EGM2008: -2.53241e-6 over 1.082626e-3.</summary>
    private const double RatioJ3 = -2.3391e-3;

    [Fact]
    public void The_critical_inclination_is_that_of_Molniya() =>
        Check.Within(Tolerance.PrintedDecimals(2, "deg"), 63.43, double.RadiansToDegrees(FrozenOrbit.CriticalInclination));

    /// <summary>The textbook's formula is of first order in e and J3/J2: 1e-3 of a value of 1e-3, and exact in i.</summary>
    [Theory, InlineData(7200e3, 98.7), InlineData(7714.4e3, 66.04), InlineData(8000e3, 30), InlineData(26560e3, 55)]
    public void J2_and_J3_meet_the_formula(double axis, double inclinationDeg)
    {
        double i = double.DegreesToRadians(inclinationDeg), expected = -0.5 * RatioJ3 * PhysicalConstants.EarthRadius / axis * Math.Sin(i);
        FrozenOrbit frozen = FrozenOrbit.Of(axis, i, 3)!.Value;
        Assert.Equal(0.5 * Math.PI, frozen.ArgumentOfPerigee);
        Check.Within(Tolerance.Of(2e-3 * expected, "", "second order in e and five digits of J3/J2"), expected, frozen.Eccentricity);
    }

    /// <summary>Mission documents: Topex 0.000095, ERS-1 and Envisat 0.001165, SPOT 0.001144, all at 90 degrees. Topex flies near the critical inclination, where J2 and J3 alone would give 0.00088.</summary>
    [Theory, InlineData(7714.43e3, 66.04, 0.000095), InlineData(7153.1e3, 98.52, 0.001165), InlineData(7200.5e3, 98.7, 0.001144)]
    public void Real_frozen_orbits_are_met(double axis, double inclinationDeg, double eccentricity)
    {
        FrozenOrbit frozen = FrozenOrbit.Of(axis, double.DegreesToRadians(inclinationDeg), FrozenOrbit.GreatestDegree)!.Value;
        Assert.Equal(0.5 * Math.PI, frozen.ArgumentOfPerigee);
        Check.Within(Tolerance.Of(2e-5, "", "definitions of mean elements, and zonals above degree 20"), eccentricity, frozen.Eccentricity);
    }

    /// <summary>The frozen orbit stays and one of the other perigee does not: integrated over 20 days under the same zonals, eccentricity vectors averaged over revolutions.</summary>
    [Fact]
    public void The_frozen_orbit_stands_still()
    {
        const double Axis = 7200e3;
        double i = double.DegreesToRadians(98.7);
        FrozenOrbit frozen = FrozenOrbit.Of(Axis, i, 3)!.Value;
        double stays = Wandering(new MeanElements(Axis, frozen.Eccentricity, i, 0, frozen.ArgumentOfPerigee, 0)), goes = Wandering(new MeanElements(Axis, frozen.Eccentricity, i, 0, frozen.ArgumentOfPerigee + Math.PI, 0));
        Assert.True(stays < 0.2 * goes, $"moved by {stays:e2} and {goes:e2}");
        Assert.InRange(goes, frozen.Eccentricity, 4 * frozen.Eccentricity);
    }

    /// <summary>There the higher zonals ask for more eccentricity than there is; J3 alone has the same factor 5 cos^2 i - 1 as J2 and asks for nothing.</summary>
    [Fact]
    public void No_frozen_orbit_is_told_where_J2_does_not_turn_the_perigee() => Assert.Null(FrozenOrbit.Of(7200e3, FrozenOrbit.CriticalInclination, FrozenOrbit.GreatestDegree));

    /// <summary>How far the mean eccentricity vector goes in 20 days.</summary>
    private static double Wandering(MeanElements elements)
    {
        Epoch start = Epoch.Parse("2025-01-01T00:00:00GPST");
        NumericalOrbit orbit = NumericalPropagator.Propagate(new KeplerJ2Orbit(elements, start).OsculatingAt(start), new EpochSpan(start, start + Duration.FromHours(482)), new ForceModel(EarthOrientation.BuiltIn, new PointMass(), new Zonals()));
        (double x, double y) first = Mean(orbit, start, elements), last = Mean(orbit, start + Duration.FromDays(20), elements);
        return Math.Sqrt(Math.Pow(last.x - first.x, 2) + Math.Pow(last.y - first.y, 2));
    }

    private static (double X, double Y) Mean(NumericalOrbit orbit, Epoch from, MeanElements elements)
    {
        const int Samples = 200;
        double period = RepeatTrack.NodalPeriod(elements).TotalSeconds, x = 0, y = 0;
        for (int k = 0; k < Samples; k++)
        {
            StateVector s = orbit.At(from + Duration.FromSeconds(period * k / Samples));
            KeplerianElements e = KeplerianElements.FromState(s.Position, s.Velocity);
            (x, y) = (x + (e.Eccentricity * Math.Cos(e.ArgumentOfPerigee) / Samples), y + (e.Eccentricity * Math.Sin(e.ArgumentOfPerigee) / Samples));
        }

        return (x, y);
    }

    /// <summary>J2 and J3 about the axis of the frame, in closed form.</summary>
    private sealed class Zonals : IForce
    {
        private const double J3 = RatioJ3 * PhysicalConstants.EarthJ2;

        public ForceNeeds Needs => ForceNeeds.None;

        public Vector3d Acceleration(in ForceContext context)
        {
            Vector3d r = context.Position;
            double d = r.Norm, gm = PhysicalConstants.EarthGravitationalParameter, re = PhysicalConstants.EarthRadius, u = r.Z / d;
            double k2 = 1.5 * PhysicalConstants.EarthJ2 * gm * re * re / Math.Pow(d, 5), k3 = 0.5 * J3 * gm * re * re * re / Math.Pow(d, 7);
            double side2 = -k2 * (1 - (5 * u * u)), side3 = -k3 * 5 * ((3 * r.Z) - (7 * r.Z * u * u));
            return new((side2 + side3) * r.X, (side2 + side3) * r.Y, (-k2 * (3 - (5 * u * u)) * r.Z) - (k3 * ((30 * r.Z * r.Z) - (35 * r.Z * r.Z * u * u) - (3 * d * d))));
        }

        public Matrix3d Gradient(in ForceContext context) => throw new NotSupportedException();
    }
}
