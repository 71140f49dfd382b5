namespace Constellation.Orbits;

/// <summary>A parameter after a fit.</summary>
/// <param name="Name">As in <see cref="ForceParameter.Name"/>.</param>
/// <param name="Unit">SI unit.</param>
/// <param name="Value">Estimated value.</param>
/// <param name="Sigma">Its standard deviation, from the covariance scaled by the residuals.</param>
public readonly record struct FittedParameter(string Name, string Unit, double Value, double Sigma);
