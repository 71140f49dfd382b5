using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>A satellite at transmission, on the ITRF axes of that instant.</summary>
/// <param name="Position">Of the point that its ranges start from: the antenna of a broadcast message; the centre of mass of a precise product, whose phase centres depend on the signal.</param>
/// <param name="Velocity">Relative to those axes, m/s.</param>
/// <param name="ClockOffset">Against system time, s, the relativistic eccentricity term included, no group delay applied.</param>
/// <param name="ClockRate">s/s.</param>
/// <param name="RangeSigma">Standard deviation of orbit and clock together in range, m: from URA, SISA; NaN where none is given.</param>
/// <param name="Message">The message it came from, whose group delays lead from its clock to a signal; null for a precise product.</param>
public readonly record struct TransmitterState(
    Position<Itrf> Position, Vector3d Velocity, double ClockOffset, double ClockRate, double RangeSigma, NavigationMessage? Message);
