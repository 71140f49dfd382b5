using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A Kepler ellipse whose node, perigee and mean anomaly move at their J2 secular rates, on GCRF axes.</summary>
/// <remarks>
/// For visibility, geometry and display: the short-period J2 terms left out are 1 to 2 km for navigation satellites, the luni-solar terms
/// some km a day. The velocity is the exact derivative of the position (tested). The equator meant is the GCRF's, 0.13 degrees from that of 2024.
/// </remarks>
public sealed class KeplerJ2Orbit : IOrbit
{
    private readonly MeanElements _elements;
    private readonly Epoch _epoch;
    private readonly SecularRates _rates;

    public KeplerJ2Orbit(MeanElements elements, Epoch epoch)
    {
        if (!(elements.SemiMajorAxis > 0 && double.IsFinite(elements.SemiMajorAxis) && elements.Eccentricity is >= 0 and < 1))
        {
            throw new ArgumentException("an ellipse has a > 0 and 0 <= e < 1", nameof(elements));
        }

        (_elements, _epoch, _rates) = (elements, epoch, SecularRates.Of(elements));
    }

    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    public EpochSpan Validity => EpochSpan.Unbounded;

    public StateVector At(Epoch epoch)
    {
        (Vector3d position, Vector3d velocity) = Evaluate((epoch - _epoch).TotalSeconds);
        return new(epoch, ReferenceFrame.Gcrf, position, velocity);
    }

    public void Fill(Epoch start, Duration step, Span<StateVector> states)
    {
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = At(start + (step * i));
        }
    }

    /// <summary>Mean elements at another epoch.</summary>
    public MeanElements ElementsAt(Epoch epoch)
    {
        double dt = (epoch - _epoch).TotalSeconds;
        return _elements with
        {
            RightAscension = _elements.RightAscension + (_rates.RightAscension * dt),
            ArgumentOfPerigee = _elements.ArgumentOfPerigee + (_rates.ArgumentOfPerigee * dt),
            MeanAnomaly = _elements.MeanAnomaly + (_rates.MeanAnomaly * dt),
        };
    }

    /// <summary>The state from which to integrate, so that the integrated orbit has these mean elements: short-period J2 terms added.</summary>
    public StateVector OsculatingAt(Epoch epoch) => ShortPeriodJ2.Osculating(ElementsAt(epoch), epoch);

    private (Vector3d Position, Vector3d Velocity) Evaluate(double secondsSinceEpoch)
    {
        double a = _elements.SemiMajorAxis, e = _elements.Eccentricity;
        KeplerianElements now = new(
            a,
            e,
            _elements.Inclination,
            _elements.RightAscension + (_rates.RightAscension * secondsSinceEpoch),
            _elements.ArgumentOfPerigee + (_rates.ArgumentOfPerigee * secondsSinceEpoch),
            _elements.MeanAnomaly + (_rates.MeanAnomaly * secondsSinceEpoch));
        (double sinE, double cosE) = Math.SinCos(KeplerEquation.EccentricAnomaly(now.MeanAnomaly, e));
        double root = Math.Sqrt((1 - e) * (1 + e)), rate = _rates.MeanAnomaly / (1 - (e * cosE));
        (Vector3d p, Vector3d q) = now.PlaneAxes();
        Vector3d position = (a * (cosE - e) * p) + (a * root * sinE * q);
        Vector3d velocity = rate * ((-a * sinE * p) + (a * root * cosE * q));

        // The ellipse turns in its plane (perigee) and about the pole (node).
        Vector3d turn = (_rates.ArgumentOfPerigee * p.Cross(q)) + new Vector3d(0, 0, _rates.RightAscension);
        return (position, velocity + turn.Cross(position));
    }
}
