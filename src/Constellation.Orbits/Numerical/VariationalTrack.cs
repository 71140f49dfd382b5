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

    /// <summary>Second rates at equal steps, the newest first, three rows each; and what <see cref="GaussJacksonStepper"/> calls sums.</summary>
    private readonly double[][] _past = new double[GaussJacksonCoefficients.Points][];
    private readonly double[] _forced, _first, _second;
    private double _h, _time, _nodeTime;
    private int _steps;

    /// <summary>Steps of the multistep method between kept nodes: 0.135 rad of motion, in which polynomials of degree 5 leave 1e-10.</summary>
    private const int NodeEvery = 3;


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
        (_forced, _first, _second) = (new double[3 * _row], new double[3 * _row], new double[3 * _row]);
        for (int i = 0; i < _past.Length; i++)
        {
            _past[i] = new double[3 * _row];
        }

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

    /// <summary>Keeps the second rates at the state at hand, for multistep steps to come.</summary>
    public void PushPast()
    {
        double[] newest = _past[^1];
        Array.Copy(_past, 0, _past, 1, _past.Length - 1);
        _past[0] = newest;
        _rates[0].AsSpan(3 * _row).CopyTo(newest);
    }

    /// <summary>Begins multistep steps of signed length <paramref name="h"/> at the state at hand.</summary>
    public void StartSums(double t, double h)
    {
        (_h, _time, _nodeTime, _steps) = (h, t, t, 0);
        GaussJacksonCoefficients k = GaussJacksonCoefficients.Usual;
        for (int i = 0; i < 3 * _row; i++)
        {
            double velocity = 0, position = 0;
            for (int j = _past.Length - 1; j >= 0; j--)
            {
                velocity += k.CorrectVelocity[j] * _past[j][i];
                position += k.CorrectPosition[j] * _past[j][i];
            }

            _first[i] = (_z[(3 * _row) + i] / h) - velocity;
            _second[i] = (_z[i] / (h * h)) - position + _first[i];
        }
    }

    /// <summary>One multistep step to <paramref name="t"/>, at whose end the orbit has the given context.</summary>
    public void StepSums(double t, in ForceContext context)
    {
        Matrix3d g = _forces.Gradient(context);
        FillForced(context, _forced);
        GaussJacksonCoefficients k = GaussJacksonCoefficients.Usual;
        double h2 = _h * _h;
        double[] now = _past[^1];
        for (int i = 0; i < _row; i += 4)
        {
            int x = i, y = _row + i, z = (2 * _row) + i;
            Vector256<double> px = default, py = default, pz = default, cx = default, cy = default, cz = default;
            for (int j = _past.Length - 1; j >= 0; j--)
            {
                double[] past = _past[j];
                (Vector256<double> ax, Vector256<double> ay, Vector256<double> az) = (Vector256.Create(past, x), Vector256.Create(past, y), Vector256.Create(past, z));
                Vector256<double> p = Vector256.Create(k.PredictPosition[j]);
                (px, py, pz) = (px + (p * ax), py + (p * ay), pz + (p * az));
                if (j < _past.Length - 1)
                {
                    Vector256<double> c = Vector256.Create(k.CorrectPosition[j + 1]);
                    (cx, cy, cz) = (cx + (c * ax), cy + (c * ay), cz + (c * az));
                }
            }

            (Vector256<double> sx, Vector256<double> sy, Vector256<double> sz) = (Vector256.Create(_second, x), Vector256.Create(_second, y), Vector256.Create(_second, z));
            (px, py, pz) = (h2 * (sx + px), h2 * (sy + py), h2 * (sz + pz));
            Vector256<double> fx = Vector256.Create(_forced, x), fy = Vector256.Create(_forced, y), fz = Vector256.Create(_forced, z), qx = default, qy = default, qz = default;
            for (int evaluation = 0; evaluation < 2; evaluation++)
            {
                qx = fx + (g.M11 * px) + (g.M12 * py) + (g.M13 * pz);
                qy = fy + (g.M21 * px) + (g.M22 * py) + (g.M23 * pz);
                qz = fz + (g.M31 * px) + (g.M32 * py) + (g.M33 * pz);
                px = h2 * (sx + (cx + (k.CorrectPosition[0] * qx)));
                py = h2 * (sy + (cy + (k.CorrectPosition[0] * qy)));
                pz = h2 * (sz + (cz + (k.CorrectPosition[0] * qz)));
            }

            // The oldest rates of these columns are read: the newest take their room.
            (qx, px) = Keep(qx, px, x);
            (qy, py) = Keep(qy, py, y);
            (qz, pz) = Keep(qz, pz, z);
        }

        Array.Copy(_past, 0, _past, 1, _past.Length - 1);
        _past[0] = now;
        _time = t;
        if (++_steps % NodeEvery == 0)
        {
            KeepNode();
        }

        (Vector256<double> Rate, Vector256<double> Value) Keep(Vector256<double> rate, Vector256<double> value, int at)
        {
            rate.CopyTo(now, at);
            value.CopyTo(_z, at);
            Vector256<double> first = Vector256.Create(_first, at) + rate;
            first.CopyTo(_first, at);
            (Vector256.Create(_second, at) + first).CopyTo(_second, at);
            return (rate, value);
        }
    }

    /// <summary>Makes the state at hand complete, velocity and all.</summary>
    public void LeaveSums()
    {
        if (_nodeTime != _time)
        {
            KeepNode();
        }
    }

    private void KeepNode()
    {
        GaussJacksonCoefficients k = GaussJacksonCoefficients.Usual;
        for (int i = 0; i < 3 * _row; i += 4)
        {
            Vector256<double> sum = Vector256.Create(_first, i);
            for (int j = 0; j < _past.Length; j++)
            {
                sum += k.CorrectVelocity[j] * Vector256.Create(_past[j], i);
            }

            (_h * sum).CopyTo(_z, (3 * _row) + i);
        }

        _past[0].CopyTo(_rates[0].AsSpan(3 * _row));
        Add(_nodeTime, _time - _nodeTime, Node(_rates[0]));
        _nodeTime = _time;
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
        z.AsSpan(3 * _row).CopyTo(rate);
        FillForced(context, _forced);
        Row(g.Row1, z, rate.AsSpan(3 * _row, _row), _forced);
        Row(g.Row2, z, rate.AsSpan(4 * _row, _row), _forced.AsSpan(_row));
        Row(g.Row3, z, rate.AsSpan(5 * _row, _row), _forced.AsSpan(2 * _row));
    }

    /// <summary>Derivatives of the forces by the parameters, three rows in the columns of Z; what is no parameter stays zero.</summary>
    private void FillForced(in ForceContext context, double[] rows)
    {
        if (_partials.Length > 0)
        {
            _forces.FillPartials(context, _partials);
        }

        for (int i = 0; i < _partials.Length; i++)
        {
            (rows[6 + i], rows[_row + 6 + i], rows[(2 * _row) + 6 + i]) = (_partials[i].X, _partials[i].Y, _partials[i].Z);
        }
    }

    private void Row(Vector3d g, double[] z, Span<double> row, ReadOnlySpan<double> forced)
    {
        for (int i = 0; i < row.Length; i += 4)
        {
            Vector256<double> sum = Vector256.Create(forced.Slice(i, 4)) + (g.X * Vector256.Create(z, i));
            (sum + (g.Y * Vector256.Create(z, _row + i)) + (g.Z * Vector256.Create(z, (2 * _row) + i))).CopyTo(row[i..]);
        }
    }
}
