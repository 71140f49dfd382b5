using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Viewer.Lessons;

/// <summary>Numbers that captions of lessons tell, from the library; those of links are told by <c>links</c>, those of positions by docs/lessons.</summary>
public class LessonNumbersTests
{
    private static readonly Epoch s_start = Epoch.Parse("2024-09-20T00:00:00GPST");

    /// <summary>The share of a sphere of 6371 km from which a satellite is seen above an elevation.</summary>
    [Theory]
    [InlineData(6921, 0, 4.0)]
    [InlineData(6921, 5, 2.6)]
    [InlineData(29600, 0, 39.2)]
    [InlineData(29600, 5, 35.1)]
    [InlineData(42164, 0, 42.4)]
    public void Shares_of_the_Earth(double radiusKm, double elevationDeg, double percent)
    {
        double e = double.DegreesToRadians(elevationDeg), angle = Math.Acos(6371 * Math.Cos(e) / radiusKm) - e;
        Check.Within(Tolerance.Of(0.05, "%", "printed with one decimal"), percent, 50 * (1 - Math.Cos(angle)));
    }

    [Fact]
    public void Galileo_is_what_the_walker_lesson_says()
    {
        ConstellationDefinition galileo = EphemerisLibrary.BuiltIn.Constellation("galileo", new SourceSpan("test"));
        KeplerianElements[][] planes = [.. galileo.Active.GroupBy(s => s.Plane).Select(p => p.Select(s => ConstellationOrbits.Mean(s, galileo.Epoch)).Select(o => o.At(galileo.Epoch)).Select(s => KeplerianElements.FromState(s.Position, s.Velocity)).ToArray())];
        Assert.Equal([8, 8, 8], planes.Select(p => p.Length));
        double[] nodes = [.. planes.Select(p => p[0].RightAscension).Order()];
        Tolerance real = Tolerance.Of(double.DegreesToRadians(7), "rad", "real satellites stand up to some degrees beside their slots");
        Check.Within(real, 2 * Math.PI / 3, nodes[1] - nodes[0]);
        Check.Within(real, 2 * Math.PI / 3, nodes[2] - nodes[1]);
        // From a plane to the next in the east the arguments of latitude go on by 360/24 degrees, within a plane by 45.
        double[] phases = [.. planes.OrderBy(p => p[0].RightAscension).Select(p => Mean(p.Select(k => (k.ArgumentOfPerigee + k.MeanAnomaly) * 8)) / 8)];
        for (int i = 0; i < 3; i++)
        {
            double ahead = Math.IEEERemainder((phases[(i + 1) % 3] - phases[i]) * 8, 2 * Math.PI) / 8;
            Check.Within(Tolerance.Of(double.DegreesToRadians(2), "rad", "mean of eight real satellites"), double.DegreesToRadians(15), ahead);
        }

        double a = planes[0][0].SemiMajorAxis, period = 2 * Math.PI * Math.Sqrt(a * a * a / PhysicalConstants.EarthGravitationalParameter);
        Check.Within(Tolerance.Of(0.5, "min", "printed in minutes"), 845, period / 60);
        Check.Within(Tolerance.Of(50, "km", "printed in hundreds of km"), 22_650, 2e-3 * a * Math.Sin(Math.PI / 8));
    }

    /// <summary>Mean counts over a day: of Galileo everywhere, of BeiDou-3 over Asia and over the Americas.</summary>
    [Fact]
    public void Satellites_in_view()
    {
        Check.Within(Tolerance.Of(0.1, "", "coarser grid and epochs than those of the caption"), 8.4, MeanCount("galileo", -90, 90, -180, 180));
        Check.Within(Tolerance.Of(0.2, "", "the same"), 13.5, MeanCount("beidou-3", 10, 50, 80, 135));
        Check.Within(Tolerance.Of(0.2, "", "the same"), 8.2, MeanCount("beidou-3", -50, 50, -130, -40));
    }

    private static double MeanCount(string name, double south, double north, double west, double east)
    {
        ConstellationDefinition constellation = EphemerisLibrary.BuiltIn.Constellation(name, new SourceSpan("test"));
        KeplerJ2Orbit[] orbits = [.. constellation.Active.Select(s => ConstellationOrbits.Mean(s, constellation.Epoch))];
        UserGrid users = new(10, double.DegreesToRadians(5));
        DopGrid dop = new(users.Users, double.DegreesToRadians(5));
        (double sum, double weights) = (0, 0);
        for (int k = 0; k < 72; k++)
        {
            Epoch at = s_start + Duration.FromMinutes(20 * k);
            EarthRotation earth = EarthOrientation.BuiltIn.At(at);
            dop.Compute([.. orbits.Select(o => earth.ToItrf(o.At(at)).PositionIn<Itrf>())]);
            foreach (UserDefinition user in users.Users)
            {
                if (user.Place.LatitudeDeg >= south && user.Place.LatitudeDeg <= north && user.Place.LongitudeDeg >= west && user.Place.LongitudeDeg <= east)
                {
                    double weight = Math.Cos(user.Place.Latitude);
                    (sum, weights) = (sum + (weight * dop.Count[user.Index]), weights + weight);
                }
            }
        }

        return sum / weights;
    }

    private static double Mean(IEnumerable<double> angles)
    {
        (double x, double y) = (0, 0);
        foreach (double angle in angles)
        {
            (x, y) = (x + Math.Cos(angle), y + Math.Sin(angle));
        }

        return Math.Atan2(y, x);
    }
}
