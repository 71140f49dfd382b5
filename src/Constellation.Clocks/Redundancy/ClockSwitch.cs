using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>One change of the clock that a satellite works with.</summary>
/// <param name="Lost">When the one before ended or was taken off.</param>
/// <param name="Restored">When this one took over.</param>
/// <param name="Unit">Its index.</param>
/// <param name="PhaseError">Step of the output's phase against its extrapolation, s.</param>
/// <param name="FrequencyError">Step of the output's frequency.</param>
public readonly record struct ClockSwitch(Epoch Lost, Epoch Restored, int Unit, double PhaseError, double FrequencyError)
{
    /// <summary>What went with a clock that had jumped: the extrapolation of what it was while trusted, less that of its end. None where it failed without a word.</summary>
    public ClockState Correction { get; init; }
}
