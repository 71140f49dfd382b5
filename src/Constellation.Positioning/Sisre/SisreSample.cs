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
public readonly record struct SisreSample(
    Epoch Epoch, SatelliteId Satellite, string Group, double AgeSeconds, SignalInSpaceError Error, double InRange, double Sisre, double OrbitSisre);
