using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from an SP3 table: interpolated orbits, clocks joined by lines.</summary>
internal sealed class Sp3EphemerisSource : EphemerisSource
{
    private readonly SortedDictionary<SatelliteId, (TabulatedOrbit Orbit, TabulatedClock? Clock)> _tables = [];
    private readonly Sp3File _file;

    public Sp3EphemerisSource(Sp3File file)
    {
        _file = file;
        foreach (Sp3Satellite satellite in file.Satellites)
        {
            if (file.Orbit(satellite.Id) is { } orbit)
            {
                _tables[satellite.Id] = (orbit, file.Clock(satellite.Id));
            }
        }

        Satellites = [.. _tables.Keys];
    }

    public override IReadOnlyList<SatelliteId> Satellites { get; }

    public override EpochSpan? Coverage => _file.Epochs.Length == 0 ? null : new EpochSpan(_file.Epochs[0], _file.Epochs[^1]);

    public override Duration? Interval => _file.Interval;

    public override OrbitPoint Point => _file.IsOfAntennas ? OrbitPoint.Antenna : OrbitPoint.CentreOfMass;

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (!_tables.TryGetValue(satellite, out (TabulatedOrbit Orbit, TabulatedClock? Clock) table) || !table.Orbit.TryAt(epoch, out state))
        {
            return false;
        }

        clockOffset = table.Clock is { } clock && clock.TryAt(epoch, out ClockState read) ? read.Offset : double.NaN;
        return true;
    }
}
