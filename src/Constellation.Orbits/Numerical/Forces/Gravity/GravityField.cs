using System.Globalization;
using System.Reflection;

namespace Constellation.Orbits;

/// <summary>A gravity field in fully normalised spherical harmonics. Immutable.</summary>
public sealed class GravityField
{
    /// <summary>Above it the recursion would need more than one scale; no published field goes further.</summary>
    public const int GreatestDegree = 2190;

    private static readonly Lazy<GravityField> s_egm2008 = new(LoadEgm2008);
    private readonly double[] _c, _s;

    /// <param name="name">What messages call it.</param>
    /// <param name="gravitationalParameter">GM of the coefficients, m^3/s^2.</param>
    /// <param name="radius">Radius of the coefficients, m.</param>
    /// <param name="tides">Tide system of C20.</param>
    /// <param name="c">C of degree n and order m at <see cref="Index"/>; those of degree 0 and 1 are not used.</param>
    /// <param name="s">S, likewise.</param>
    /// <param name="rates">How coefficients change with time.</param>
    public GravityField(
        string name, double gravitationalParameter, double radius, TideSystem tides, IReadOnlyList<double> c, IReadOnlyList<double> s, IReadOnlyList<CoefficientRate>? rates = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gravitationalParameter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radius);
        ArgumentOutOfRangeException.ThrowIfNotEqual(s.Count, c.Count);
        Degree = (int)Math.Round(Math.Sqrt((2 * c.Count) + 0.25) - 1.5);
        if (Degree is < 2 or > GreatestDegree || Index(Degree + 1, 0) != c.Count)
        {
            throw new ArgumentException($"{c.Count} coefficients are not those of a whole degree from 2 to {GreatestDegree}", nameof(c));
        }

        (Name, GravitationalParameter, Radius, Tides, _c, _s, Rates) = (name, gravitationalParameter, radius, tides, [.. c], [.. s], [.. rates ?? []]);
    }

    /// <summary>EGM2008 to degree 20, tide-free. [EGM2008]</summary>
    public static GravityField Egm2008 => s_egm2008.Value;

    public string Name { get; }

    public double GravitationalParameter { get; }

    public double Radius { get; }

    public int Degree { get; }

    public TideSystem Tides { get; }

    public IReadOnlyList<CoefficientRate> Rates { get; }

    /// <summary>Place of degree n, order m: degree by degree.</summary>
    public static int Index(int n, int m) => (n * (n + 1) / 2) + m;

    public double C(int n, int m) => _c[Index(n, m)];

    public double S(int n, int m) => _s[Index(n, m)];

    private static GravityField LoadEgm2008()
    {
        const int degree = 20;
        double[] c = new double[Index(degree + 1, 0)], s = new double[c.Length];
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
            int i = Index(int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));
            (c[i], s[i]) = (double.Parse(fields[2], CultureInfo.InvariantCulture), double.Parse(fields[3], CultureInfo.InvariantCulture));
        }

        return new("EGM2008", 3.986004415e14, 6378136.3, TideSystem.TideFree, c, s);
    }
}
