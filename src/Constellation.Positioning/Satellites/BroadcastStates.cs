using System.Runtime.CompilerServices;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Satellites as their navigation messages describe them.</summary>
/// <remarks>
/// Unhealthy messages are given too, so that who refuses one can say why; <see cref="BroadcastRules"/> decide which message counts.
/// Against RTKLIB 2.4.3 every system is within 1 mm and 1 ps (<c>BroadcastStatesTests.Positions_and_clocks_equal_RTKLIB</c>).
/// </remarks>
public sealed class BroadcastStates(NavigationMessages messages, BroadcastRules? rules = null) : ISatelliteStates
{
    private readonly BroadcastRules _rules = rules ?? BroadcastRules.Default;

    public NavigationMessages Messages => messages;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAt(SatelliteId satellite, Epoch transmission, Epoch reception, out TransmitterState state)
    {
        state = default;
        if ((messages.Select(satellite, reception, _rules.For(satellite.System))
            ?? (_rules.Otherwise(satellite.System) is { } rule ? messages.Select(satellite, reception, rule) : null)) is not { } message)
        {
            return false;
        }

        StateVector orbit;
        double relativity = 0;
        if (message.Ephemeris is KeplerianEphemeris kepler && message.AddRelativisticEccentricity)
        {
            orbit = kepler.At(transmission, out relativity);
        }
        else if (message.Ephemeris.Validity.Contains(transmission))
        {
            orbit = message.Ephemeris.At(transmission);
            relativity = message.AddRelativisticEccentricity ? RelativisticClock.PeriodicOffset(orbit) : 0;
        }
        else
        {
            return false;
        }

        ClockPolynomial clock = message.Clock;
        double dt = (transmission - clock.Reference).TotalSeconds;
        state = new(
            new(orbit.Position), orbit.Velocity, clock.A0 + (dt * (clock.A1 + (dt * clock.A2))) + relativity, clock.A1 + (2 * dt * clock.A2), message.Accuracy, message);
        return true;
    }
}
