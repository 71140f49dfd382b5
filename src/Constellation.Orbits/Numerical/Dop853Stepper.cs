using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Explicit Runge-Kutta of order 8 with error estimate of orders 5 and 3 and dense output of order 7, for r'' = a(t, r, r').</summary>
/// <remarks>[HairerNorsettWanner93] II.5 and II.6. A step allocates nothing.</remarks>
internal sealed class Dop853Stepper(IAcceleration acceleration)
{
    /// <summary>Greatest local errors: m and m/s.</summary>
    public const double PositionTolerance = 4e-6, VelocityTolerance = 4e-10;

    private readonly Vector256<double>[] _velocity = new Vector256<double>[Dop853Tableau.AllStages];
    private readonly Vector256<double>[] _acceleration = new Vector256<double>[Dop853Tableau.AllStages];
    private Vector256<double> _r, _v, _nextR, _nextV;
    private double _t, _h;

    public double Time => _t;

    public Vector3d Position => ToVector(_r);

    public Vector3d Velocity => ToVector(_v);

    public Vector3d Acceleration => ToVector(_acceleration[0]);

    public Vector3d NextPosition => ToVector(_nextR);

    public Vector3d NextVelocity => ToVector(_nextV);

    public Vector3d NextAcceleration => ToVector(_acceleration[Dop853Tableau.Stages]);

    /// <summary>Sets the state to go on from and evaluates its acceleration.</summary>
    public void Start(double t, Vector3d position, Vector3d velocity)
    {
        (_t, _r, _v) = (t, FromVector(position), FromVector(velocity));
        _velocity[0] = _v;
        _acceleration[0] = FromVector(acceleration.At(0, t, position, velocity));
    }

    /// <summary>Evaluates the acceleration of the state to go on from once more: its surroundings have changed.</summary>
    public void Restart() => Start(_t, Position, Velocity);

    /// <summary>Tries a step; returns the error over the tolerance, infinite or NaN where the motion breaks down.</summary>
    /// <param name="h">Signed length, s.</param>
    public double Trial(double h)
    {
        _h = h;
        for (int s = 1; s < Dop853Tableau.Stages; s++)
        {
            (Vector256<double> r, Vector256<double> v) = Stage(s);
            _velocity[s] = v;
            _acceleration[s] = FromVector(acceleration.At(s, _t + (Dop853Tableau.C[s] * h), ToVector(r), ToVector(v)));
        }

        (_nextR, _nextV) = Stage(Dop853Tableau.Stages);
        _velocity[Dop853Tableau.Stages] = _nextV;
        _acceleration[Dop853Tableau.Stages] = FromVector(acceleration.At(Dop853Tableau.Stages, _t + h, ToVector(_nextR), ToVector(_nextV)));
        return Error();
    }

    /// <summary>Makes the tried step the state to go on from.</summary>
    /// <param name="t">Its end; given, so that the end of a span is met to the last bit.</param>
    public void Accept(double t)
    {
        (_t, _r, _v) = (t, _nextR, _nextV);
        _velocity[0] = _velocity[Dop853Tableau.Stages];
        _acceleration[0] = _acceleration[Dop853Tableau.Stages];
    }

    /// <summary>Eight rows of six numbers for <see cref="DenseTrack"/>, of the tried step. [HairerNorsettWanner93] II eq. 6.8.</summary>
    public void FillDense(Span<double> rows)
    {
        for (int s = Dop853Tableau.Stages + 1; s < Dop853Tableau.AllStages; s++)
        {
            (Vector256<double> r, Vector256<double> v) = Stage(s);
            _velocity[s] = v;
            _acceleration[s] = FromVector(acceleration.At(s, _t + (Dop853Tableau.C[s] * _h), ToVector(r), ToVector(v)));
        }

        Fill(rows, _r, _nextR, _velocity);
        Fill(rows[3..], _v, _nextV, _acceleration);
    }

    internal static Vector256<double> FromVector(Vector3d v) => Vector256.Create(v.X, v.Y, v.Z, 0);

    internal static Vector3d ToVector(Vector256<double> v) => new(v[0], v[1], v[2]);

    private void Fill(Span<double> rows, Vector256<double> from, Vector256<double> to, Vector256<double>[] rate)
    {
        Vector256<double> delta = to - from, first = _h * rate[0], last = _h * rate[Dop853Tableau.Stages];
        Put(rows, 0, from);
        Put(rows, 1, delta);
        Put(rows, 2, first - delta);
        Put(rows, 3, (2 * delta) - (last + first));
        for (int row = 0; row < 4; row++)
        {
            Vector256<double> sum = default;
            double[] weights = Dop853Tableau.D[row];
            for (int s = 0; s < weights.Length; s++)
            {
                sum += weights[s] * rate[s];
            }

            Put(rows, 4 + row, _h * sum);
        }

        static void Put(Span<double> rows, int row, Vector256<double> v) => (rows[6 * row], rows[(6 * row) + 1], rows[(6 * row) + 2]) = (v[0], v[1], v[2]);
    }

    private (Vector256<double> Position, Vector256<double> Velocity) Stage(int s)
    {
        Vector256<double> dr = default, dv = default;
        int end = Dop853Weights.RowStart[s + 1];
        for (int i = Dop853Weights.RowStart[s]; i < end; i++)
        {
            Vector256<double> weight = Vector256.Create(Dop853Weights.Weights[i]);
            int j = Dop853Weights.Stages[i];
            dr += weight * _velocity[j];
            dv += weight * _acceleration[j];
        }

        return (_r + (_h * dr), _v + (_h * dv));
    }

    private double Error()
    {
        Vector256<double> r5 = default, r3 = default, v5 = default, v3 = default;
        for (int s = 0; s < Dop853Tableau.Stages; s++)
        {
            (Vector256<double> e5, Vector256<double> e3) = (Vector256.Create(Dop853Tableau.E5[s]), Vector256.Create(Dop853Tableau.E3[s]));
            r5 += e5 * _velocity[s];
            r3 += e3 * _velocity[s];
            v5 += e5 * _acceleration[s];
            v3 += e3 * _acceleration[s];
        }

        const double p = 1 / (PositionTolerance * PositionTolerance), v = 1 / (VelocityTolerance * VelocityTolerance);
        double sum5 = (p * Vector256.Dot(r5, r5)) + (v * Vector256.Dot(v5, v5)), sum3 = (p * Vector256.Dot(r3, r3)) + (v * Vector256.Dot(v3, v3));
        double denominator = sum5 + (0.01 * sum3);
        return denominator == 0 ? 1e-10 : Math.Abs(_h) * sum5 / Math.Sqrt(denominator * 6);
    }
}
