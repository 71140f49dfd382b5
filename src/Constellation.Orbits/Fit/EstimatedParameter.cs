namespace Constellation.Orbits;

/// <summary>A parameter of a force that a fit estimates, by its name.</summary>
/// <param name="Name">As in <see cref="ForceParameter.Name"/>.</param>
/// <param name="Constraint">Standard deviation of the value that is in force before the fit, in the parameter's unit; infinite: nothing is known before.</param>
public readonly record struct EstimatedParameter(string Name, double Constraint = double.PositiveInfinity);
