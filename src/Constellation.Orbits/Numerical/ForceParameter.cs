namespace Constellation.Orbits;

/// <summary>One number of a force that can be estimated.</summary>
/// <param name="Name">Short name in the literature's notation: <c>D0</c>, <c>Y0</c>, <c>B1c</c>, <c>C_R A/m</c>.</param>
/// <param name="Unit">SI unit, such as <c>m/s^2</c>.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Scale">A typical size in that unit: scales the variational equations and, where asked for, bounds the estimate.</param>
public readonly record struct ForceParameter(string Name, string Unit, double Value, double Scale);
