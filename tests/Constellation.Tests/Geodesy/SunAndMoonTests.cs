using System.Globalization;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public class SunAndMoonTests
{
    /// <summary>60 epochs of 2016 and 2023 from the JPL ephemeris itself; the script is data/geodesy/de430.py. TDB read as TT: 2 ms.</summary>
    [Fact]
    public void Match_Jpl_DE430()
    {
        foreach (double[] row in Rows("geodesy/de430.csv"))
        {
            Epoch epoch = Epoch.FromJ2000(Duration.FromSeconds(row[0]));
            Vector3d sun = new(row[1], row[2], row[3]), moon = new(row[4], row[5], row[6]);
            Check.Within(SunError, sun, Sun.PositionGcrf(epoch).Vector, "Sun");
            Check.Within(MoonError, moon, Moon.PositionGcrf(epoch).Vector, "Moon");
            Compare(sun, SunTheory.PositionGcrf(row[0]), 3.0, 2e-5 * PhysicalConstants.AstronomicalUnit, "Sun by series");
            Compare(moon, MoonTheory.PositionGcrf(row[0]), 15.0, 30e3, "Moon by series");
        }
    }

    /// <summary>The JPL files themselves every 0.7 days, all through both pieces: the polynomials of DE431 between and at their edges.</summary>
    [Theory, InlineData("lnxp2016.430"), InlineData("lnxp2023.430")]
    public void Match_the_Jpl_files(string file)
    {
        JplEphemeris jpl = new(TestData.Shared("data/models/de/" + file));
        for (double day = jpl.FirstJulianDate; day < jpl.LastJulianDate; day += 0.7)
        {
            Epoch epoch = Epoch.FromJ2000(Duration.FromSeconds((day - 2451545.0) * 86400.0));
            Vector3d moon = jpl.Geocentric(JplEphemeris.Moon, day), sun = jpl.Geocentric(JplEphemeris.Sun, day);
            Check.Within(MoonError, moon, Moon.PositionGcrf(epoch).Vector, $"Moon at JD {day}");
            Check.Within(SunError, sun, Sun.PositionGcrf(epoch).Vector, $"Sun at JD {day}");
            foreach ((Planet planet, int body) in new[] { (Planet.Venus, 2), (Planet.Mars, 4), (Planet.Jupiter, 5), (Planet.Saturn, 6) })
            {
                double angle = double.RadiansToDegrees(jpl.Geocentric(body, day).AngleTo(Planets.PositionGcrf(planet, epoch).Vector));
                Check.Within(Tolerance.Of(0.001, "degrees", "stated; 1e-15 m/s^2 of pull"), 0, angle, $"{planet} at JD {day}");
                double ratio = Planets.PositionGcrf(planet, epoch).Vector.Norm / jpl.Geocentric(body, day).Norm;
                Check.Within(Tolerance.Of(2e-5, "1", "as the angle"), 1, ratio, $"distance of {planet} at JD {day}");
            }
        }
    }

    /// <summary>At the edges of its time the table hands over to the series, which are good to 15 arcseconds: no wrong sign, no wrong axes.</summary>
    [Fact]
    public void The_series_go_on_where_the_table_ends()
    {
        foreach (double edge in new[] { BodyTables.Moon.First, BodyTables.Moon.Last })
        {
            Compare(BodyTables.Moon.Position(edge), MoonTheory.PositionGcrf(edge), 20.0, 40e3, "Moon");
            Compare(Sun.At(edge), SunTheory.PositionGcrf(edge), 5.0, 3e-5 * PhysicalConstants.AstronomicalUnit, "Sun");
        }

        Vector3d before = Moon.PositionGcrf(Epoch.FromJ2000(Duration.FromSeconds(BodyTables.Moon.First - 60))).Vector;
        Assert.Equal(MoonTheory.PositionGcrf(BodyTables.Moon.First - 60), before);
    }

    /// <summary>The Earth's mean velocity is 29.78 km/s; here a difference of DE430 over two hours.</summary>
    [Fact]
    public void Velocity_of_the_Sun_matches_Jpl()
    {
        JplEphemeris jpl = new(TestData.Shared("data/models/de/lnxp2023.430"));
        for (double day = jpl.FirstJulianDate + 1; day < jpl.LastJulianDate - 1; day += 3.3)
        {
            Vector3d expected = (jpl.Geocentric(JplEphemeris.Sun, day + (1.0 / 24)) - jpl.Geocentric(JplEphemeris.Sun, day - (1.0 / 24))) / 7200;
            Vector3d actual = Sun.VelocityGcrf(Epoch.FromJ2000(Duration.FromSeconds((day - 2451545.0) * 86400.0)));
            Check.Within(Tolerance.Of(1, "m/s", "stated: quantised coefficients over an hour"), expected, actual, $"JD {day}");
        }
    }

    private static readonly Tolerance MoonError = Tolerance.Of(50, "m", "stated: 33 m of cut-off coefficients, 2 m of TDB for TT, 2 m between DE431 as packed and DE430");
    private static readonly Tolerance SunError = Tolerance.Of(3e3, "m", "stated: 0.7 km of cut-off coefficients an axis, 1.1 km between DE431 as packed and DE430");

    private static void Compare(Vector3d expected, Vector3d actual, double arcseconds, double metres, string body)
    {
        Check.Within(Tolerance.Of(arcseconds, "arcseconds", "stated: terms left out of the theory"), 0, expected.AngleTo(actual) / Angles.Arcsecond, body);
        Check.Within(Tolerance.Of(metres, "m", "stated: terms left out of the theory"), expected.Norm, actual.Norm, body);
    }

    private static IEnumerable<double[]> Rows(string file) =>
        File.ReadLines(TestData.Local(file)).Skip(1).Select(line => Array.ConvertAll(line.Split(','), v => double.Parse(v, CultureInfo.InvariantCulture)));
}
