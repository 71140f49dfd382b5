using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Orbits.Numerical;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Attitude;

public sealed class YawLawTests
{
    private const double Degree = Math.PI / 180;

    public static TheoryData<string, double, double, double> Laws { get; } = new()
    {
        // name, orbit radius, largest rate deg/s in turns, orbit angle from noon and midnight beyond which yaw is nominal, deg
        { "nominal", 26.56e6, 1e9, 0 },
        { "gps-iir", 26.56e6, 0.2002, 10 },
        { "gps-iif", 26.56e6, 0.112, 20 },
        { "gps-iii", 26.56e6, 0.15, 180 },
        { "glonass-m", 25.508e6, 0.2502, 15 },
        { "galileo-iov", 29.6e6, 0.35, 15.1 },
        { "galileo-foc", 29.6e6, 0.2, 10.1 },
        { "bds-3-cast", 27.906e6, 0.2, 6.1 },
        { "bds-3-igso", 42.164e6, 0.2, 6.1 },
        { "bds-3-secm", 27.906e6, 0.15, 180 },
        { "qzs-2", 42.164e6, 0.0552, 10 },
    };

    /// <summary>All around the orbit, at many Suns: yaw moves no faster than the block can, and is nominal away from noon and midnight.</summary>
    [Theory, MemberData(nameof(Laws))]
    public void Yaw_is_continuous_and_within_its_rate(string name, double radius, double rateDeg, double reach)
    {
        YawLaw law = AttitudeLaws.Find(name)!;
        double rate = Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / (radius * radius * radius));
        foreach (double beta in (double[])[-60, -20, -12, -5, -3.5, -2.5, -1, -0.3, 0.05, 0.4, 1.3, 1.9, 2.2, 3.5, 4.5, 8, 13, 40])
        {
            double previous = double.NaN;
            for (double angle = -180; angle <= 180; angle += 0.05)
            {
                ForceContext c = RadiationSample.At(angle * Degree, beta * Degree, radius: radius);
                SolarGeometry g = SolarGeometry.Of(c.Position, c.Velocity, c.Sun);
                double yaw = law.Yaw(g) / Degree, middle = Math.Min(Math.Abs(g.OrbitAngle / Degree), 180 - Math.Abs(g.OrbitAngle / Degree));
                double step = Math.Abs(Math.IEEERemainder(yaw - previous, 360)), seconds = 0.05 * Degree / rate;

                // A smooth turn ends where nominal yaw is, to 1 degree: its period is fixed, the rate of the orbit is not.
                Assert.True(!(step > (1.05 * rateDeg * seconds) + 1.0), $"{name} beta {beta}: {step} deg at {angle} deg past noon");
                if (middle > reach)
                {
                    Check.Within(Tolerance.Of(1e-9, "deg", "nominal"), 0, Math.IEEERemainder(yaw - (g.NominalYaw / Degree), 360), $"{name} beta {beta} at {angle}");
                }

                previous = yaw;
            }
        }
    }

    [Fact]
    public void Axes_are_right_handed_look_down_and_give_their_yaw_back()
    {
        foreach (string name in AttitudeLaws.Names)
        {
            for (int i = 0; i < 40; i++)
            {
                ForceContext c = RadiationSample.At(i * 0.157, ((i % 9) - 4) * Degree);
                SolarGeometry g = SolarGeometry.Of(c.Position, c.Velocity, c.Sun);
                BodyAxes axes = AttitudeLaws.Find(name)!.At(c.Position, c.Velocity, c.Sun);
                Tolerance unit = Tolerance.Of(1e-12, "", "rounding of unit vectors");
                Check.Within(unit, -c.Position.Unit(), axes.Z, name);
                Check.Within(unit, axes.Z, axes.X.Cross(axes.Y), name);
                Check.Within(Tolerance.Of(1e-9, "rad", "rounding"), 0, Math.IEEERemainder(AttitudeLaws.Find(name)!.Yaw(g) - g.YawOf(axes), 2 * Math.PI), name);
            }
        }
    }

    /// <summary>The Sun is in the X-Z half plane of +X: no light on +-Y, panels square to it.</summary>
    [Fact]
    public void Nominal_yaw_keeps_the_sun_off_Y_and_on_plus_X()
    {
        for (int i = 0; i < 60; i++)
        {
            ForceContext c = RadiationSample.At(i * 0.1, (i - 30) * Degree);
            Vector3d sun = NominalYaw.Instance.At(c.Position, c.Velocity, c.Sun).ToBody((c.Sun - c.Position).Unit());
            Check.Within(Tolerance.Of(1e-12, "", "rounding"), 0, sun.Y);
            Assert.True(sun.X >= 0);
        }
    }

    [Fact]
    public void Rates_of_the_geometry_are_those_of_the_motion()
    {
        ForceContext c = RadiationSample.At(0.8, 0.3);
        const double Minute = 60;
        c = c with { Sun = PhysicalConstants.AstronomicalUnit * new Vector3d(0.3, 0.917482 * 0.954, 0.397777 * 0.954) };
        double n = Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / Math.Pow(RadiationSample.Radius, 3));
        Vector3d pole = c.Position.Cross(c.Velocity).Unit(), along = pole.Cross(c.Position.Unit());
        Vector3d position = RadiationSample.Radius * ((Math.Cos(n * Minute) * c.Position.Unit()) + (Math.Sin(n * Minute) * along));
        Vector3d ecliptic = new(0, -0.397777, 0.917482);
        double moved = 2 * Math.PI / (365.2564 * 86400) * Minute;
        Vector3d sun = c.Sun + (moved * ecliptic.Cross(c.Sun));
        SolarGeometry now = SolarGeometry.Of(c.Position, c.Velocity, c.Sun), later = SolarGeometry.Of(position, pole.Cross(position), sun);
        Check.Within(Tolerance.Of(1e-4 * now.Rate, "rad/s", "mean obliquity to six digits, second order of a minute"), (later.OrbitAngle - now.OrbitAngle) / Minute, now.Rate, "rate of the orbit angle");
        Check.Within(Tolerance.Of(1e-4 * 2e-7, "rad/s", "second order of a minute"), (later.Beta - now.Beta) / Minute, now.BetaRate, "rate of beta");
    }

    /// <summary>Fifty days of an inclined orbit through its season of small beta: into the mode once and out of it once, each time where the body hardly turns.</summary>
    [Fact]
    public void BeiDou2_changes_modes_twice_a_season()
    {
        const double Radius = 42.164e6;
        double n = Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / Math.Pow(Radius, 3));
        Matrix3d plane = Matrix3d.R3(-0.5) * Matrix3d.R1(-55 * Degree);
        Epoch start = Epoch.FromGpsCalendar(2024, 1, 1, 0, 0, 0);
        List<double> jumps = [];
        int crossings = 0;
        (bool before, double beta) = (false, 0);
        for (int i = 0; i < 366 * 96; i++)
        {
            (double s, double c) = Math.SinCos(n * i * 900);
            SolarGeometry g = SolarGeometry.Of(plane * (Radius * new Vector3d(c, s, 0)), plane * (n * Radius * new Vector3d(-s, c, 0)), Sun.PositionGcrf(start + Duration.FromMinutes(15 * i)).Vector);
            bool off = BeiDou2Yaw.Instance.Yaw(g) == 0;
            if (i > 0 && off != before)
            {
                jumps.Add(g.NominalYaw / Degree);
            }

            crossings += i > 0 && (Math.Abs(g.Beta) < 4 * Degree) != (Math.Abs(beta) < 4 * Degree) ? 1 : 0;
            (before, beta) = (off, g.Beta);
        }

        Assert.True(crossings >= 2);
        Assert.Equal(crossings, jumps.Count);
        Assert.All(jumps, j => Assert.True(Math.Abs(j) < 5.5, $"a jump of {j} degrees"));
    }
}
