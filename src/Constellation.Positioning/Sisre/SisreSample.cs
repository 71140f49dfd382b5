using Constellation.Core;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The signal-in-space error of one satellite at one epoch; the clock datum of its group is removed.</summary>
/// <param name="Epoch">When.</param>
/// <param name="Satellite">Who.</param>
/// <param name="Group">Satellites that share a datum: a system, or a generation of it.</param>
/// <param name="AgeSeconds">Epoch minus reference epoch of the message.</param>
/// <param name="Error">Broadcast minus precise.</param>
/// <param name="InRange">w_R R - C: the part that all users see alike, m.</param>
/// <param name="Sisre">m.</param>
/// <param name="OrbitSisre">m.</param>
/// <param name="WorstUser">Size of the range error of the user on the visible Earth whom it hurts most, m.</param>
public readonly record struct SisreSample(
    Epoch Epoch, SatelliteId Satellite, string Group, double AgeSeconds, SignalInSpaceError Error, double InRange, double Sisre, double OrbitSisre, double WorstUser)
{
    /// <summary>From an error and what is known of the orbit.</summary>
    /// <param name="epoch">When.</param>
    /// <param name="satellite">Who.</param>
    /// <param name="group">Satellites that are counted together.</param>
    /// <param name="ageSeconds">Epoch minus reference epoch of the message.</param>
    /// <param name="error">Broadcast minus precise.</param>
    /// <param name="weights">For its orbit.</param>
    /// <param name="distance">From the geocentre, m.</param>
    public static SisreSample Of(Epoch epoch, SatelliteId satellite, string group, double ageSeconds, SignalInSpaceError error, SisreWeights weights, double distance) => new(
        epoch, satellite, group, ageSeconds, error, (weights.Radial * error.Radial) - error.Clock, error.Sisre(weights), error.OrbitSisre(weights), error.WorstUser(distance));
}
