using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Antenna offsets by satellite and time: PRN change hands.</summary>
public sealed class SatelliteAntennas
{
    private readonly Dictionary<SatelliteId, List<(EpochSpan Span, AntennaOffset Offset)>> _entries = [];

    public static SatelliteAntennas None { get; } = new();

    public void Add(SatelliteId satellite, EpochSpan span, AntennaOffset offset)
    {
        if (!_entries.TryGetValue(satellite, out List<(EpochSpan, AntennaOffset)>? list))
        {
            _entries.Add(satellite, list = []);
        }

        list.Add((span, offset));
    }

    /// <summary>The entry that began last among those valid at the epoch; <see cref="AntennaOffset.Unknown"/> without one.</summary>
    public AntennaOffset At(SatelliteId satellite, Epoch epoch)
    {
        (Epoch began, AntennaOffset offset) = (default, AntennaOffset.Unknown);
        foreach ((EpochSpan span, AntennaOffset candidate) in _entries.GetValueOrDefault(satellite) ?? [])
        {
            if (span.Contains(epoch) && (offset == AntennaOffset.Unknown || span.First >= began))
            {
                (began, offset) = (span.First, candidate);
            }
        }

        return offset;
    }

    /// <summary>The same table with the product offsets replaced where <paramref name="product"/> knows the satellite: an antenna file overrides what is built in.</summary>
    public AntennaOffset At(SatelliteId satellite, Epoch epoch, Func<SatelliteId, Epoch, Vector3d?> product)
    {
        AntennaOffset offset = At(satellite, epoch);
        return product(satellite, epoch) is { } own
            ? offset with { Product = own, Broadcast = offset == AntennaOffset.Unknown ? own : offset.Broadcast }
            : offset;
    }
}
