using System.Collections.Concurrent;

namespace Constellation.Orbits;

/// <summary>The numbers of the normalised recursion to a degree, order by order: entry of order m, degree n at <see cref="Start"/>(m) + n - m.</summary>
/// <remarks>
/// The functions are A(n, m) = d^m P_n(u) / du^m, fully normalised, so that P(n, m) = A(n, m) cos^m: [Pines73], scaled as in [HolmesFeatherstone02],
/// where the column recursion in n for a fixed m is shown stable to degree 2700.
/// </remarks>
internal sealed class HarmonicTables
{
    private static readonly ConcurrentDictionary<int, HarmonicTables> s_byDegree = new();
    private readonly int[] _starts;

    private HarmonicTables(int degree)
    {
        Degree = degree;
        _starts = new int[degree + 2];
        for (int m = 0; m <= degree; m++)
        {
            _starts[m + 1] = _starts[m] + degree + 1 - m;
        }

        Count = _starts[degree + 1];
        (One, Two, Raise, Sector) = (new double[Count], new double[Count], new double[Count], new double[degree + 1]);
        Sector[0] = 1;
        for (int m = 0; m <= degree; m++)
        {
            if (m > 0)
            {
                Sector[m] = m == 1 ? Math.Sqrt(3) : Math.Sqrt(((2.0 * m) + 1) / (2.0 * m));
            }

            for (int n = m; n <= degree; n++)
            {
                int i = _starts[m] + n - m;
                double below = (double)(n - m) * (n + m);
                One[i] = n > m ? Math.Sqrt(((2.0 * n) - 1) * ((2.0 * n) + 1) / below) : 0;
                Two[i] = n > m + 1 ? Math.Sqrt(((2.0 * n) + 1) * (n + m - 1) * (n - m - 1) / (below * ((2.0 * n) - 3))) : 0;
                Raise[i] = m > 0 ? Math.Sqrt((m == 1 ? 0.5 : 1.0) * (n - m + 1) * (n + m)) : 0;
            }
        }

        // Powers of two, exact both ways: keeps A(n, m), which grows as cos^-m, inside the range of doubles ([HolmesFeatherstone02] section 2.3).
        Scale = degree > 300 ? Math.ScaleB(1, -930) : 1;
    }

    public int Degree { get; }

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    /// <summary>A(n, m) = One u A(n-1, m) - Two A(n-2, m).</summary>
    public double[] One { get; }

    public double[] Two { get; }

    /// <summary>N(n, m-1) / N(n, m): turns the coefficients of order m - 1 into factors of A(n, m).</summary>
    public double[] Raise { get; }

    /// <summary>A(m, m) = Sector A(m-1, m-1).</summary>
    public double[] Sector { get; }

    public double Scale { get; }

    public static HarmonicTables To(int degree) => s_byDegree.GetOrAdd(degree, d => new HarmonicTables(d));

    public int Start(int m) => _starts[m];

    /// <summary>Entry of degree n, order m; C stands at twice its number, S after it.</summary>
    public int Entry(int n, int m) => _starts[m] + n - m;

    /// <summary>Coefficients of a field in the order of the entries, C and S side by side; degrees 0 and 1 are zero.</summary>
    public double[] Pack(GravityField field)
    {
        double[] packed = new double[2 * Count];
        for (int m = 0; m <= Degree; m++)
        {
            for (int n = Math.Max(m, 2); n <= Degree; n++)
            {
                int i = 2 * Entry(n, m);
                (packed[i], packed[i + 1]) = (field.C(n, m), field.S(n, m));
            }
        }

        return packed;
    }
}
