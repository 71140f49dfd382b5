using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>
/// The variational equations Z'' = G Z + dF/dp beside an integration, Z the derivatives of position and velocity by the initial state, the
/// parameters of the forces and the pulses: six rows, one column for each. The orbit alone decides the steps; its stages serve again.
/// </summary>
/// <remarks>Derivatives of the forces by velocity are left out: below 1e-13 1/s, 1e-8 of Z in a day.</remarks>
internal sealed class VariationalTrack
{
    private readonly ForceModel _forces;
    private readonly int _direction, _columns, _firstPulse, _row;
    private readonly double[][] _rates = new double[Dop853Tableau.Stages + 1][];
    private readonly double[] _z, _stage;
    private readonly Vector3d[] _partials;
    private readonly List<double> _starts = [], _sizes = [];
    private readonly List<double[]> _begin = [], _end = [];

    /// <summary>Nine rows at the beginning of the step at hand: Z and the second rates.</summary>
    private double[] _node = [];
    private double _endTime = double.NaN;

    /// <param name="forces">What acts.</param>
    /// <param name="parameters">Whether the parameters of the forces have columns.</param>
    /// <param name="pulses">Number of pulses, three columns each.</param>
    /// <param name="direction">Of the integration in time, 1 or -1.</param>
    public VariationalTrack(ForceModel forces, bool parameters, int pulses, int direction)
    {
        (_forces, _direction) = (forces, direction);
        _partials = new Vector3d[parameters ? forces.Parameters.Length : 0];
        _firstPulse = 6 + _partials.Length;
        _columns = _firstPulse + (3 * pulses);
        _row = (_columns + 3) & ~3;
        for (int s = 0; s < _rates.Length; s++)
        {
            _rates[s] = new double[6 * _row];
        }

        (_z, _stage) = (new double[6 * _row], new double[6 * _row]);
    }

    public int Columns => _columns;

    /// <summary>Z at the end of what was integrated, six rows of <see cref="Columns"/>.</summary>
    public void CopyLast(Span<double> rows) => CopyRows(_z, rows);

    public void Start()
    {
        for (int i = 0; i < 6; i++)
        {
            _z[(i * _row) + i] = 1;
        }
    }

    /// <summary>Rates of a stage from the matrix that stands in <c>_z</c>; makes the beginning of a step when it is stage 0.</summary>
    public void Evaluate(int stage, ForceContext[] contexts)
    {
        Rate(contexts[stage], _z, _rates[stage]);
        _node = Node(_rates[stage]);
    }

    public void Step(double t, double h, ForceContext[] contexts)
    {
        for (int s = 1; s < Dop853Tableau.Stages; s++)
        {
            Combine(s, h, _stage);
            Rate(contexts[s], _stage, _rates[s]);
        }

        Combine(Dop853Tableau.Stages, h, _stage);
        _stage.CopyTo(_z, 0);
        Rate(contexts[Dop853Tableau.Stages], _z, _rates[Dop853Tableau.Stages]);
        (_rates[0], _rates[Dop853Tableau.Stages]) = (_rates[Dop853Tableau.Stages], _rates[0]);
        Add(t, h, Node(_rates[0]));
    }

    /// <summary>Passes a pulse: its own columns set in, the others change with the axes that it is given on.</summary>
    public void Pulse(int number, VelocityPulse pulse, Vector3d position, Vector3d velocityBefore, int direction)
    {
        const double dr = 10, dv = 0.01;
        Vector3d a = pulse.Change(position, velocityBefore);
        (Matrix3d byPosition, Matrix3d byVelocity) = (
            Jacobian(dr, d => pulse.Change(position + d, velocityBefore) - a),
            Jacobian(dv, d => pulse.Change(position, velocityBefore + d) - a));
        OrbitalAxes axes = OrbitalAxes.Of(position, velocityBefore);
        Span<Vector3d> own = [axes.Radial, axes.Along, axes.Cross];
        for (int c = 0; c < _columns; c++)
        {
            Vector3d r = Column(0, c), v = Column(3, c);
            int component = c - _firstPulse - (3 * number);
            Vector3d jump = component is >= 0 and < 3 ? own[component] : Vector3d.Zero;
            if (direction > 0)
            {
                v += (byPosition * r) + (byVelocity * v) + jump;
            }
            else
            {
                // v_after = v + byPosition r + byVelocity v + jump, solved for v: byVelocity is the pulse over the velocity, small.
                Vector3d right = v - (byPosition * r) - jump, before = right;
                for (int i = 0; i < 40; i++)
                {
                    before = right - (byVelocity * before);
                }

                v = before;
            }

            (_z[(3 * _row) + c], _z[(4 * _row) + c], _z[(5 * _row) + c]) = (v.X, v.Y, v.Z);
        }

        static Matrix3d Jacobian(double size, Func<Vector3d, Vector3d> difference) => Matrix3d.FromRows(
            (difference(new(size, 0, 0)) - difference(new(-size, 0, 0))) / (2 * size),
            (difference(new(0, size, 0)) - difference(new(0, -size, 0))) / (2 * size),
            (difference(new(0, 0, size)) - difference(new(0, 0, -size))) / (2 * size)).Transpose();
    }

