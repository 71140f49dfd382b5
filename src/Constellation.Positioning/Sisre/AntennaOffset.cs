using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Where the antenna of a satellite is, on its body axes (m): z to the Earth, y along the solar panels, x in the half plane of the Sun.</summary>
/// <param name="Block">Block name, <c>BDS-3M-CAST</c>.</param>
/// <param name="Product">Phase centre of the ionosphere-free pair, as the makers of precise products apply it.</param>
/// <param name="Broadcast">The point that the operator's ephemeris describes.</param>
public sealed record AntennaOffset(string Block, Vector3d Product, Vector3d Broadcast)
{
    /// <summary>Delay of the second signal of a GLONASS satellite against the first (s), for messages that carry none; NaN: not known.</summary>
    public double SecondDelay { get; init; } = double.NaN;

    /// <summary>A satellite of which nothing is known: its antenna is at the centre of mass.</summary>
    public static AntennaOffset Unknown { get; } = new("", Vector3d.Zero, Vector3d.Zero);
}
