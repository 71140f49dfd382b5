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
    private readonly List<Vector3d> _moving = [];
    private readonly List<int> _indices = [];

    public SatelliteSnapshots(OrbitSource source) => (_source, Satellites) = (source.Ephemeris, source.Satellites);

    public IReadOnlyList<SatelliteId> Satellites { get; }

    /// <summary>Satellites that have a state then; their indices are those in <see cref="Satellites"/>.</summary>
    public SatelliteSnapshot At(Epoch epoch) => At(epoch, out _);

    /// <summary>The same with velocities relative to ITRF axes, in the order of the snapshot; a source in inertial axes has that of the turning Earth taken away.</summary>
    public SatelliteSnapshot At(Epoch epoch, out Vector3d[] velocities)
    {
        _there.Clear();
        _moving.Clear();
        _indices.Clear();
        EarthRotation? rotation = null;
        for (int i = 0; i < Satellites.Count; i++)
        {
            if (_source.TryState(Satellites[i], epoch, out StateVector state, out _))
            {
                StateVector itrf = state.Frame == ReferenceFrame.Itrf ? state : (rotation ??= EarthOrientation.BuiltIn.At(epoch)).ToItrf(state);
                _there.Add(new Position<Itrf>(itrf.Position));
                _moving.Add(itrf.Velocity);
                _indices.Add(i);
            }
        }

        velocities = [.. _moving];
        return SatelliteSnapshot.From(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_there), _indices);
    }
}
