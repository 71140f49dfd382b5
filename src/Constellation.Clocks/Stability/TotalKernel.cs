using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The sums of <see cref="TotalReference"/> without ever writing a mirrored record.</summary>
internal static class TotalKernel
{
    /// <summary>Runs that share one local cumulative sum: it is begun anew so that rounding stays that of a short record.</summary>
    private const int FewestRuns = 32;

    /// <summary>Inside it is the Allan sum; only m centres at each end look into the mirror.</summary>
    public static double SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int n = x.Length;
        if (n <= 2 * (long)m)
        {
            return Mirrored(x, m, 1, n - 1);
        }

        return AllanKernel.SecondDifferences(x, m) + LeftEdge(x, m) + RightEdge(x, m);
    }

    /// <summary>
    /// The averages are differences of the cumulative sum P, and the mirrored record continues P oddly about both ends, so that one term is a third
    /// difference of P. Places repeat with period 6 m and are symmetric about 1.5 m, which leaves half of them; four runs are taken at once.
    /// </summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> values, int m)
    {
        int length = 3 * m, runs = values.Length - length + 1, block = Math.Max(FewestRuns, m);
        double[] slopePart = PlacesOf(m);
        double[] cumulated = new double[Math.Min(block, runs) + length + 4];
        double sum = 0;
        for (int first = 0; first < runs; first += block)
        {
            int count = Math.Min(block, runs - first);
            Cumulate(values.Slice(first, count + length - 1), cumulated);
            sum += Runs(cumulated, slopePart, m, count);
        }

        return sum;
    }

    private static double Runs(ReadOnlySpan<double> cumulated, ReadOnlySpan<double> slopePart, int m, int count)
    {
        int length = 3 * m, half = length / 2, middle = length / 2;
        ref double p = ref MemoryMarshal.GetReference(cumulated);
        double total = 0;
        for (int run = 0; run < count; run += 4)
        {
            Vector256<double> first = At(ref p, run), last = At(ref p, run + length);
            Vector256<double> slope = half == 0
                ? Vector256<double>.Zero
                : (last - At(ref p, run + length - half) - (At(ref p, run + half) - first)) / (double)((long)half * (length - half));
            // The run's own three averages, then places j to the right of them and as many to the left; see the remarks on P above.
            Vector256<double> own = last - (3.0 * (At(ref p, run + (2 * m)) - At(ref p, run + m))) - first, squares = own * own, both = Vector256<double>.Zero;
            for (int j = 1; j <= Math.Min(m, middle); j++)
            {
                Vector256<double> outer = At(ref p, run + length - j) + At(ref p, run + j), ramp = slope * slopePart[j];
                Vector256<double> right = (2.0 * last) - outer - (3.0 * (At(ref p, run + (2 * m) + j) - At(ref p, run + m + j))) - ramp;
                Vector256<double> left = outer - (2.0 * first) - (3.0 * (At(ref p, run + (2 * m) - j) - At(ref p, run + m - j))) + ramp;
                both = (right * right) + (left * left);
                squares += both;
            }

            for (int j = m + 1; j <= middle; j++)
            {
                Vector256<double> outer = At(ref p, run + length - j) + At(ref p, run + j), ramp = slope * slopePart[j];
                Vector256<double> right = (3.0 * (At(ref p, run + (4 * m) - j) + At(ref p, run + m + j))) - (4.0 * last) - outer - ramp;
                Vector256<double> left = outer + (4.0 * first) - (3.0 * (At(ref p, run + (2 * m) - j) + At(ref p, run + j - m))) + ramp;
                both = (right * right) + (left * left);
                squares += both;
            }

            // With m even the outermost places are on the axis of symmetry: once in 6 m, not twice.
            squares = (2.0 * squares) - (m % 2 == 0 ? both : Vector256<double>.Zero);
            for (int lane = 0; lane < Math.Min(4, count - run); lane++)
            {
                total += squares[lane];
            }
        }

        return total / ((double)m * m * 6 * m);
    }

    private static Vector256<double> At(ref double p, int index) => Vector256.LoadUnsafe(ref p, (nuint)index);

    /// <summary>The terms of a run that rises by one from value to value, at places 0 ... floor(1.5 m) to the right; to the left they are the negative.</summary>
    private static double[] PlacesOf(int m)
    {
        int length = 3 * m;
        double[] places = new double[(length / 2) + 1];
        for (int j = 0; j < places.Length; j++)
        {
            places[j] = Ramp(j + (3 * m)) - (3 * (Ramp(j + (2 * m)) - Ramp(j + m))) - Ramp(j);
        }

        return places;

        // The cumulative sum of 0, 1, 2 ... less its mean, which no term sees: 0 at both ends, odd about them.
        double Ramp(double i) => i > length ? -Ramp((2 * length) - i) : i * (i - length) / 2;
    }

    /// <summary>Cumulative sum from 0 of values less a straight line through them, which no term sees.</summary>
    private static void Cumulate(ReadOnlySpan<double> values, Span<double> cumulated)
    {
        double origin = values[0], slope = values.Length > 1 ? (values[^1] - origin) / (values.Length - 1) : 0, sum = 0;
        cumulated[0] = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] - origin - (slope * i);
            cumulated[i + 1] = sum;
        }

        cumulated[(values.Length + 1)..].Clear();
    }

    private static double LeftEdge(ReadOnlySpan<double> x, int m)
    {
        Vector256<double> lanes = Vector256<double>.Zero, end = Vector256.Create(2 * x[0]);
        int i = 1;
        for (; i <= m - 4; i += 4)
        {
            Vector256<double> before = Reversed(Vector256.Create(x.Slice(m - i - 3, 4)));
            Vector256<double> d = end - before - (2.0 * Vector256.Create(x.Slice(i, 4))) + Vector256.Create(x.Slice(i + m, 4));
            lanes += d * d;
        }

        return Vector256.Sum(lanes) + Mirrored(x, m, i, m);
    }

    private static double RightEdge(ReadOnlySpan<double> x, int m)
    {
        int last = x.Length - 1, i = x.Length - m;
        Vector256<double> lanes = Vector256<double>.Zero, end = Vector256.Create(2 * x[last]);
        for (; i <= last - 4; i += 4)
        {
            Vector256<double> after = Reversed(Vector256.Create(x.Slice((2 * last) - m - i - 3, 4)));
            Vector256<double> d = Vector256.Create(x.Slice(i - m, 4)) - (2.0 * Vector256.Create(x.Slice(i, 4))) + end - after;
            lanes += d * d;
        }

        return Vector256.Sum(lanes) + Mirrored(x, m, i, last);
    }

    private static Vector256<double> Reversed(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(3L, 2, 1, 0));

    /// <summary>Centres from <paramref name="first"/> to before <paramref name="end"/>, whichever side of them is in the mirror.</summary>
    private static double Mirrored(ReadOnlySpan<double> x, int m, int first, int end)
    {
        int last = x.Length - 1;
        double sum = 0;
        for (int i = first; i < end; i++)
        {
            double before = i >= m ? x[i - m] : (2 * x[0]) - x[m - i];
            double after = i + m <= last ? x[i + m] : (2 * x[last]) - x[(2 * last) - i - m];
            double d = before - (2 * x[i]) + after;
            sum += d * d;
        }

        return sum;
    }
}
