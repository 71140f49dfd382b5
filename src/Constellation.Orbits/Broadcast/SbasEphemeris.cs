using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The orbit that a geostationary augmentation satellite broadcasts: Earth-fixed state and acceleration, carried on as a parabola.</summary>
/// <remarks>[DO229] A.4.4.11, message type 9. Renewed every two minutes: a quarter of an hour from its time a parabola is off by metres.</remarks>
public sealed class SbasEphemeris(Epoch reference, Vector3d position, Vector3d velocity, Vector3d acceleration) : IOrbit
{
    public Epoch Reference { get; } = reference;

    public Vector3d Position { get; } = position;

    public Vector3d Velocity { get; } = velocity;

    public Vector3d Acceleration { get; } = acceleration;

    public ReferenceFrame Frame => ReferenceFrame.Itrf;

    public EpochSpan Validity { get; } = new(reference - Duration.FromMinutes(15), reference + Duration.FromMinutes(15));

    public StateVector At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the ephemeris of {Reference} may be asked from {Validity.First} to {Validity.Last}");
        }

        double dt = (epoch - Reference).TotalSeconds;
        return new StateVector(epoch, ReferenceFrame.Itrf, Position + (dt * Velocity) + (0.5 * dt * dt * Acceleration), Velocity + (dt * Acceleration));
    }
}
