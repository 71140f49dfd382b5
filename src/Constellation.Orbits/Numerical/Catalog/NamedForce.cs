namespace Constellation.Orbits;

/// <summary>A force that scenarios and commands name.</summary>
/// <param name="Name">Lower case, words joined by hyphens.</param>
/// <param name="Description">One line: what it is, its model and its size.</param>
/// <param name="Make">The force for an Earth and a satellite; null where the satellite does not feel it. Changes of the gravity field have none.</param>
/// <param name="Changes">What it changes in the gravity field: all such names of a selection make one force.</param>
public sealed record NamedForce(string Name, string Description, Func<ForceSetting, IForce?>? Make, GravityChanges Changes = GravityChanges.None);
