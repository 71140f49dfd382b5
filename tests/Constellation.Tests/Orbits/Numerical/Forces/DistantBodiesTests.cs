using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical.Forces;

public class DistantBodiesTests
{
    [Fact]
    public void Planets_pull_as_point_masses_do()
    {
        double largest = 0;
        for (int day = 0; day < 800; day += 11)
        {
            double seconds = 6.4e8 + (day * 86_400.0);
            Vector3d r = 4.2e7 * new Vector3d(Math.Cos(day), Math.Sin(day), 0.3).Unit();
            Vector3d expected = Vector3d.Zero;
            foreach (Planet planet in Enum.GetValues<Planet>())
            {
                expected += PlanetaryAttraction.Exact(planet, r, seconds);
            }

            Vector3d actual = PlanetaryAttraction.Instance.Acceleration(new ForceContext { SecondsSinceJ2000 = seconds, Position = r });
            // Stated. The exact form cancels twelve digits of 1e-3 m/s^2 from the Sun's distance on: 1e-16.
            Check.Within(Tolerance.Of(6e-13, "m/s^2", "stated: second order in r/d, 1e-3 of the pull"), expected, actual, $"day {day}");
            largest = Math.Max(largest, actual.Norm);
        }

        // Venus at its nearest (inferior conjunctions of June 2020 and January 2022 lie inside): 2 GM r / d^3 = 3.9e-10 at 42000 km and 0.28 au.
        Assert.InRange(largest, 2e-10, 5e-10);
    }

    /// <summary>Momentum: what the oblate Earth does to the Moon, by the field itself, the Moon does to the Earth.</summary>
    [Fact]
    public void The_bulge_pulls_the_earth_as_much_as_the_moon()
    {
        Vector3d moon = new(2.1e8, -2.9e8, 1.1e8);
        HarmonicTables tables = HarmonicTables.To(2);
        double[] packed = new double[2 * tables.Count];
        packed[2 * tables.Entry(2, 0)] = -PhysicalConstants.EarthJ2 / Math.Sqrt(5);
        Vector3d onMoon = HarmonicSums.Acceleration(tables, packed, PhysicalConstants.EarthGravitationalParameter, PhysicalConstants.EarthRadius, moon);
        Vector3d onEarth = -PhysicalConstants.MoonGravitationalParameter / PhysicalConstants.EarthGravitationalParameter * onMoon;
        Vector3d actual = new IndirectOblateness().Acceleration(new ForceContext { Moon = moon, Position = new(2.6e7, 0, 0) });
        Check.Within(Tolerance.Of(1e-24, "m/s^2", "rounding"), -1 * onEarth, actual);
        Assert.InRange(actual.Norm, 5e-12, 5e-11);
    }
}
