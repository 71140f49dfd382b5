using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Fixed steps of the summed multistep method of Gauss and Jackson for r'' = a(t, r, r'): predict, evaluate, correct, evaluate. No allocation.</summary>
/// <remarks>
/// With a gravitational parameter, the second evaluation is what the pull of the point mass changes between predicted and corrected position:
/// the rest of the forces would change it by less than 1e-13 of themselves. Errors of rounding stay small, since positions are made from sums.
/// </remarks>
/// <param name="acceleration">The right-hand side; evaluated as stage 0.</param>
/// <param name="gm">Of the central mass, m^3/s^2; zero has the right-hand side evaluated twice a step, and is for problems that need not be smooth in m/s^2.</param>
internal sealed class GaussJacksonStepper(IAcceleration acceleration, double gm)
{
    /// <summary>
    /// Greatest difference, m/s^2, of an acceleration from the polynomial through those before it. Smooth forces leave 1e-13; a step over a kink makes
    /// an error of velocity of a tenth of the difference times the step: here at most 1.5e-10 m/s, 0.1 mm in three days.
    /// </summary>
    public const double Roughness = 5e-12;

    /// <summary>The same for what is faint: kinks of its many small parts pass, a satellite that turns within a few steps does not.</summary>
    public const double FaintRoughness = 2e-11;

    private readonly Vector256<double>[] _past = new Vector256<double>[GaussJacksonCoefficients.Points];
    private readonly Vector256<double>[] _faint = new Vector256<double>[GaussJacksonCoefficients.Points];       // of which too small to be watched
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
    /// <param name="watched">The same without what is faint.</param>
    public void Start(double t, double h, Vector3d position, Vector3d velocity, ReadOnlySpan<Vector3d> accelerations, ReadOnlySpan<Vector3d> watched)
    {
        (Time, _h, Position, Velocity) = (t, h, position, velocity);
        for (int i = 0; i < _past.Length; i++)
        {
            (_past[i], _faint[i]) = (Dop853Stepper.FromVector(accelerations[i]), Dop853Stepper.FromVector(accelerations[i] - watched[i]));
        }

        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual, low = GaussJacksonCoefficients.Low;
        _first = (Dop853Stepper.FromVector(velocity) / h) - Sum(c.CorrectVelocity, low.CorrectVelocity);
        _second = (Dop853Stepper.FromVector(position) / (h * h)) - Sum(c.CorrectPosition, low.CorrectPosition) + _first;
    }

    /// <summary>One step, unless the acceleration at its end does not follow smoothly from those before: then false, and nothing is changed.</summary>
    /// <param name="t">Where the step ends; given, so that sums of steps do not drift.</param>
    public bool Step(double t)
    {
        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual, low = GaussJacksonCoefficients.Low;
        Vector256<double> rp = default, vp = default, rc = default, vc = default, expected = default, expectedFaint = default;
        for (int i = GaussJacksonCoefficients.Points - 1; i >= 0; i--)
        {
            Vector256<double> f = _faint[i], a = _past[i] - f;
            rp += (c.PredictPosition[i] * a) + (low.PredictPosition[i] * f);
            vp += (c.PredictVelocity[i] * a) + (low.PredictVelocity[i] * f);
            expected += c.Extrapolate[i] * a;
            expectedFaint += low.Extrapolate[i] * f;
            if (i < GaussJacksonCoefficients.Points - 1)
            {
                rc += (c.CorrectPosition[i + 1] * a) + (low.CorrectPosition[i + 1] * f);
                vc += (c.CorrectVelocity[i + 1] * a) + (low.CorrectVelocity[i + 1] * f);
            }
        }

        Vector3d predicted = Dop853Stepper.ToVector((_h * _h) * (_second + rp));
        Vector3d now = acceleration.At(0, t, predicted, Dop853Stepper.ToVector(_h * (_first + vp)));
        Vector3d faint = acceleration.Faint;
        if (gm > 0 && !((now - faint - Dop853Stepper.ToVector(expected)).Norm <= Roughness && (faint - Dop853Stepper.ToVector(expectedFaint)).Norm <= FaintRoughness))
        {
            return false;
        }

        Vector256<double> faintNow = Dop853Stepper.FromVector(faint);
        rc += (low.CorrectPosition[0] - c.CorrectPosition[0]) * faintNow;
        vc += (low.CorrectVelocity[0] - c.CorrectVelocity[0]) * faintNow;
        Correct(now, rc, vc);
        now = gm > 0 ? now + (PointMass.PullGradient(predicted, gm) * (Position - predicted)) : acceleration.At(0, t, Position, Velocity);
        Correct(now, rc, vc);
        Array.Copy(_past, 0, _past, 1, _past.Length - 1);
        Array.Copy(_faint, 0, _faint, 1, _faint.Length - 1);
        (_past[0], _faint[0]) = (Dop853Stepper.FromVector(now), faintNow);
        _first += _past[0];
        _second += _first;
        Time = t;
        return true;
    }

    private void Correct(Vector3d now, Vector256<double> rc, Vector256<double> vc)
    {
        GaussJacksonCoefficients c = GaussJacksonCoefficients.Usual;
        Vector256<double> a = Dop853Stepper.FromVector(now);
        Position = Dop853Stepper.ToVector((_h * _h) * (_second + (rc + (c.CorrectPosition[0] * a))));
        Velocity = Dop853Stepper.ToVector(_h * (_first + a + (vc + (c.CorrectVelocity[0] * a))));
    }

    private Vector256<double> Sum(double[] weights, double[] faintWeights)
    {
        Vector256<double> sum = default;
        for (int i = _past.Length - 1; i >= 0; i--)
        {
            sum += (weights[i] * (_past[i] - _faint[i])) + (faintWeights[i] * _faint[i]);
        }

        return sum;
    }
}
