using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Satellites whose clocks feel a temperature. Table <c>[[clocks.thermal]]</c>.</summary>
/// <param name="Satellites">By id.</param>
/// <param name="Profile">Of the temperature.</param>
/// <param name="Coefficient">Fractional frequency per kelvin; null: that of the clock's kind.</param>
public sealed record ClockTemperature(IReadOnlyList<SatelliteId> Satellites, ThermalProfile Profile, double? Coefficient);
