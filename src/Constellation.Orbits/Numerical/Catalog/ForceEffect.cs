using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>What leaving a force out does to an orbit.</summary>
/// <param name="Left">What is left out: a force by name, or <c>gravity above 8</c>.</param>
/// <param name="Acceleration">Root mean square of the acceleration that is missing, along the orbit, m/s^2.</param>
/// <param name="Error">Position without it less position with it at the end, in radial, along-track and cross-track components of the orbit with it, m.</param>
public sealed record ForceEffect(string Left, double Acceleration, Vector3d Error);
