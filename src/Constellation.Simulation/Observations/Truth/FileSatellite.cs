using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A satellite whose orbit and clock stand in files; it comes and goes with them.</summary>
/// <param name="id">Satellite.</param>
/// <param name="block">Its block.</param>
/// <param name="channel">FDMA channel.</param>
/// <param name="orbits">Orbits of antennas.</param>
/// <param name="clocks">The same object where orbits and clocks come from one message; null where clocks are tables.</param>
/// <param name="table">The clock, where it is a table.</param>
internal sealed class FileSatellite(SatelliteId id, string block, int channel, EphemerisSource orbits, EphemerisSource? clocks, TabulatedClock? table) : TrueSatellite(id, block, channel)
{
    public override bool TryAt(Epoch transmission, out TrueTransmission state)
    {
        state = default;
        if (!orbits.TryState(Id, transmission, out Geodesy.StateVector orbit, out double offset))
        {
            return false;
        }

        double rate = double.NaN;
        if (table is not null)
        {
            if (!table.TryAt(transmission, out ClockState clock))
            {
                return false;
            }

            (offset, rate) = (clock.Offset, clock.Frequency);
        }
        else if (clocks is not null && !ReferenceEquals(clocks, orbits) && !clocks.TryState(Id, transmission, out _, out offset))
        {
            return false;
        }

        state = new(orbit, offset, rate, HoldsRelativity: Id.System == GnssSystem.Glonass && table is null);
        return !double.IsNaN(offset);
    }
}
