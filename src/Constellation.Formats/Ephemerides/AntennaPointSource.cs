using System.Collections.Concurrent;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>An orbit moved from the centre of mass to the antenna or back, by antenna offsets and the attitude law of the satellite's block.</summary>
/// <remarks>
/// The antenna is that of the ionosphere-free pair: for precise orbits the one that an antenna file gives, for broadcast orbits the operator's. Attitude laws are those of the blocks
/// where the table of satellites has them, turns at noon and midnight included, nominal yaw steering elsewhere. A satellite without an offset has no state.
/// </remarks>
public sealed class AntennaPointSource : EphemerisSource
{
    private readonly EphemerisSource _inner;
    private readonly ProductAntennas _antennas;
    private readonly OrbitPoint _point;
    private readonly ConcurrentDictionary<SatelliteId, bool> _unknown = [];

    /// <param name="inner">The orbits.</param>
    /// <param name="point">Which point is wanted.</param>
    /// <param name="antennas">Where the antennas are.</param>
    public AntennaPointSource(EphemerisSource inner, OrbitPoint point, ProductAntennas antennas) => (_inner, _point, _antennas) = (inner, point, antennas);

    public override IReadOnlyList<SatelliteId> Satellites => _inner.Satellites;

    public override EpochSpan? Coverage => _inner.Coverage;

    public override Duration? Interval => _inner.Interval;

    public override IReadOnlyList<Diagnostic> Warnings => _inner.Warnings;

    public override IReadOnlyList<Diagnostic> Notes => _inner.Notes;

    public override OrbitPoint Point => _point;

    /// <summary>Satellites that were asked for and have no antenna.</summary>
    public IEnumerable<SatelliteId> Unknown => _unknown.Keys.Order();

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        if (!_inner.TryState(satellite, epoch, out state, out clockOffset))
        {
            return false;
        }

        if (_point == _inner.Point)
        {
            return true;
        }

        AntennaOffset offset = _antennas.At(satellite, epoch);
        if (offset == AntennaOffset.Unknown)
        {
            _unknown.TryAdd(satellite, true);
            return false;
        }

        Vector3d body = _point == OrbitPoint.Antenna ? offset.Product : -1.0 * offset.Broadcast;
        StateVector gcrf = FrameTurns.To(ReferenceFrame.Gcrf, state);
        IAttitudeLaw law = SatelliteProperties.Covers(satellite) ? SatelliteProperties.For(satellite, epoch).Attitude : NominalYaw.Instance;
        Vector3d sun = Sun.PositionGcrf(epoch).Vector;

        // The offset turns with the body, 0.1 mm/s to 1 mm/s: its rate from half a second before to half a second after.
        Vector3d half = 0.5 * gcrf.Velocity, pull = -PhysicalConstants.EarthGravitationalParameter / Math.Pow(gcrf.Position.Norm, 3) * gcrf.Position;
        Vector3d before = law.At(gcrf.Position - half, gcrf.Velocity - (0.5 * pull), sun).ToGcrf(body), after = law.At(gcrf.Position + half, gcrf.Velocity + (0.5 * pull), sun).ToGcrf(body);
        state = new StateVector(epoch, ReferenceFrame.Gcrf, gcrf.Position + law.At(gcrf.Position, gcrf.Velocity, sun).ToGcrf(body), gcrf.Velocity + (after - before));
        return true;
    }
}
