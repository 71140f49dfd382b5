using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The chosen satellites of a source on Earth-fixed axes, epoch by epoch.</summary>
internal sealed class SatelliteSnapshots
{
    private readonly EphemerisSource _source;
    private readonly List<Position<Itrf>> _there = [];

    public SatelliteSnapshots(OrbitSource source) => (_source, Satellites) = (source.Ephemeris, source.Satellites);

    public IReadOnlyList<SatelliteId> Satellites { get; }

    /// <summary>Satellites that have a state then.</summary>
    public SatelliteSnapshot At(Epoch epoch)
    {
        _there.Clear();
        EarthRotation? rotation = null;
        foreach (SatelliteId id in Satellites)
        {
            if (_source.TryState(id, epoch, out StateVector state, out _))
            {
                _there.Add(state.Frame == ReferenceFrame.Itrf
                    ? new Position<Itrf>(state.Position)
                    : (rotation ??= EarthOrientation.BuiltIn.At(epoch)).ToItrf(new Position<Gcrf>(state.Position)));
            }
        }

        return SatelliteSnapshot.From(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_there));
    }
}
