using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The way of a signal from a satellite to a receiver through empty space: when it left, how far it is, how fast that changes.</summary>
/// <remarks>
/// Everything on the ITRF axes of reception. A satellite on GCRF axes is turned there by one rotation, exactly; one on ITRF axes of transmission by the Earth's
/// angular velocity over the light time, which leaves precession and the change of the pole over 0.1 s: below 0.1 mm. The delays of the air are not part
/// of the light time: 100 m of them would move a satellite's distance by 0.3 mm.
/// </remarks>
internal readonly record struct SignalPath
{
    /// <summary>m; where the satellite was when the signal left.</summary>
    public required Vector3d Satellite { get; init; }

    /// <summary>Towards the satellite.</summary>
    public required Vector3d Direction { get; init; }

    /// <summary>m.</summary>
    public required double Range { get; init; }

    /// <summary>Distance of the same two points if the axes had not turned between, m.</summary>
    public required double RangeUnturned { get; init; }

    /// <summary>dRange / dt of reception, m/s.</summary>
    public required double RangeRate { get; init; }

    public required TrueTransmission Transmission { get; init; }

    /// <summary>s/s, of the eccentricity term; zero where the clock holds it.</summary>
    public required double RelativityRate { get; init; }

    /// <summary>s/s, of the clock without relativity.</summary>
    public required double ClockRate { get; init; }

    /// <summary>Fixed point of the light time: each pass shrinks the error by range rate over c, to 1e-9 m.</summary>
    public static bool TryFind(TrueSatellite satellite, Epoch reception, Position<Itrf> receiver, Vector3d velocity, in EarthRotation earth, out SignalPath path)
    {
        path = default;
        const double c = PhysicalConstants.SpeedOfLight;
        double light = 0.075, range = 0;
        Vector3d position = default, motion = default;
        TrueTransmission sent = default;
        for (int pass = 0; pass < 8; pass++)
        {
            if (!satellite.TryAt(reception - Duration.FromSeconds(light), reception, out sent))
            {
                return false;
            }

            (position, motion) = OnAxesOfReception(sent.State, light, earth);
            range = (position - receiver.Vector).Norm;
            double before = light;
            light = range / c;
            if (Math.Abs(light - before) * c < 1e-6)
            {
                // What is left, 1e-6 m, times the range rate over c is nothing.
                break;
            }
        }

        Vector3d direction = (position - receiver.Vector) / range;
        Vector3d user = velocity + earth.AngularVelocityItrf.Cross(receiver.Vector);
        double rate = direction.Dot(motion - user) / (1 + (direction.Dot(motion) / c));
        double perReception = 1 - (rate / c);
        double clockRate = sent.ClockRate;
        if (double.IsNaN(clockRate))
        {
            // Files give offsets alone: their difference over a second.
            Duration half = Duration.FromSeconds(0.5);
            clockRate = satellite.TryAt(sent.State.Epoch + half, reception, out TrueTransmission after) && satellite.TryAt(sent.State.Epoch - half, reception, out TrueTransmission earlier) ? after.Clock - earlier.Clock : 0;
        }

        path = new()
        {
            Satellite = position,
            Direction = direction,
            Range = range,
            RangeUnturned = (Turn(position, light, earth.AngularVelocityItrf) - receiver.Vector).Norm,
            RangeRate = rate,
            Transmission = sent,
            RelativityRate = sent.Relativity == 0 ? 0 : RelativisticClock.PeriodicFrequency(sent.State) * perReception,
            ClockRate = clockRate * perReception,
        };
        return true;
    }

    /// <summary>Position, and inertial velocity, on the ITRF axes a light time later.</summary>
    private static (Vector3d Position, Vector3d Velocity) OnAxesOfReception(StateVector state, double light, in EarthRotation earth)
    {
        if (state.Frame == ReferenceFrame.Gcrf)
        {
            return (earth.GcrfToItrf * state.Position, earth.GcrfToItrf * state.Velocity);
        }

        Vector3d inertial = state.Velocity + earth.AngularVelocityItrf.Cross(state.Position);
        return (Turn(state.Position, -light, earth.AngularVelocityItrf), Turn(inertial, -light, earth.AngularVelocityItrf));
    }

    /// <summary>A vector turned by an angular velocity over a time: to the second order, the third being 1e-9 m.</summary>
    private static Vector3d Turn(Vector3d v, double time, Vector3d angularVelocity)
    {
        Vector3d angle = time * angularVelocity, first = angle.Cross(v);
        return v + first + (0.5 * angle.Cross(first));
    }
}
