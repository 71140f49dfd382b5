using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The steps of an integration in one direction from its origin, with what interpolates between their ends.</summary>
/// <param name="direction">1 for steps to later times, -1 to earlier ones.</param>
internal sealed class DenseTrack(int direction)
{
    /// <summary>Numbers of one node of a step that is interpolated from position, velocity and acceleration at its ends.</summary>
    private const int Node = 9;

    /// <summary>Room to begin with: ten steps, some hours of a medium orbit.</summary>
    private const int ShortTrack = 10 * 48;

    private double[] _pool = [], _starts = [], _sizes = [];
    private int[] _offsets = [];       // complement for steps between nodes
    private int _used, _nodeAt = -1;

    private double _endTime = double.NaN;
    private (Vector3d Position, Vector3d Velocity) _end;

    public int Count { get; private set; }

    /// <summary>Eight rows of six numbers to fill, of a step with its own polynomial of order 7.</summary>
    public Span<double> AddPolynomial(double start, double size)
    {
        Grow(48);
        Add(start, size, _used);
        _used += 48;
        _nodeAt = -1;
        return _pool.AsSpan(_used - 48, 48);
    }

    /// <summary>Says from which state the next steps between nodes go on.</summary>
    public void StartNodes(Vector3d position, Vector3d velocity, Vector3d acceleration)
    {
        Grow(Node);
        Put(position, velocity, acceleration);
    }

    /// <summary>A step from the last node to a new one: a polynomial of degree 5 through both. For steps of at most 0.045 rad of motion.</summary>
    public void AddNode(double start, double size, Vector3d position, Vector3d velocity, Vector3d acceleration)
    {
        if (_nodeAt < 0)
        {
            throw new InvalidOperationException("no node to go on from");
        }

        Add(start, size, ~_nodeAt);
        Grow(Node);
        Put(position, velocity, acceleration);
    }

    /// <summary>No more steps: says the state at the end, which a pulse there may part from that of the last step, and gives back spare room.</summary>
    public void Finish(double t, Vector3d position, Vector3d velocity)
    {
        (_endTime, _end) = (t, (position, velocity));
        Array.Resize(ref _pool, _used);
        Array.Resize(ref _starts, Count);
        Array.Resize(ref _sizes, Count);
        Array.Resize(ref _offsets, Count);
    }

    /// <summary>Position and velocity at a time within the track; where two steps meet, the one that ends there in time.</summary>
    public (Vector3d Position, Vector3d Velocity) At(double t)
    {
        if (t == _endTime)
        {
            return _end;
        }

        int step = StepSearch.Find(_starts.AsSpan(0, Count), t, direction);
        double h = _sizes[step], x = (t - _starts[step]) / h;
        int offset = _offsets[step];
        return offset >= 0 ? Polynomial(_pool.AsSpan(offset, 48), x) : Hermite(_pool.AsSpan(~offset, 2 * Node), x, h);
    }

    /// <summary>[HairerNorsettWanner93] II eq. 6.8: nested in x and 1 - x.</summary>
    internal static (Vector3d Position, Vector3d Velocity) Polynomial(ReadOnlySpan<double> c, double x)
    {
        Span<double> y = stackalloc double[6];
        double z = 1 - x;
        for (int i = 0; i < 6; i++)
        {
            double sum = c[36 + i] + (x * c[42 + i]);
            sum = c[30 + i] + (z * sum);
            sum = c[24 + i] + (x * sum);
            sum = c[18 + i] + (z * sum);
            sum = c[12 + i] + (x * sum);
            sum = c[6 + i] + (z * sum);
            y[i] = c[i] + (x * sum);
        }

        return (new(y[0], y[1], y[2]), new(y[3], y[4], y[5]));
    }

    private static (Vector3d Position, Vector3d Velocity) Hermite(ReadOnlySpan<double> nodes, double x, double h)
    {
        Span<double> y = stackalloc double[6];
        QuinticWeights w = new(x, h);
        for (int i = 0; i < 3; i++)
        {
            (y[i], y[3 + i]) = w.Combine(nodes[i], nodes[3 + i], nodes[6 + i], nodes[Node + i], nodes[Node + 3 + i], nodes[Node + 6 + i]);
        }

        return (new(y[0], y[1], y[2]), new(y[3], y[4], y[5]));
    }

    private void Put(Vector3d p, Vector3d v, Vector3d a)
    {
        _nodeAt = _used;
        Span<double> n = _pool.AsSpan(_used, Node);
        (n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]) = (p.X, p.Y, p.Z, v.X, v.Y, v.Z, a.X, a.Y, a.Z);
        _used += Node;
    }

    private void Add(double start, double size, int offset)
    {
        if (Count == _starts.Length)
        {
            int room = Math.Max(32, 2 * Count);
            Array.Resize(ref _starts, room);
            Array.Resize(ref _sizes, room);
            Array.Resize(ref _offsets, room);
        }

        (_starts[Count], _sizes[Count], _offsets[Count]) = (start, size, offset);
        Count++;
    }

    private void Grow(int more)
    {
        if (_used + more > _pool.Length)
        {
            Array.Resize(ref _pool, Math.Max(ShortTrack, Math.Max(_used + more, checked((int)Math.Min(2L * _pool.Length, Array.MaxLength)))));
        }
    }
}
