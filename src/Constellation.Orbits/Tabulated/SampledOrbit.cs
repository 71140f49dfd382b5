using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>An orbit given as positions and velocities at any increasing epochs, on any axes, interpolated as its maker says.</summary>
/// <remarks>
/// <para>Earth-fixed states are interpolated on axes that are held still: on the rotating ones the same polynomial is several times worse, and
/// the given states come back either way. A degree asks for degree + 1 positions (Lagrange) or half as many states (Hermite), around the epoch
/// where there are enough of them; a shorter table lowers the degree.</para>
/// <para>Accuracy at a navigation satellite (<c>SampledOrbitTests</c>): Hermite of degree 7 on states every 15 min is within 0.1 mm between
/// states and within 1 mm in the first and last interval.</para>
/// </remarks>
public sealed class SampledOrbit : IOrbit
{
    /// <summary>Above this degree polynomials on equal steps swing more than they gain.</summary>
    public const int GreatestDegree = 31;

    private const double AxesRate = 7.292115e-5;

    private readonly Epoch[] _epochs;
    private readonly double[] _seconds;
    private readonly Vector3d[] _positions;
    private readonly Vector3d[] _velocities;
    private readonly InterpolationMethod _method;
    private readonly int _nodes;

    /// <param name="frame">Axes of the states.</param>
    /// <param name="epochs">Increasing; two or more.</param>
    /// <param name="positions">m.</param>
    /// <param name="velocities">m/s; relative to the turning axes where these turn.</param>
    /// <param name="method">How to interpolate.</param>
    /// <param name="degree">Degree of the polynomial, from 1 to <see cref="GreatestDegree"/>.</param>
    /// <param name="usable">When it may be asked; from the first to the last epoch if not given.</param>
    public SampledOrbit(
        ReferenceFrame frame, Epoch[] epochs, ReadOnlySpan<Vector3d> positions, ReadOnlySpan<Vector3d> velocities, InterpolationMethod method, int degree, EpochSpan? usable = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs.Length, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(positions.Length, epochs.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(velocities.Length, epochs.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        (Frame, _method, _epochs) = (frame, method, epochs);
        int wanted = Math.Min(degree, GreatestDegree);
        _nodes = Math.Min(epochs.Length, method == InterpolationMethod.Hermite ? (wanted + 2) / 2 : wanted + 1);
        _seconds = new double[epochs.Length];
        (_positions, _velocities) = (new Vector3d[epochs.Length], new Vector3d[epochs.Length]);
        for (int i = 0; i < epochs.Length; i++)
        {
            _seconds[i] = (epochs[i] - epochs[0]).TotalSeconds;
            if (i > 0 && !(_seconds[i] > _seconds[i - 1]))
            {
                throw new ArgumentException("epochs do not increase", nameof(epochs));
            }

            (_positions[i], _velocities[i]) = frame == ReferenceFrame.Itrf ? ToStill(positions[i], velocities[i], _seconds[i]) : (positions[i], velocities[i]);
        }

        EpochSpan all = new(epochs[0], epochs[^1]);
        Validity = usable is { } u ? new EpochSpan(u.First > all.First ? u.First : all.First, u.Last < all.Last ? u.Last : all.Last) : all;
    }

    public ReferenceFrame Frame { get; }

    public EpochSpan Validity { get; }

    public StateVector At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the table may be asked from {Validity.First} to {Validity.Last}");
        }

        double t = (epoch - _epochs[0]).TotalSeconds;
        int first = FirstNode(t);
        Span<double> x = stackalloc double[_nodes], basis = stackalloc double[_nodes], slopes = stackalloc double[_nodes], scales = stackalloc double[_nodes];
        double unit = _seconds[first + _nodes - 1] - _seconds[first];
        for (int j = 0; j < _nodes; j++)
        {
            x[j] = (_seconds[first + j] - _seconds[first]) / unit;
        }

        double u = (t - _seconds[first]) / unit;
        Basis(x, u, basis, slopes, scales);
        (Vector3d position, Vector3d velocity) = _method == InterpolationMethod.Hermite
            ? Hermite(first, x, u, basis, slopes, unit)
            : Lagrange(first, basis);
        return Frame == ReferenceFrame.Itrf ? FromStill(epoch, position, velocity, t) : new StateVector(epoch, Frame, position, velocity);
    }

