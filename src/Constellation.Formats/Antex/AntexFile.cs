using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Satellite antennas of an ANTEX file; receiver antennas are counted, not kept.</summary>
public sealed record AntexFile
{
    public required double Version { get; init; }

    public required IReadOnlyList<SatelliteAntenna> Satellites { get; init; }

    public required int ReceiverAntennas { get; init; }

    /// <summary>The antenna that flew under this number at the epoch, or null.</summary>
    public SatelliteAntenna? Find(SatelliteId satellite, Epoch epoch) =>
        Satellites.FirstOrDefault(a => a.Satellite == satellite && a.Validity.Contains(epoch));
}
