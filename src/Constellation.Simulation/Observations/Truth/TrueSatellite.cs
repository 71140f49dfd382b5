using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A satellite that receivers may see.</summary>
/// <param name="id">Satellite.</param>
/// <param name="block">Its block, which decides what it sends.</param>
/// <param name="channel">FDMA channel of GLONASS, 0 for others.</param>
internal abstract class TrueSatellite(SatelliteId id, string block, int channel)
{
    public SatelliteId Id => id;

    public string Block => block;

    public int Channel => channel;

    /// <summary>How its block turns; nominal yaw steering where that is not known.</summary>
    public required IAttitudeLaw Attitude { get; init; }

    /// <summary>False where it has no orbit or no working clock.</summary>
    /// <param name="transmission">When the signal leaves.</param>
    /// <param name="reception">When it comes: where truth is made of messages, this says which one.</param>
    /// <param name="state">Only where true is returned.</param>
    public abstract bool TryAt(Epoch transmission, Epoch reception, out TrueTransmission state);
}