    /// <summary>Z at a time within the track, six rows of <see cref="Columns"/>.</summary>
    public void At(double t, Span<double> rows)
    {
        if (t == _endTime)
        {
            CopyRows(_z, rows);
            return;
        }

        int step = StepSearch.Find(CollectionsMarshal.AsSpan(_starts), t, _direction);
        QuinticWeights w = new((t - _starts[step]) / _sizes[step], _sizes[step]);
        double[] a = _begin[step], b = _end[step];
        for (int i = 0; i < 3; i++)
        {
            for (int c = 0; c < _columns; c++)
            {
                int p = (i * _columns) + c, v = p + (3 * _columns), q = v + (3 * _columns);
                (rows[p], rows[v]) = w.Combine(a[p], a[v], a[q], b[p], b[v], b[q]);
            }
        }
    }

    public void Finish(double t)
    {
        _endTime = t;
        _starts.TrimExcess();
        _sizes.TrimExcess();
        _begin.TrimExcess();
        _end.TrimExcess();
    }

    private void Add(double t, double h, double[] end)
    {
        _starts.Add(t);
        _sizes.Add(h);
        _begin.Add(_node);
        _end.Add(end);
        _node = end;
    }

    private Vector3d Column(int row, int c) => new(_z[(row * _row) + c], _z[((row + 1) * _row) + c], _z[((row + 2) * _row) + c]);

    private double[] Node(double[] rates)
    {
        double[] node = new double[9 * _columns];
        CopyRows(_z, node);
        for (int i = 0; i < 3; i++)
        {
            rates.AsSpan((3 + i) * _row, _columns).CopyTo(node.AsSpan((6 + i) * _columns));
        }

        return node;
    }

    private void CopyRows(double[] padded, Span<double> rows)
    {
        for (int i = 0; i < 6; i++)
        {
            padded.AsSpan(i * _row, _columns).CopyTo(rows[(i * _columns)..]);
        }
    }

    private void Combine(int s, double h, double[] result)
    {
        int begin = Dop853Weights.RowStart[s], end = Dop853Weights.RowStart[s + 1];
        for (int i = 0; i < result.Length; i += 4)
        {
            Vector256<double> sum = default;
            for (int k = begin; k < end; k++)
            {
                sum += Dop853Weights.Weights[k] * Vector256.Create(_rates[Dop853Weights.Stages[k]], i);
            }

            (Vector256.Create(_z, i) + (h * sum)).CopyTo(result, i);
        }
    }

    private void Rate(in ForceContext context, double[] z, double[] rate)
    {
        Matrix3d g = _forces.Gradient(context);
        if (_partials.Length > 0)
        {
            _forces.FillPartials(context, _partials);
        }

        z.AsSpan(3 * _row).CopyTo(rate);
        Row(g.Row1, z, rate.AsSpan(3 * _row, _row));
        Row(g.Row2, z, rate.AsSpan(4 * _row, _row));
        Row(g.Row3, z, rate.AsSpan(5 * _row, _row));
        for (int i = 0; i < _partials.Length; i++)
        {
            rate[(3 * _row) + 6 + i] += _partials[i].X;
            rate[(4 * _row) + 6 + i] += _partials[i].Y;
            rate[(5 * _row) + 6 + i] += _partials[i].Z;
        }
    }

    private void Row(Vector3d g, double[] z, Span<double> row)
    {
        for (int i = 0; i < row.Length; i += 4)
        {
            ((g.X * Vector256.Create(z, i)) + (g.Y * Vector256.Create(z, _row + i)) + (g.Z * Vector256.Create(z, (2 * _row) + i))).CopyTo(row[i..]);
        }
    }
}
