namespace Constellation.Clocks;

/// <summary>A time scale made of clocks.</summary>
/// <param name="Offsets">The scale minus the reference of its members, s, one a row.</param>
/// <param name="Used">Members that had weight at each row.</param>
/// <param name="Events">Jumps found on the way.</param>
public sealed record EnsembleScale(double[] Offsets, int[] Used, IReadOnlyList<EnsembleEvent> Events);