    private (Vector3d Position, Vector3d Velocity) Lagrange(int first, ReadOnlySpan<double> basis)
    {
        Vector3d position = default, velocity = default;
        for (int j = 0; j < basis.Length; j++)
        {
            position += basis[j] * _positions[first + j];
            velocity += basis[j] * _velocities[first + j];
        }

        return (position, velocity);
    }

    /// <summary>Sum of (1 - 2 l'(x_j) (u - x_j)) l^2 p_j + (u - x_j) l^2 v_j, and its derivative.</summary>
    private (Vector3d Position, Vector3d Velocity) Hermite(int first, ReadOnlySpan<double> x, double u, ReadOnlySpan<double> basis, ReadOnlySpan<double> slopes, double unit)
    {
        Vector3d position = default, velocity = default;
        for (int j = 0; j < basis.Length; j++)
        {
            double own = 0;                                    // l_j'(x_j)
            for (int m = 0; m < x.Length; m++)
            {
                own += m == j ? 0 : 1 / (x[j] - x[m]);
            }

            double l = basis[j], square = l * l, squareSlope = 2 * l * slopes[j], from = u - x[j], tilt = 1 - (2 * own * from);
            Vector3d p = _positions[first + j], v = unit * _velocities[first + j];
            position += (tilt * square * p) + (from * square * v);
            velocity += (((tilt * squareSlope) - (2 * own * square)) * p) + ((square + (from * squareSlope)) * v);
        }

        return (position, velocity / unit);
    }

    /// <summary>Basis polynomials of Lagrange and their derivatives, by products from both sides: nothing is divided by the distance to a node.</summary>
    private static void Basis(ReadOnlySpan<double> x, double u, Span<double> basis, Span<double> slopes, Span<double> scales)
    {
        int n = x.Length;
        double product = 1, slope = 0;
        for (int j = 0; j < n; j++)
        {
            double denominator = 1;
            for (int m = 0; m < n; m++)
            {
                denominator *= m == j ? 1 : x[j] - x[m];
            }

            scales[j] = 1 / denominator;
            (basis[j], slopes[j]) = (product, slope);
            slope = (slope * (u - x[j])) + product;
            product *= u - x[j];
        }

        (product, slope) = (1, 0);
        for (int j = n - 1; j >= 0; j--)
        {
            slopes[j] = scales[j] * ((slopes[j] * product) + (basis[j] * slope));
            basis[j] *= scales[j] * product;
            slope = (slope * (u - x[j])) + product;
            product *= u - x[j];
        }
    }

    /// <summary>The window whose middle interval holds the epoch, moved inward at the ends.</summary>
    private int FirstNode(double t)
    {
        int after = Array.BinarySearch(_seconds, t);
        int before = after >= 0 ? after : Math.Max(~after - 1, 0);
        int first = before - ((_nodes - 1) / 2);
        if ((_nodes & 1) == 1 && before + 1 < _seconds.Length && t - _seconds[before] > _seconds[before + 1] - t)
        {
            first++;
        }

        return Math.Clamp(first, 0, _seconds.Length - _nodes);
    }

    private static (Vector3d Position, Vector3d Velocity) ToStill(Vector3d position, Vector3d velocity, double seconds)
    {
        (double s, double c) = Math.SinCos(AxesRate * seconds);
        Vector3d still = velocity + new Vector3d(-AxesRate * position.Y, AxesRate * position.X, 0);
        return (Turn(position, s, c), Turn(still, s, c));
    }

    private static StateVector FromStill(Epoch epoch, Vector3d position, Vector3d velocity, double seconds)
    {
        (double s, double c) = Math.SinCos(-AxesRate * seconds);
        Vector3d fixedPosition = Turn(position, s, c);
        return new(epoch, ReferenceFrame.Itrf, fixedPosition, Turn(velocity, s, c) - new Vector3d(-AxesRate * fixedPosition.Y, AxesRate * fixedPosition.X, 0));
    }

    private static Vector3d Turn(Vector3d v, double s, double c) => new((c * v.X) - (s * v.Y), (s * v.X) + (c * v.Y), v.Z);
}
