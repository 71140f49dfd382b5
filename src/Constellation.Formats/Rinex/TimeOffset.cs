using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A broadcast difference of two system times: a0 + a1 dt + a2 dt^2 from <paramref name="Reference"/>.</summary>
/// <param name="Kind">RINEX code, <c>GAGP</c> for Galileo minus GPS, <c>GPUT</c> for GPS minus UTC.</param>
/// <param name="Satellite">Who sent it; null in a header.</param>
/// <param name="Reference">Null where the header gives none.</param>
/// <param name="A0">s.</param>
/// <param name="A1">s/s.</param>
/// <param name="A2">s/s^2.</param>
public sealed record TimeOffset(string Kind, SatelliteId? Satellite, Epoch? Reference, double A0, double A1, double A2);
