using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>An observation after a fit.</summary>
/// <param name="Observation">What was observed.</param>
/// <param name="Computed">The fitted state at its epoch, in GCRF.</param>
/// <param name="Normalised">The largest of its residuals over its standard deviation, absolute.</param>
/// <param name="Used">False: rejected as an outlier.</param>
public readonly record struct ObservationResidual(IOrbitObservation Observation, StateVector Computed, double Normalised, bool Used);
