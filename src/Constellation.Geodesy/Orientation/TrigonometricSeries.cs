namespace Constellation.Geodesy;

/// <summary>Sums of a sin(A) + b cos(A) over integer combinations A of a few angles, with their time derivatives.</summary>
/// <remarks>
/// Sine and cosine of multiples of each angle come from repeated complex products, those of A from products of two to five of them:
/// 1300 arguments cost 14 calls of sin and cos. Rounding stays below 1e-14 of an amplitude.
/// </remarks>
internal sealed class TrigonometricSeries
{
    private readonly int[] _greatest;       // per angle: the greatest multiple in use
    private readonly int[] _firstFactor;    // per argument: where its factors begin
    private readonly int[] _factors;        // index of a multiple in the table of this evaluation
    private readonly int[] _firstPart;      // per argument: where its contributions begin
    private readonly int[] _slots;          // which sum a contribution belongs to
    private readonly double[] _sin;
    private readonly double[] _cos;

    public TrigonometricSeries(string[] angleNames, IReadOnlyList<(string Argument, List<(int Slot, double Sin, double Cos)> Parts)> terms)
    {
        int[][] multiples = [.. terms.Select(t => Multiples(t.Argument, angleNames))];
        _greatest = [.. Enumerable.Range(0, angleNames.Length).Select(k => multiples.Max(m => Math.Abs(m[k])))];
        List<int> firstFactor = [0], factors = [], firstPart = [0], slots = [];
        List<double> sin = [], cos = [];
        for (int i = 0; i < terms.Count; i++)
        {
            int offset = 0;
            for (int k = 0; k < angleNames.Length; k++)
            {
                int n = multiples[i][k];
                if (n != 0)
                {
                    factors.Add(offset + (2 * (Math.Abs(n) - 1)) + (n < 0 ? 1 : 0));
                }

                offset += 2 * _greatest[k];
            }

            foreach ((int slot, double s, double c) in terms[i].Parts)
            {
                slots.Add(slot);
                sin.Add(s);
                cos.Add(c);
            }

            firstFactor.Add(factors.Count);
            firstPart.Add(slots.Count);
        }

        (_firstFactor, _factors, _firstPart, _slots, _sin, _cos) = ([.. firstFactor], [.. factors], [.. firstPart], [.. slots], [.. sin], [.. cos]);
    }

    /// <summary>Adds every contribution to its slot of <paramref name="sums"/> and its derivative to <paramref name="rates"/>.</summary>
    public void Accumulate(ReadOnlySpan<double> angles, ReadOnlySpan<double> angleRates, Span<double> sums, Span<double> rates)
    {
        int size = 2 * _greatest.Sum();
        Span<double> c = stackalloc double[size], s = stackalloc double[size], w = stackalloc double[size];
        Multiply(angles, angleRates, c, s, w);
        for (int i = 0; i + 1 < _firstFactor.Length; i++)
        {
            int f = _firstFactor[i], end = _firstFactor[i + 1];
            (double cos, double sin, double rate) = (c[_factors[f]], s[_factors[f]], w[_factors[f]]);
            while (++f < end)
            {
                int j = _factors[f];
                (cos, sin) = ((cos * c[j]) - (sin * s[j]), (sin * c[j]) + (cos * s[j]));
                rate += w[j];
            }

            for (int p = _firstPart[i]; p < _firstPart[i + 1]; p++)
            {
                int slot = _slots[p];
                sums[slot] += (_sin[p] * sin) + (_cos[p] * cos);
                rates[slot] += rate * ((_sin[p] * cos) - (_cos[p] * sin));
            }
        }
    }

    /// <summary>cos, sin and rate of n times and of -n times each angle, beside each other.</summary>
    private void Multiply(ReadOnlySpan<double> angles, ReadOnlySpan<double> angleRates, Span<double> c, Span<double> s, Span<double> w)
    {
        int at = 0;
        for (int k = 0; k < _greatest.Length; k++)
        {
            (double sin1, double cos1) = Math.SinCos(angles[k]);
            (double cos, double sin) = (1, 0);
            for (int n = 1; n <= _greatest[k]; n++, at += 2)
            {
                (cos, sin) = ((cos * cos1) - (sin * sin1), (sin * cos1) + (cos * sin1));
                (c[at], s[at], w[at]) = (cos, sin, n * angleRates[k]);
                (c[at + 1], s[at + 1], w[at + 1]) = (cos, -sin, -n * angleRates[k]);
            }
        }
    }

    /// <summary>Reads <c>2F-2D+Om</c>.</summary>
    internal static int[] Multiples(string argument, string[] angleNames)
    {
        int[] result = new int[angleNames.Length];
        int i = 0;
        while (i < argument.Length)
        {
            int sign = argument[i] == '-' ? -1 : 1;
            i += argument[i] is '-' or '+' ? 1 : 0;
            int n = 0, digits = i;
            for (; i < argument.Length && char.IsAsciiDigit(argument[i]); i++)
            {
                n = (10 * n) + (argument[i] - '0');
            }

            n = i == digits ? 1 : n;
            int begin = i;
            for (; i < argument.Length && char.IsAsciiLetter(argument[i]); i++)
            {
            }

            int k = Array.IndexOf(angleNames, argument[begin..i]);
            result[k >= 0 ? k : throw new FormatException($"unknown angle in '{argument}'")] = sign * n;
        }

        return result;
    }
}
