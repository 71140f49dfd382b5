using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

public sealed class RadiationForcesTests
{
    private static readonly SatelliteProperties s_galileo = SatelliteProperties.For(SatelliteId.Parse("E21"), Epoch.FromGpsCalendar(2020, 6, 25, 0, 0, 0));

    [Fact]
    public void Partials_are_exact()
    {
        ForceContext context = RadiationSample.At(2.2, 0.25, sunlight: 0.8);
        RadiationSample.CheckPartials(new BoxWingRadiation(s_galileo), context);
        RadiationSample.CheckPartials(new EarthRadiation(s_galileo), context);
        RadiationSample.CheckPartials(EarthRadiation.Cannonball(0.02), context);
        RadiationSample.CheckPartials(new AntennaThrust(s_galileo), context);
    }

    /// <summary>A satellite that is a black panel is a cannonball with C_R = 1 and the panel's area, wherever it is.</summary>
    [Fact]
    public void A_black_panel_is_a_cannonball()
    {
        BoxWing panel = new([new(SurfaceNormal.Panel, 12, 0, 0, 1, false), new(SurfaceNormal.PanelBack, 12, 0, 0, 1, false)]);
        for (double angle = 0.05; angle < 6.3; angle += 0.4)
        {
            ForceContext c = RadiationSample.At(angle, -0.3, sunlight: 0.4);
            Check.Within(
                Tolerance.Of(1e-20, "m/s^2", "rounding of 1e-7 m/s^2"), new CannonballRadiation(12.0 / 800).Acceleration(c), new BoxWingRadiation(panel, 800, NominalYaw.Instance).Acceleration(c));
        }
    }

    /// <summary>P / (m c) by block, m/s^2, as published analyses give it.</summary>
    [Theory]
    [InlineData("G25", 4.90e-10), InlineData("G14", 4.63e-10), InlineData("G05", 4.48e-10), InlineData("R02", 2.0e-10), InlineData("E11", 6.5e-10), InlineData("E21", 1.25e-9), InlineData("C19", 1.09e-9), InlineData("C30", 9.26e-10)]
    public void Antenna_thrust_has_the_published_size(string satellite, double expected)
    {
        ForceContext c = RadiationSample.At(1, 0.3);
        Vector3d a = new AntennaThrust(SatelliteProperties.For(SatelliteId.Parse(satellite), Epoch.FromGpsCalendar(2022, 1, 1, 0, 0, 0))).Acceleration(c);
        Check.Within(Tolerance.Of(0.01 * expected, "m/s^2", "printed with two or three digits"), expected, a.Dot(c.Position.Unit()));
        Check.Within(Tolerance.Of(1e-20, "m/s^2", "rounding"), 0, a.Cross(c.Position.Unit()).Norm);
    }

    /// <summary>The sum over the Earth's surface against its rings, on a cannonball and on a box-wing, all around the orbit, in all seasons and at three heights.</summary>
    [Theory, InlineData(26_560_000.0), InlineData(29_600_000.0), InlineData(42_164_000.0)]
    public void Earth_radiation_is_near_the_sum_over_the_surface(double radius)
    {
        double worstSphere = 0, worstBody = 0, largest = 0;
        EarthRadiation body = new(s_galileo), sphere = EarthRadiation.Cannonball(0.02);
        for (int i = 0; i < 24; i++)
        {
            ForceContext c = RadiationSample.At(i * Math.PI / 12, i % 3 * 0.5, radius: radius) with { SecondsSinceJ2000 = 6.5e8 + (i * 7e5) };
            BodyAxes axes = s_galileo.Attitude.At(c.Position, c.Velocity, c.Sun);
            Vector3d sun = axes.ToBody((c.Sun - c.Position).Unit());
            Vector3d expectedSphere = EarthRadiationReference.Force(c, light => -0.02 * light, 150);
            Vector3d expectedBody = EarthRadiationReference.Force(c, light => axes.ToGcrf(s_galileo.Surfaces.Force(axes.ToBody(light), sun)), 150) / s_galileo.Mass;
            worstSphere = Math.Max(worstSphere, (sphere.Acceleration(c) - expectedSphere).Norm / expectedSphere.Norm);
            worstBody = Math.Max(worstBody, (body.Acceleration(c) - expectedBody).Norm / expectedBody.Norm);
            largest = Math.Max(largest, expectedSphere.Norm);
        }

        Check.Within(Tolerance.Of(0.015, "1", "24 places instead of 45,000: 1.5e-11 m/s^2 of 1e-9"), 0, worstSphere, "sphere");
        Check.Within(Tolerance.Of(0.03, "1", "light from one direction instead of a disc of 28 degrees"), 0, worstBody, "box-wing");
        Assert.True(largest is > 1e-10 and < 3e-9, $"{largest} m/s^2");
    }

    /// <summary>Heat alone: a sphere of uniform exitance M presses on a sphere as M/c (R/r)^2 does from far away, and as a Lambert disc near by.</summary>
    [Fact]
    public void Far_away_the_earth_is_a_point()
    {
        ForceContext night = RadiationSample.At(Math.PI, 0, radius: 4e9);
        double expected = 0.25 * 0.68 * PhysicalConstants.SolarIrradiance / PhysicalConstants.SpeedOfLight * Math.Pow(PhysicalConstants.EarthRadius / 4e9, 2);
        Check.Within(Tolerance.Of(0.15 * expected, "N/m^2", "emissivity 0.68 in the mean of all latitudes, 0.77 to 0.5 by place"), expected, EarthRadiation.Cannonball(1).Acceleration(night).Norm);
    }
}
