using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>What an operator knows to have changed about a satellite's clock: a command that it gave, or a take-over that the satellite reported.</summary>
/// <param name="Epoch">When.</param>
public sealed record ClockNotice(Epoch Epoch)
{
    /// <summary>Commanded step of the fractional frequency.</summary>
    public double FrequencyStep { get; init; }

    /// <summary>Unknown step of the phase, s, one sigma.</summary>
    public double PhaseSigma { get; init; }

    /// <summary>Unknown step of the fractional frequency, one sigma.</summary>
    public double FrequencySigma { get; init; }

    /// <summary>Kind of the clock that works from then on; null: as before.</summary>
    public ClockModel? Kind { get; init; }
}
