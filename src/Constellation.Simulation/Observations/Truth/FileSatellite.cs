using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A satellite whose orbit and clock stand in files; it comes and goes with them.</summary>
/// <param name="id">Satellite.</param>
/// <param name="block">Its block.</param>
/// <param name="channel">FDMA channel.</param>
/// <param name="orbits">Orbits of antennas; null where messages give them.</param>
/// <param name="orbitMessages">Where orbits come from messages.</param>
/// <param name="clockMessages">Where clocks come from messages.</param>
/// <param name="table">Where the clock is a table.</param>
internal sealed class FileSatellite(
    SatelliteId id, string block, int channel, EphemerisSource? orbits, BroadcastStates? orbitMessages, BroadcastStates? clockMessages, TabulatedClock? table) : TrueSatellite(id, block, channel)
{
    public override bool TryAt(Epoch transmission, Epoch reception, out TrueTransmission state)
    {
        state = default;
        StateVector orbit;
        TransmitterState message = default;
        if (orbits is null)
        {
            if (!orbitMessages!.TryAt(Id, transmission, reception, out message))
            {
                return false;
            }

            orbit = new StateVector(transmission, ReferenceFrame.Itrf, message.Position.Vector, message.Velocity);
        }
        else if (!orbits.TryState(Id, transmission, out orbit, out _))
        {
            return false;
        }

        if (table is not null)
        {
            bool known = table.TryAt(transmission, out ClockState clock);
            state = new(orbit, clock.Offset, clock.Frequency, RelativisticClock.PeriodicOffset(orbit));
            return known;
        }

        if (!ReferenceEquals(clockMessages, orbitMessages) && !clockMessages!.TryAt(Id, transmission, reception, out message))
        {
            return false;
        }

        // A message's eccentricity term is the printed one, which goes with its polynomial; GLONASS has none.
        double polynomial = message.Message!.Clock.At(transmission).Offset;
        state = new(orbit, polynomial, message.ClockRate, message.ClockOffset - polynomial);
        return true;
    }
}
