using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The Earth orientation that an operator or a satellite works with: the true one and the errors of its prediction.</summary>
/// <remarks>W(x + dx, y + dy) R3(ERA + omega dUT1): to first order in the errors a small turn of the Earth-fixed axes by (-dy, -dx, omega dUT1), [IERS10] eqs. 5.3 and 5.15.
/// What is left out is second order, the error of UT1 times the pole itself: 2e-6 rad each, 0.1 mm at the radius of the orbits.</remarks>
public sealed class PredictedEarthOrientation(IEarthOrientation truth, OrientationErrors errors) : IEarthOrientation
{
    public OrientationErrors Errors => errors;

    /// <summary>What the operator of a scenario has: <paramref name="truth"/> itself where it knows it.</summary>
    /// <param name="scenario">Says how old the predictions are when it starts.</param>
    /// <param name="start">First epoch of the scenario.</param>
    /// <param name="last">Last epoch that is asked for.</param>
    /// <param name="truth">The true orientation.</param>
    public static IEarthOrientation Of(ScenarioDefinition scenario, Epoch start, Epoch last, IEarthOrientation truth)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Epoch upload = start - scenario.Control.OrientationAge;
        int days = (int)Math.Ceiling(Math.Max(0, (last - upload).TotalDays)) + 1;
        return scenario.Control.Orientation switch
        {
            OrientationPrediction.BulletinA => new PredictedEarthOrientation(truth, OrientationErrors.Draw(upload, days, scenario.Seed)),
            OrientationPrediction.Linear => new PredictedEarthOrientation(truth, OrientationErrors.Extrapolate(upload, days, EopTable.BuiltIn)),
            _ => truth,
        };
    }

    public EarthRotation At(Epoch epoch)
    {
        EarthRotation rotation = truth.At(epoch);
        OrientationError e = errors.At(epoch);
        Vector3d turn = TurnOf(e);
        Matrix3d small = Matrix3d.R1(turn.X) * Matrix3d.R2(turn.Y) * Matrix3d.R3(turn.Z);
        Vector3d rate = new(-e.PoleYRate, -e.PoleXRate, EarthRotationAngle.Rate * e.Ut1Rate);
        return new(small * rotation.GcrfToItrf, (small * rotation.AngularVelocityItrf) + rate);
    }

    /// <summary>The turn of the Earth-fixed axes that an error makes, rad about x, y and z.</summary>
    public static Vector3d TurnOf(OrientationError error) => new(-error.PoleY, -error.PoleX, EarthRotationAngle.Rate * error.Ut1);
}
