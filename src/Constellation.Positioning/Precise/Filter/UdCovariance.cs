using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Positioning;

/// <summary>A covariance kept as U D U': updates by one observation at a time, no loss of positive definiteness.</summary>
/// <remarks>
/// <para>[Bierman77] V.3 (observation), VI.4 (noise of one state). U is unit upper triangular, kept by columns.</para>
/// <para>States that are renewed every epoch come first: the rows of a leading state hold all that ties it to others, so making it new costs nothing,
/// and noise added to state j works on the first j columns only.</para>
/// </remarks>
internal sealed class UdCovariance
{
    private double[] _u;
    private double[] _d;
    private double[] _work;
    private double[] _gain;
    private int _stride;

    public UdCovariance(int capacity)
    {
        _stride = (capacity + 3) & ~3;
        (_u, _d, _work, _gain) = (new double[_stride * _stride], new double[_stride], new double[_stride], new double[_stride]);
    }

    public int Count { get; private set; }

    /// <summary>The gain of the last observation.</summary>
    public ReadOnlySpan<double> Gain => _gain.AsSpan(0, Count);

    public void CopyFrom(UdCovariance other)
    {
        if (_stride != other._stride)
        {
            _stride = other._stride;
            (_u, _d, _work, _gain) = (new double[_stride * _stride], new double[_stride], new double[_stride], new double[_stride]);
        }

        Count = other.Count;
        other._u.AsSpan(0, Count * _stride).CopyTo(_u);
        other._d.AsSpan(0, Count).CopyTo(_d);
    }

    /// <summary>Appends an independent state.</summary>
    public void Append(double variance)
    {
        if (Count == _stride)
        {
            Grow();
        }

        _u.AsSpan(Count * _stride, _stride).Clear();
        _u[(Count * _stride) + Count] = 1;
        _d[Count++] = variance;
    }

    /// <summary>Forgets all about a state and gives it a new variance.</summary>
    public void Renew(int state, double variance)
    {
        if (state > 0 && _d[state] > 0)
        {
            // What others owe to the part of this state that is its own stays with them.
            Span<double> column = _work.AsSpan(0, state);
            _u.AsSpan(state * _stride, state).CopyTo(column);
            AddRankOne(column, _d[state]);
        }

        _u.AsSpan(state * _stride, state).Clear();
        for (int k = state + 1; k < Count; k++)
        {
            _u[(k * _stride) + state] = 0;
        }

        _d[state] = variance;
    }

    /// <summary>Takes a state out; those behind it move up.</summary>
    public void Remove(int state)
    {
        Renew(state, 0);
        for (int k = state + 1; k < Count; k++)
        {
            Span<double> from = _u.AsSpan(k * _stride, k + 1), to = _u.AsSpan((k - 1) * _stride, k);
            from[..state].CopyTo(to);
            from[(state + 1)..].CopyTo(to[state..]);
            _d[k - 1] = _d[k];
        }

        Count--;
    }

    /// <summary>Adds noise to one state.</summary>
    public void AddNoise(int state, double variance)
    {
        Span<double> unit = _work.AsSpan(0, state + 1);
        unit.Clear();
        unit[state] = 1;
        AddRankOne(unit, variance);
    }

    /// <summary>Variance of the predicted observation with the partials h, noise left out.</summary>
    public double VarianceOf(ReadOnlySpan<double> h)
    {
        double sum = 0;
        for (int j = 0; j < Count; j++)
        {
            double f = Dot(_u.AsSpan(j * _stride, j + 1), h);
            sum += f * f * _d[j];
        }

        return sum;
    }

    /// <summary>Takes in one observation: state partials h, variance r; <see cref="Gain"/> then tells what its innovation does to the states.</summary>
    /// <returns>Variance of the innovation.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]       // a day's file is done before the runtime would have made it fast
    public double Observe(ReadOnlySpan<double> h, double r)
    {
        double alpha = r;
        Span<double> b = _gain;
        for (int j = 0; j < Count; j++)
        {
            Span<double> column = _u.AsSpan(j * _stride, j + 1);
            double f = Dot(column, h), v = _d[j] * f;
            b[j] = v;
            if (v == 0)
            {
                continue;
            }

            double next = alpha + (f * v);
            _d[j] *= alpha / next;
            Combine(column[..j], b[..j], -f / alpha, v);
            alpha = next;
        }

        double inverse = 1 / alpha;
        for (int j = 0; j < Count; j++)
        {
            b[j] *= inverse;
        }

        return alpha;
    }

    public double Covariance(int i, int j)
    {
        (int low, int high) = i < j ? (i, j) : (j, i);
        double sum = 0;
        for (int k = high; k < Count; k++)
        {
            sum += _u[(k * _stride) + low] * _u[(k * _stride) + high] * _d[k];
        }

        return sum;
    }

    public double Variance(int i) => Covariance(i, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ReadOnlySpan<double> column, ReadOnlySpan<double> h)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        ref double c = ref MemoryMarshal.GetReference(column);
        ref double p = ref MemoryMarshal.GetReference(h);
        int i = 0;
        for (; i <= column.Length - 4; i += 4)
        {
            sum += Vector256.LoadUnsafe(ref c, (nuint)i) * Vector256.LoadUnsafe(ref p, (nuint)i);
        }

        double total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
        for (; i < column.Length; i++)
        {
            total += column[i] * h[i];
        }

        return total;
    }

    /// <summary>Column plus p b, and b plus v times the old column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine(Span<double> column, Span<double> b, double p, double v)
    {
        int i = 0;
        ref double c = ref MemoryMarshal.GetReference(column);
        ref double g = ref MemoryMarshal.GetReference(b);
        for (; i <= column.Length - 4; i += 4)
        {
            Vector256<double> old = Vector256.LoadUnsafe(ref c, (nuint)i), sum = Vector256.LoadUnsafe(ref g, (nuint)i);
            (old + (p * sum)).StoreUnsafe(ref c, (nuint)i);
            (sum + (v * old)).StoreUnsafe(ref g, (nuint)i);
        }

        for (; i < column.Length; i++)
        {
            double old = column[i];
            column[i] = old + (p * b[i]);
            b[i] += v * old;
        }
    }

    /// <summary>Adds q v v' to the leading block of the size of v, which is used up.</summary>
    private void AddRankOne(Span<double> v, double q)
    {
        for (int j = v.Length - 1; j >= 0 && q > 0; j--)
        {
            double s = v[j], d = _d[j] + (q * s * s);
            if (!(d > 0))
            {
                continue;
            }

            double beta = q * s / d;
            q *= _d[j] / d;
            _d[j] = d;
            if (s == 0)
            {
                continue;
            }

            Span<double> column = _u.AsSpan(j * _stride, j);
            for (int i = 0; i < j; i++)
            {
                v[i] -= s * column[i];
                column[i] += beta * v[i];
            }
        }
    }

    private void Grow()
    {
        int stride = 2 * _stride;
        double[] u = new double[stride * stride];
        for (int k = 0; k < Count; k++)
        {
            _u.AsSpan(k * _stride, Count).CopyTo(u.AsSpan(k * stride));
        }

        Array.Resize(ref _d, stride);
        (_u, _work, _gain, _stride) = (u, new double[stride], new double[stride], stride);
    }
}
