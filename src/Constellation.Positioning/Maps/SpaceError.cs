using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>What a satellite's message is off by at an epoch: broadcast minus truth, on ITRF axes, m. NaN in the clock: nothing is known.</summary>
public readonly record struct SpaceError(Vector3d Orbit, double Clock)
{
    public static SpaceError Unknown { get; } = new(Vector3d.Zero, double.NaN);

    public bool IsKnown => !double.IsNaN(Clock);
}
