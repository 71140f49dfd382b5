using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Numerical;

public sealed class EcomRadiationTests
{
    private const double Degree = Math.PI / 180;
    private static readonly Tolerance s_rounding = Tolerance.Of(1e-21, "m/s^2", "rounding of 1e-7 m/s^2 and angles to 1e-14");

    [Fact]
    public void D0_alone_is_the_cannonball()
    {
        const double areaToMass = 0.0213;
        ForceContext context = RadiationSample.At(1.2, 0.4, sunlight: 0.37, distanceAu: 1.013);
        Vector3d expected = new CannonballRadiation(areaToMass).Acceleration(context);
        double d0 = -areaToMass * PhysicalConstants.SolarIrradiance / PhysicalConstants.SpeedOfLight;
        Check.Within(s_rounding, expected, EcomRadiation.Ecom1(d0).Acceleration(context));
        Check.Within(s_rounding, expected, EcomRadiation.Ecom2(d0).Acceleration(context));
    }

    [Fact]
    public void Axes_are_right_handed_and_those_of_nominal_yaw_steering()
    {
        for (int k = 0; k < 12; k++)
        {
            ForceContext c = RadiationSample.At((30 * k * Degree) + 0.1, 20 * Degree);
            SolarAxes axes = SolarAxes.Of(c.Position, c.Velocity, c.Sun);
            BodyAxes body = NominalYaw.Instance.At(c.Position, c.Velocity, c.Sun);
            Tolerance unit = Tolerance.Of(1e-14, "", "rounding of unit vectors");
            Check.Within(unit, body.Y, axes.Y, "Y");
            Check.Within(unit, (c.Sun - c.Position).Unit(), axes.D, "D");
            Check.Within(unit, axes.D.Cross(axes.Y), axes.B, "B");
            Check.Within(unit, 0, axes.Y.Dot(axes.D), "Y is square to D");
        }
    }

    /// <summary>Harmonics: the pull along D of the terms of D is what the cosine or sine of the wanted multiple says.</summary>
    [Theory]
    [InlineData(EcomTerm.D1c, 1, true), InlineData(EcomTerm.D1s, 1, false)]
    [InlineData(EcomTerm.D2c, 2, true), InlineData(EcomTerm.D2s, 2, false), InlineData(EcomTerm.D4c, 4, true), InlineData(EcomTerm.D4s, 4, false)]
    public void Harmonics_turn_from_the_sun(EcomTerm term, int multiple, bool cosine)
    {
        EcomRadiation force = new(EcomAngle.FromSun, [term], [2e-9]);
        for (double u = -3; u <= 3; u += 0.37)
        {
            ForceContext c = RadiationSample.At(u, -35 * Degree);
            Vector3d d = (c.Sun - c.Position).Unit();
            double expected = 2e-9 * (cosine ? Math.Cos(multiple * u) : Math.Sin(multiple * u)) * Scale(c);
            Check.Within(s_rounding, expected * d, force.Acceleration(c));
        }
    }

    [Fact]
    public void Classical_harmonics_turn_from_the_node()
    {
        EcomRadiation force = new(EcomAngle.FromNode, [EcomTerm.B1s], [1e-9]);
        for (double angle = 0.1; angle < 6.2; angle += 0.5)
        {
            ForceContext c = RadiationSample.At(angle, 0.3);
            double u = 1.1 + angle;                                        // the sample's node lies 1.1 rad before the Sun's projection
            SolarAxes axes = SolarAxes.Of(c.Position, c.Velocity, c.Sun);
            Check.Within(s_rounding, 1e-9 * Math.Sin(u) * Scale(c) * axes.B, force.Acceleration(c));
        }
    }

    [Fact]
    public void Partials_are_exact()
    {
        ForceContext context = RadiationSample.At(2.2, 0.25, sunlight: 0.8);
        RadiationSample.CheckPartials(EcomRadiation.Ecom1(-1e-7, 1e-9, 2e-9, 3e-9, 4e-9), context);
        RadiationSample.CheckPartials(EcomRadiation.Ecom2(-1e-7, fourthHarmonic: true), context);
        RadiationSample.CheckPartials(new EcomRadiation(EcomAngle.FromSun, [EcomTerm.Y1s, EcomTerm.D1s, EcomTerm.Y1c, EcomTerm.D1c], [1e-9, 2e-9, 3e-9, 4e-9]), context);
        RadiationSample.CheckPartials(new CannonballRadiation(0.02), context);
        RadiationSample.CheckPartials(new EmpiricalAcceleration(new(1e-9, 2e-9, 3e-9), new(4e-9, 5e-9, 6e-9), new(7e-9, 8e-9, 9e-9)), context);
    }

    [Fact]
    public void Parameters_come_back_as_given_and_nothing_acts_in_the_umbra()
    {
        double[] values = [-1e-7, 1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9, 7e-9, 8e-9];
        IForce force = EcomRadiation.Ecom2(fourthHarmonic: true).WithParameters(values);
        Assert.Equal(values, Array.ConvertAll(force.Parameters.ToArray(), p => p.Value));
        Assert.Equal(["D0", "Y0", "B0", "B1c", "B1s", "D2c", "D2s", "D4c", "D4s"], Array.ConvertAll(force.Parameters.ToArray(), p => p.Name));
        Assert.Equal(Vector3d.Zero, force.Acceleration(RadiationSample.At(Math.PI, 0, sunlight: 0)));
    }

    [Fact]
    public void Sun_overhead_or_an_equatorial_orbit_gives_numbers()
    {
        ForceContext noon = RadiationSample.At(0, 0);
        ForceContext equator = noon with { Position = new(4.2e7, 0, 0), Velocity = new(0, 3000, 0), Sun = new(0, 0, 1.5e11) };
        foreach (ForceContext context in (ForceContext[])[noon, equator])
        {
            foreach (IForce force in (IForce[])[EcomRadiation.Ecom1(-1e-7, 1e-9, 1e-9, 1e-9, 1e-9), EcomRadiation.Ecom2(-1e-7)])
            {
                Assert.True(double.IsFinite(force.Acceleration(context).Norm));
            }
        }
    }

    private static double Scale(ForceContext c) => PhysicalConstants.AstronomicalUnit * PhysicalConstants.AstronomicalUnit / (c.Sun - c.Position).NormSquared;
}
