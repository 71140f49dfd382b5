using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>How a slot fares.</summary>
/// <param name="Satellite">That has it at the start.</param>
/// <param name="Serving">Share of time.</param>
/// <param name="Vacant">Share of time without a satellite.</param>
/// <param name="InterruptionsPerYear">Announced and not.</param>
public sealed record SlotAvailability(SatelliteDefinition Satellite, AvailabilityEstimate Serving, double Vacant, double InterruptionsPerYear);
