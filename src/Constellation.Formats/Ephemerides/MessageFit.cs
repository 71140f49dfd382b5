using Constellation.Core;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A message that was made of an orbit and a clock, and how well it meets them.</summary>
/// <param name="Message">With the bits of its kind.</param>
/// <param name="Toe">Reference epoch.</param>
/// <param name="Exact">Orbit before rounding.</param>
/// <param name="Quantised">Orbit of the message.</param>
/// <param name="ClockRms">Root mean square of the clock polynomial minus the clock, s; NaN where the source has no clock.</param>
/// <param name="QuantisedClockRms">The same of the message's polynomial.</param>
public sealed record MessageFit(NavigationMessage Message, Epoch Toe, FitErrors Exact, FitErrors Quantised, double ClockRms, double QuantisedClockRms);
