using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A satellite of a run's own truth.</summary>
/// <param name="id">Satellite.</param>
/// <param name="block">Its block.</param>
/// <param name="channel">FDMA channel.</param>
/// <param name="orbit">On GCRF axes; where it comes from a file, on ITRF axes.</param>
/// <param name="clock">Its clock.</param>
/// <param name="signalBias">What its signals have beyond the clock that the control segment determines, s.</param>
internal sealed class SimulatedSatellite(SatelliteId id, string block, int channel, IOrbit orbit, SatelliteClock clock, double signalBias) : TrueSatellite(id, block, channel)
{
    public override bool TryAt(Epoch transmission, Epoch reception, out TrueTransmission state)
    {
        state = default;
        if (!orbit.Validity.Contains(transmission) || !clock.Clock.Validity.Contains(transmission) || !clock.IsAvailable(transmission))
        {
            return false;
        }

        ClockState now = clock.Clock.At(transmission);
        StateVector at = orbit.At(transmission);
        state = new(at, now.Offset + signalBias, now.Frequency, RelativisticClock.PeriodicOffset(at));
        return true;
    }
}
