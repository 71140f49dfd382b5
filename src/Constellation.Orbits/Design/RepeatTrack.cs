using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Orbits whose ground track closes after a whole number of revolutions in a whole number of turns of the Earth under the orbit's plane.</summary>
/// <remarks>
/// [Vallado13] 11.4.2 with J2 secular rates: N (omega_E - dNode/dt) = D (dM/dt + dPerigee/dt). The axis is a mean one, of <see cref="SecularRates"/>; a day is a nodal day, 4 min
/// short of a solar day and some seconds longer or shorter than a sidereal one. Luni-solar and tesseral forces make a real track wander (<see cref="Closure"/>).
/// </remarks>
public static class RepeatTrack
{
    private const double LeastAxis = 6.4e6, GreatestAxis = 5e8;

    /// <summary>Mean semi-major axis, m.</summary>
    /// <param name="revolutions">N.</param>
    /// <param name="days">D.</param>
    /// <param name="eccentricity">Mean eccentricity.</param>
    /// <param name="inclination">rad.</param>
    /// <exception cref="ArgumentException">No orbit above the Earth does it.</exception>
    public static double SemiMajorAxis(int revolutions, int days, double eccentricity, double inclination)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(revolutions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        double low = LeastAxis / (1 - eccentricity), high = GreatestAxis;
        if (!(Excess(low) > 0 && Excess(high) < 0))
        {
            throw new ArgumentException($"no orbit above the Earth makes {revolutions} revolutions in {days} days", nameof(revolutions));
        }

        while (high - low > 1e-6 * 0.5 && 0.5 * (low + high) is double middle && middle > low && middle < high)
        {
            (low, high) = Excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);

        double Excess(double axis)
        {
            SecularRates rates = SecularRates.Of(new MeanElements(axis, eccentricity, inclination, 0, 0, 0));
            return (days * rates.ArgumentOfLatitude) - (revolutions * (PhysicalConstants.EarthAngularVelocity - rates.RightAscension));
        }
    }

    /// <summary>Time from one ascending node to the next.</summary>
    public static Duration NodalPeriod(MeanElements elements) => Duration.FromSeconds(2 * Math.PI / SecularRates.Of(elements).ArgumentOfLatitude);

    /// <summary>How far east of its first ascending node an integrated orbit crosses the equator after the revolutions, rad of longitude.</summary>
    /// <param name="elements">Mean elements at the start; they are moved to the node.</param>
    /// <param name="revolutions">N.</param>
    /// <param name="start">Epoch of the elements.</param>
    /// <param name="forces">What the orbit feels.</param>
    public static double Closure(MeanElements elements, int revolutions, Epoch start, ForceModel forces)
    {
        ArgumentNullException.ThrowIfNull(forces);
        MeanElements atNode = elements with { MeanAnomaly = MeanAnomalyAtNode(elements) };
        StateVector first = new KeplerJ2Orbit(atNode, start).OsculatingAt(start);
        Duration period = NodalPeriod(atNode), margin = Duration.FromSeconds(0.1 * period.TotalSeconds);
        Epoch guess = start + Duration.FromSeconds(revolutions * period.TotalSeconds);
        NumericalOrbit orbit = NumericalPropagator.Propagate(first, new EpochSpan(start - margin, guess + margin), forces);
        double difference = Longitude(orbit, guess, forces.Earth) - Longitude(orbit, start, forces.Earth);
        return Math.IEEERemainder(difference, 2 * Math.PI);
    }

    /// <summary>Longitude of the ascending node near an epoch, on the Earth's equator of date as the forces' Earth orientation has it.</summary>
    private static double Longitude(NumericalOrbit orbit, Epoch near, IEarthOrientation earth)
    {
        Epoch at = near;
        StateVector state = default;
        for (int i = 0; i < 20; i++)
        {
            state = earth.At(at).ToItrf(orbit.At(at));
            double step = -state.Position.Z / state.Velocity.Z;
            Epoch next = at + Duration.FromSeconds(step);
            if (!orbit.Validity.Contains(next))
            {
                break;
            }

            at = next;
            if (Math.Abs(step) < 1e-9)
            {
                break;
            }
        }

        return Math.Atan2(state.Position.Y, state.Position.X);
    }

    private static double MeanAnomalyAtNode(MeanElements elements)
    {
        double e = elements.Eccentricity, half = -0.5 * elements.ArgumentOfPerigee;
        double anomaly = 2 * Math.Atan2(Math.Sqrt(1 - e) * Math.Sin(half), Math.Sqrt(1 + e) * Math.Cos(half));
        return anomaly - (e * Math.Sin(anomaly));
    }
}
