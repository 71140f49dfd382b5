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
            Compare(new(row[1], row[2], row[3]), Sun.PositionGcrf(epoch).Vector, 3.0, 2e-5 * PhysicalConstants.AstronomicalUnit, "Sun");
            Compare(new(row[4], row[5], row[6]), Moon.PositionGcrf(epoch).Vector, 15.0, 30e3, "Moon");
        }
    }

    private static void Compare(Vector3d expected, Vector3d actual, double arcseconds, double metres, string body)
    {
        Check.Within(Tolerance.Of(arcseconds, "arcseconds", "stated: terms left out of the theory"), 0, expected.AngleTo(actual) / Angles.Arcsecond, body);
        Check.Within(Tolerance.Of(metres, "m", "stated: terms left out of the theory"), expected.Norm, actual.Norm, body);
    }

    private static IEnumerable<double[]> Rows(string file) =>
        File.ReadLines(TestData.Local(file)).Skip(1).Select(line => Array.ConvertAll(line.Split(','), v => double.Parse(v, CultureInfo.InvariantCulture)));
}
