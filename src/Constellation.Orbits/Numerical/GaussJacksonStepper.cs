using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Fixed steps of the summed multistep method of Gauss and Jackson for r'' = a(t, r, r'): predict, evaluate, correct, evaluate. No allocation.</summary>
/// <remarks>
/// With a gravitational parameter, the second evaluation is what the pull of the point mass changes between predicted and corrected position:
/// the rest of the forces would change it by less than 1e-13 of themselves. Errors of rounding stay small, since positions are made from sums.
/// </remarks>
/// <param name="acceleration">The right-hand side; evaluated as stage 0.</param>
/// <param name="gm">Of the central mass, m^3/s^2; zero has the right-hand side evaluated twice a step.</param>
internal sealed class GaussJacksonStepper(IAcceleration acceleration, double gm)
{
    private readonly Vector256<double>[] _past = new Vector256<double>[GaussJacksonCoefficients.Points];
    private Vector256<double> _first, _second;
    private double _h;

    public double Time { get; private set; }

    public Vector3d Position { get; private set; }

    public Vector3d Velocity { get; private set; }

    public Vector3d Acceleration => Dop853Stepper.ToVector(_past[0]);

    /// <summary>Begins from a state and accelerations at equal steps before it.</summary>
    /// <param name="t">Time of the state.</param>
    /// <param name="h">Signed step.</param>
    /// <param name="position">m.</param>
    /// <param name="velocity">m/s.</param>
    /// <param name="accelerations">At the state, one step before, ...: <see cref="GaussJacksonCoefficients.Points"/> of them.</param>
    public void Start(double t, double h, Vector3d position, Vector3d velocity, ReadOnlySpan<Vector3d> accelerations)
    {
        (Time, _h, Position, Velocity) = (t, h, position, velocity);
        for (int i = 0; i < _past.Length; i++)
        {
            _past[i] = Dop853Stepper.FromVector(accelerations[i]);
        }

        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual;
        _first = (Dop853Stepper.FromVector(velocity) / h) - Sum(c.CorrectVelocity);
        _second = (Dop853Stepper.FromVector(position) / (h * h)) - Sum(c.CorrectPosition) + _first;
    }

    /// <param name="t">Where the step ends; given, so that sums of steps do not drift.</param>
    public void Step(double t)
    {
        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual;
        Vector256<double> rp = default, vp = default, rc = default, vc = default;
        for (int i = GaussJacksonCoefficients.Points - 1; i >= 0; i--)
        {
            Vector256<double> a = _past[i];
            rp += c.PredictPosition[i] * a;
            vp += c.PredictVelocity[i] * a;
            if (i < GaussJacksonCoefficients.Points - 1)
            {
                rc += c.CorrectPosition[i + 1] * a;
                vc += c.CorrectVelocity[i + 1] * a;
                _past[i + 1] = a;
            }
        }

        Vector3d predicted = Dop853Stepper.ToVector((_h * _h) * (_second + rp));
        Vector3d now = acceleration.At(0, t, predicted, Dop853Stepper.ToVector(_h * (_first + vp)));
        Correct(now, rc, vc);
        now = gm > 0 ? now + (PointMass.PullGradient(predicted, gm) * (Position - predicted)) : acceleration.At(0, t, Position, Velocity);
        Correct(now, rc, vc);
        _past[0] = Dop853Stepper.FromVector(now);
        _first += _past[0];
        _second += _first;
        Time = t;
    }

    private void Correct(Vector3d now, Vector256<double> rc, Vector256<double> vc)
    {
        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual;
        Vector256<double> a = Dop853Stepper.FromVector(now);
        Position = Dop853Stepper.ToVector((_h * _h) * (_second + (rc + (c.CorrectPosition[0] * a))));
        Velocity = Dop853Stepper.ToVector(_h * (_first + a + (vc + (c.CorrectVelocity[0] * a))));
    }

    private Vector256<double> Sum(double[] weights)
    {
        Vector256<double> sum = default;
        for (int i = _past.Length - 1; i >= 0; i--)
        {
            sum += weights[i] * _past[i];
        }

        return sum;
    }
}
