using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>A satellite as it really is when a signal leaves it.</summary>
/// <param name="State">Of the antenna, on GCRF or ITRF axes of that instant.</param>
/// <param name="Clock">Offset from system time, s.</param>
/// <param name="ClockRate">s/s; NaN where the source gives offsets alone.</param>
/// <param name="HoldsRelativity">Whether the eccentricity term is in the offset already, as GLONASS broadcasts it.</param>
internal readonly record struct TrueTransmission(StateVector State, double Clock, double ClockRate, bool HoldsRelativity);
