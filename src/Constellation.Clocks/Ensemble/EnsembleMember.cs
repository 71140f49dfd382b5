namespace Constellation.Clocks;

/// <summary>A clock of an ensemble.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Offsets">Offset from a reference that all members share, s, on the ensemble's grid; NaN where missing.</param>
/// <param name="Model">Its noise: gives its weight and its filter.</param>
public sealed record EnsembleMember(string Name, double[] Offsets, ClockModel Model);
