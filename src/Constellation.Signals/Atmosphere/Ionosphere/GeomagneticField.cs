using System.Globalization;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The Earth's main magnetic field: IGRF-13 at 2020.0 with its rates, to degree and order 8.</summary>
/// <remarks>
/// [IGRF13]. What is cut off is below 0.5 % of the field in the ionosphere; the rates are those of 2020 to 2025 and leave 0.1 % a year. A dipole alone would be wrong by
/// up to 30 %. Test <c>HigherOrderIonosphereTests</c>.
/// </remarks>
public static class GeomagneticField
{
    private const int Degree = 8;
    private const double Radius = 6_371_200.0;                                  // m
    private static readonly Lazy<(double[] G, double[] H, double[] GRate, double[] HRate)> s_coefficients = new(Read);
    private static readonly Epoch s_reference = Epoch.FromGpsCalendar(2020, 1, 1, 0, 0, 0);

    /// <summary>On ITRF axes, T.</summary>
    public static Vector3d At(Position<Itrf> place, Epoch epoch)
    {
        (double[] g, double[] h, double[] gRate, double[] hRate) = s_coefficients.Value;
        double years = (epoch - s_reference).TotalDays / 365.25, r = place.Vector.Norm;
        double sin = Math.Max(Math.Sqrt((place.X * place.X) + (place.Y * place.Y)) / r, 1e-9), cos = place.Z / r;            // of the colatitude
        double longitude = Math.Atan2(place.Y, place.X), ratio = Radius / r;
        (double sinLongitude, double cosLongitude) = Math.SinCos(longitude);

        // Schmidt semi-normalised functions by columns of equal order: p(m, m), then p(n, m) from the two before it; derivatives by colatitude alongside.
        double up = 0.0, south = 0.0, east = 0.0, sectorial = 1.0, sectorialRate = 0.0;
        for (int m = 0; m <= Degree; m++)
        {
            (double sinM, double cosM) = Math.SinCos(m * longitude);
            double before = 0.0, beforeRate = 0.0, p = sectorial, pRate = sectorialRate;
            for (int n = m; n <= Degree; n++)
            {
                if (n > 0)
                {
                    int i = (n * (n + 1) / 2) + m;
                    double scale = Math.Pow(ratio, n + 2), gt = g[i] + (years * gRate[i]), ht = h[i] + (years * hRate[i]), wave = (gt * cosM) + (ht * sinM);
                    up += (n + 1) * scale * wave * p;
                    south -= scale * wave * pRate;
                    east += scale * m * ((gt * sinM) - (ht * cosM)) * p / sin;
                }

                double norm = Math.Sqrt(((n + 1) * (n + 1)) - (m * m)), last = Math.Sqrt((n * n) - (m * m));
                (before, beforeRate, p, pRate) = (
                    p, pRate, ((((2 * n) + 1) * cos * p) - (last * before)) / norm, ((((2 * n) + 1) * ((cos * pRate) - (sin * p))) - (last * beforeRate)) / norm);
            }

            double grow = m == 0 ? 1.0 : Math.Sqrt(1.0 - (0.5 / (m + 1)));
            (sectorial, sectorialRate) = (grow * sin * sectorial, grow * ((cos * sectorial) + (sin * sectorialRate)));
        }

        double outward = (up * sin) + (south * cos);
        return 1e-9 * new Vector3d((outward * cosLongitude) - (east * sinLongitude), (outward * sinLongitude) + (east * cosLongitude), (up * cos) - (south * sin));
    }

    private static (double[] G, double[] H, double[] GRate, double[] HRate) Read()
    {
        double[][] columns = [.. Enumerable.Range(0, 4).Select(_ => new double[(Degree + 1) * (Degree + 2) / 2])];
        using StreamReader reader = new(AtmosphereResource.Open("igrf13.csv"));
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                double[] f = [.. line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
                for (int k = 0; k < 4; k++)
                {
                    columns[k][(int)(f[0] * (f[0] + 1) / 2) + (int)f[1]] = f[k + 2];
                }
            }
        }

        return (columns[0], columns[1], columns[2], columns[3]);
    }
}
