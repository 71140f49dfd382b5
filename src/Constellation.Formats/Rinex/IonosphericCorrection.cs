using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Ionosphere coefficients that a system broadcast, from the header (RINEX 3) or an ION record (RINEX 4).</summary>
/// <param name="System">Who broadcast them.</param>
/// <param name="Model">What they feed.</param>
/// <param name="Satellite">The satellite they were read from; null in a header.</param>
/// <param name="Transmission">When they were sent; null in a header.</param>
/// <param name="Coefficients">In the order and the units of the message; see <see cref="IonosphericModel"/>.</param>
public sealed record IonosphericCorrection(
    GnssSystem System, IonosphericModel Model, SatelliteId? Satellite, Epoch? Transmission, IReadOnlyList<double> Coefficients);
