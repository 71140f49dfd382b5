using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Large cities, good to 0.1 degree, most important first. Origin: <c>ephemeris/earth-map/README.md</c>.</summary>
public static class CityCatalogue
{
    private static readonly Lazy<IReadOnlyList<City>> s_all = new(Read);

    public static IReadOnlyList<City> All => s_all.Value;

    /// <summary>The least important rank that is named where the Earth's radius is so many pixels; 0: none.</summary>
    public static int RankAt(double earthRadius) => earthRadius < 380 ? 0 : earthRadius < 900 ? 1 : earthRadius < 2200 ? 2 : 3;

    private static List<City> Read()
    {
        using StreamReader reader = new(BuiltInData.Open("earth-map/cities.csv"));
        List<City> cities = [];
        while (reader.ReadLine() is { } line)
        {
            string[] f = line.Split(',');
            if (f.Length == 4 && int.TryParse(f[3], CultureInfo.InvariantCulture, out int rank))
            {
                GeodeticPoint place = GeodeticPoint.FromDegrees(double.Parse(f[1], CultureInfo.InvariantCulture), double.Parse(f[2], CultureInfo.InvariantCulture), 0);
                cities.Add(new City(f[0], place, Ellipsoid.Wgs84.ToCartesian(place), rank));
            }
        }

        return [.. cities.OrderBy(c => c.Rank)];
    }
}
