using System.Globalization;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The global mapping functions: Vienna mapping functions of the mean year, as harmonics to degree and order 9.</summary>
/// <remarks>[Boehm06]; the test vector of the IERS routine GMF holds to 1e-13. The height is meant above the sea; the geoid's 100 m change a slant delay at 5 degrees by 1 mm.</remarks>
public sealed class GlobalMapping : IMappingModel
{
    private const int Degree = 9, Terms = (Degree + 1) * (Degree + 2) / 2;

    /// <summary>Eight columns: hydrostatic mean cosine, sine, amplitude cosine, sine; wet likewise.</summary>
    private static readonly Lazy<double[][]> s_coefficients = new(Read);

    private GlobalMapping()
    {
    }

    public static GlobalMapping Instance { get; } = new();

    public string Name => "gmf";

    public (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, Epoch epoch) => Mapping(place, epoch.In(TimeScale.Gpst).Mjd);

    internal static (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, double mjd)
    {
        Span<double> cosine = stackalloc double[Terms], sine = stackalloc double[Terms];
        Harmonics(place.Latitude, place.Longitude, cosine, sine);
        double year = Math.Cos((mjd - 44239.0 + 1 - 28) / 365.25 * 2.0 * Math.PI);
        Span<double> sums = stackalloc double[4];
        for (int k = 0; k < 4; k++)
        {
            double[] a = s_coefficients.Value[2 * k], b = s_coefficients.Value[(2 * k) + 1];
            for (int i = 0; i < Terms; i++)
            {
                sums[k] += ((a[i] * cosine[i]) + (b[i] * sine[i])) * 1e-5;
            }
        }

        return ViennaMapping.Of(sums[0] + (sums[1] * year), sums[2] + (sums[3] * year), place.Latitude, place.Height, mjd);
    }

    /// <summary>Unnormalised P(n, m) times cosine and sine of m lambda, degree by degree.</summary>
    private static void Harmonics(double latitude, double longitude, Span<double> cosine, Span<double> sine)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(latitude);
        double sectorial = 1.0;
        for (int m = 0; m <= Degree; m++)
        {
            (double sin, double cos) = Math.SinCos(m * longitude);
            double before = 0.0, last = sectorial;
            for (int n = m; n <= Degree; n++)
            {
                int place = (n * (n + 1) / 2) + m;
                (cosine[place], sine[place]) = (last * cos, last * sin);
                (before, last) = (last, ((sinLatitude * ((2 * n) + 1) * last) - ((n + m) * before)) / (n - m + 1));
            }

            sectorial *= ((2 * m) + 1) * cosLatitude;
        }
    }

    private static double[][] Read()
    {
        double[][] columns = [.. Enumerable.Range(0, 8).Select(_ => new double[Terms])];
        using StreamReader reader = new(AtmosphereResource.Open("gmf.csv"));
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                double[] f = [.. line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
                int place = (int)(f[0] * (f[0] + 1) / 2) + (int)f[1];
                for (int k = 0; k < 8; k++)
                {
                    columns[k][place] = f[k + 2];
                }
            }
        }

        return columns;
    }
}
