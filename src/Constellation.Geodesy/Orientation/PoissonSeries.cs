namespace Constellation.Geodesy;

/// <summary>A polynomial plus sums of t^j [a sin(ARG) + b cos(ARG)] over the fundamental arguments; microarcseconds inside, radians outside.</summary>
internal sealed class PoissonSeries
{
    private readonly double[] _polynomial;
    private readonly int[] _power;
    private readonly double[] _sin;
    private readonly double[] _cos;
    private readonly sbyte[] _multipliers;

    public PoissonSeries(string table, params double[] polynomial)
    {
        _polynomial = polynomial;
        // Small terms first, so that their sum is not lost against the large ones.
        double[][] rows = [.. EmbeddedTable.Rows(table).Reverse()];
        _power = [.. rows.Select(r => (int)r[0])];
        _sin = [.. rows.Select(r => r[1])];
        _cos = [.. rows.Select(r => r[2])];
        _multipliers = [.. rows.SelectMany(r => r[3..]).Select(m => (sbyte)m)];
    }

    /// <param name="t">TT Julian centuries from J2000.0.</param>
    /// <param name="arguments">The fundamental arguments at t.</param>
    public double At(double t, ReadOnlySpan<double> arguments)
    {
        Span<double> sums = stackalloc double[5];
        sums.Clear();
        ReadOnlySpan<sbyte> m = _multipliers;
        for (int i = 0; i < _power.Length; i++, m = m[FundamentalArguments.Count..])
        {
            double argument = 0;
            for (int k = 0; k < FundamentalArguments.Count; k++)
            {
                argument += m[k] * arguments[k];
            }

            (double s, double c) = Math.SinCos(argument);
            sums[_power[i]] += (_sin[i] * s) + (_cos[i] * c);
        }

        double total = 0, polynomial = 0;
        for (int j = 4; j >= 0; j--)
        {
            total = (total * t) + sums[j];
        }

        for (int j = _polynomial.Length - 1; j >= 0; j--)
        {
            polynomial = (polynomial * t) + _polynomial[j];
        }

        return (polynomial + total) * Angles.Microarcsecond;
    }
}
