using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Orbits and clocks of a message at many equally spaced epochs, as a user computes them.</summary>
public static class MessageEvaluation
{
    /// <summary>Fills states and clock offsets (s) at start, start + step, ...; offsets hold the relativistic eccentricity term where the message leaves it to the user.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An epoch lies outside the validity of the ephemeris.</exception>
    public static void Fill(this NavigationMessage message, Epoch start, Duration step, Span<StateVector> states, Span<double> clockOffsets)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(clockOffsets.Length, states.Length);
        message.Ephemeris.Fill(start, step, states);
        ClockPolynomial clock = message.Clock;
        double first = (start - clock.Reference).TotalSeconds, between = step.TotalSeconds;
        for (int i = 0; i < states.Length; i++)
        {
            double dt = first + (i * between);
            clockOffsets[i] = clock.A0 + (dt * (clock.A1 + (dt * clock.A2))) + (message.AddRelativisticEccentricity ? RelativisticClock.PeriodicOffset(states[i]) : 0);
        }
    }
}
