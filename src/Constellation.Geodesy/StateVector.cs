using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Position (m) and velocity (m/s) at an epoch, on the axes of <see cref="Frame"/>; an ITRF velocity is relative to the rotating axes.</summary>
public readonly record struct StateVector(Epoch Epoch, ReferenceFrame Frame, Vector3d Position, Vector3d Velocity)
{
    /// <summary>The position as a typed point; another frame than <typeparamref name="TFrame"/> is a broken promise.</summary>
    public Position<TFrame> PositionIn<TFrame>()
        where TFrame : struct, IFrame =>
        Frame == TFrame.Value ? new Position<TFrame>(Position) : throw new InvalidOperationException($"state is in {Frame}, asked for {TFrame.Value}");
}
