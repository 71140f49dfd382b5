namespace Constellation.Simulation;

/// <summary>A file that results of a batch follow from.</summary>
/// <param name="Name">Without its folder, which may be another one elsewhere.</param>
/// <param name="Sha256">Of its bytes.</param>
public sealed record BatchInput(string Name, string Sha256);
