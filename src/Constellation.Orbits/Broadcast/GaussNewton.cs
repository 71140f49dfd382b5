using System.Buffers;
using System.Runtime.Intrinsics;

namespace Constellation.Orbits;

/// <summary>Small least-squares fits: Gauss-Newton, by given derivatives or central differences, with a weak pull of each parameter to its start.</summary>
/// <remarks>
/// Parameters are scaled by the caller so that one unit moves the orbit by about a metre. The pull keeps directions in
/// which the data say little (two hours hardly tell eccentricity from a harmonic of twice the argument of latitude) from wandering out of the
/// message's range. Solved by Householder reflections: the normal equations would square a condition number of 1e7.
/// Its room (40 kB for a message) is lent: a batch makes tens of thousands of fits.
/// </remarks>
internal sealed class GaussNewton(int parameters, int residuals, Action<ReadOnlySpan<double>, Span<double>> model) : IDisposable
{
    private const int Iterations = 20;

    /// <summary>The Jacobian hardly changes after this many steps from a start kilometres off: kept from then on.</summary>
    private const int JacobianUpdates = 2;

    /// <summary>A pull of this much holds a parameter where it is: it is left out.</summary>
    private const double Held = 1e11;
    private const double DifferenceStep = 30;
    private const double Converged = 1e-4;

    /// <summary>Derivatives of all residuals, parameter after parameter; null: by differences.</summary>
    public Action<ReadOnlySpan<double>, Span<double>>? Jacobian { get; init; }

    private readonly double[] _given = ArrayPool<double>.Shared.Rent(parameters * residuals);
    private readonly int _rows = residuals + parameters;

    /// <summary>Columns of the Jacobian, pull below; then the reflections and, above their diagonal, R.</summary>
    private readonly double[] _columns = ArrayPool<double>.Shared.Rent(parameters * (residuals + parameters));
    private readonly double[] _diagonal = new double[parameters];
    private readonly double[] _right = new double[residuals + parameters];
    private readonly double[] _other = new double[residuals];

    /// <summary>The parameters that move, one for each column.</summary>
    private readonly int[] _moving = new int[parameters];
    private int _count;

    /// <summary>Gives the room back; to be called once.</summary>
    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_given);
        ArrayPool<double>.Shared.Return(_columns);
    }

    /// <summary>Moves <paramref name="p"/> to the minimum; residuals have unit weight.</summary>
    /// <param name="p">Start and result.</param>
    /// <param name="pull">Weight of the departure of each parameter from its start, against one for a residual; 0 for free.</param>
    public void Minimise(Span<double> p, ReadOnlySpan<double> pull)
    {
        Span<double> start = stackalloc double[parameters];
        p.CopyTo(start);
        _count = 0;
        for (int k = 0; k < parameters; k++)
        {
            if (pull[k] < Held)
            {
                _moving[_count++] = k;
            }
        }

        // With most parameters held the start is near.
        int updates = _count == parameters ? JacobianUpdates : 1;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            if (iteration < updates)
            {
                Differentiate(p, pull);
                Factor();
            }

            model(p, _right.AsSpan(0, residuals));
            for (int k = 0; k < parameters; k++)
            {
                _right[residuals + k] = Math.Sqrt(pull[k]) * (p[k] - start[k]);
            }

            double largest = SolveInPlace();
            for (int k = 0; k < _count; k++)
            {
                p[_moving[k]] -= _right[k];
            }

            if (iteration >= updates && largest < Converged)
            {
                break;
            }
        }
    }

    private Span<double> Column(int k) => _columns.AsSpan(k * _rows, _rows);

    private void Differentiate(Span<double> p, ReadOnlySpan<double> pull)
    {
        Jacobian?.Invoke(p, _given.AsSpan(0, parameters * residuals));
        for (int c = 0; c < _count; c++)
        {
            int k = _moving[c];
            Span<double> column = Column(c);
            column.Clear();
            column[residuals + k] = Math.Sqrt(pull[k]);
            if (Jacobian is not null)
            {
                _given.AsSpan(k * residuals, residuals).CopyTo(column);
                continue;
            }

            double kept = p[k];
            p[k] = kept + DifferenceStep;
            model(p, column[..residuals]);
            p[k] = kept - DifferenceStep;
            model(p, _other);
            p[k] = kept;
            for (int i = 0; i < residuals; i++)
            {
                column[i] = (column[i] - _other[i]) / (2 * DifferenceStep);
            }
        }
    }

    private void Factor()
    {
        for (int k = 0; k < _count; k++)
        {
            Span<double> v = Column(k)[k..];
            double norm = Math.Sqrt(Dot(v, v));
            if (!(norm > 0))
            {
                throw new InvalidOperationException("the fit has no unique solution: too few or degenerate positions");
            }

            double alpha = v[0] > 0 ? -norm : norm;
            _diagonal[k] = alpha;
            v[0] -= alpha;
            double scale = Math.Sqrt(2 / Dot(v, v));
            for (int i = 0; i < v.Length; i++)
            {
                v[i] *= scale;
            }

            for (int j = k + 1; j < _count; j++)
            {
                Reflect(v, Column(j)[k..]);
            }
        }
    }

    /// <summary>Least-squares step in the first elements of the right side; returns its largest element.</summary>
    private double SolveInPlace()
    {
        for (int k = 0; k < _count; k++)
        {
            Reflect(Column(k)[k..], _right.AsSpan(k));
        }

        double largest = 0;
        for (int k = _count - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < _count; j++)
            {
                _right[k] -= Column(j)[k] * _right[j];
            }

            _right[k] /= _diagonal[k];
            largest = Math.Max(largest, Math.Abs(_right[k]));
        }

        return largest;
    }

    private static void Reflect(ReadOnlySpan<double> v, Span<double> x)
    {
        double along = Dot(v, x);
        Vector256<double> all = Vector256.Create(-along);
        int i = 0;
        for (; i <= v.Length - Lanes; i += Lanes)
        {
            Vector256.FusedMultiplyAdd(all, Vector256.Create(v.Slice(i, Lanes)), Vector256.Create<double>(x.Slice(i, Lanes))).CopyTo(x[i..]);
        }

        for (; i < v.Length; i++)
        {
            x[i] -= along * v[i];
        }
    }

    /// <summary>Always four lanes: the same bits on every machine.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Lanes; i += Lanes)
        {
            lanes = Vector256.FusedMultiplyAdd(Vector256.Create(a.Slice(i, Lanes)), Vector256.Create(b.Slice(i, Lanes)), lanes);
        }

        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private const int Lanes = 4;
}
