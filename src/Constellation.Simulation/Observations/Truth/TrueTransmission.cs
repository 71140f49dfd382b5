using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>A satellite as it really is when a signal leaves it.</summary>
/// <param name="State">Of the antenna, on GCRF or ITRF axes of that instant.</param>
/// <param name="Clock">Offset from system time, s, without relativity.</param>
/// <param name="ClockRate">s/s; NaN where the source gives offsets alone.</param>
/// <param name="Relativity">The eccentricity term of the clock, s: -2 r.v / c^2, or what a message has in its place.</param>
internal readonly record struct TrueTransmission(StateVector State, double Clock, double ClockRate, double Relativity);
