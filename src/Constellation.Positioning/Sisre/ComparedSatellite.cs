namespace Constellation.Positioning;

/// <summary>A satellite at one epoch by its message and by a precise product, brought to one antenna, one pair of codes and one clock datum.</summary>
/// <param name="State">Both sides; relativity is in both clocks.</param>
/// <param name="Group">Satellites that share a datum: a system, or a generation of it.</param>
/// <param name="Reported">Satellites that are counted together: of a datum group, the geostationary ones apart.</param>
/// <param name="Weights">For its orbit.</param>
public readonly record struct ComparedSatellite(SatelliteEpochState State, string Group, string Reported, SisreWeights Weights)
{
    public SignalInSpaceError Error => SignalInSpaceError.Of(State);
}
