using Constellation.Core;

namespace Constellation.Formats;

/// <summary>That a satellite, known by its international designator, sent a PRN or held a slot from one day to another (UTC, both included).</summary>
internal readonly record struct GnssVehicle(SatelliteId Satellite, string Designator, DateOnly First, DateOnly Last);
