using System.Globalization;
using System.Reflection;

namespace Constellation.Orbits;

/// <summary>EGM2008 to degree 12 from the table built into this assembly (<c>ephemeris/gravity</c>).</summary>
internal static class GravityCoefficients
{
    /// <summary>GM and radius that go with the coefficients. [EGM2008]</summary>
    public const double GravitationalParameter = 3.986004415e14, Radius = 6378136.3;

    public static (double[] C, double[] S) Unnormalised { get; } = Load();

    public static int Index(int n, int m) => (n * (n + 1) / 2) + m;

    private static (double[] C, double[] S) Load()
    {
        int count = Index(EarthGravity.GreatestDegree + 1, 0);
        double[] c = new double[count], s = new double[count];
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gravity/egm2008.csv")
            ?? throw new InvalidOperationException("the gravity table is not built into this assembly");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] is '#' or 'n')
            {
                continue;
            }

            string[] fields = line.Split(',');
            (int n, int m) = (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));
            double factor = Factor(n, m);
            c[Index(n, m)] = factor * double.Parse(fields[2], CultureInfo.InvariantCulture);
            s[Index(n, m)] = factor * double.Parse(fields[3], CultureInfo.InvariantCulture);
        }

        return (c, s);
    }

    /// <summary>[MontenbruckGill00] eq. 3.13: C = factor C-bar.</summary>
    private static double Factor(int n, int m)
    {
        double ratio = 1;
        for (int k = n - m + 1; k <= n + m; k++)
        {
            ratio /= k;
        }

        return Math.Sqrt((m == 0 ? 1 : 2) * ((2 * n) + 1) * ratio);
    }
}
