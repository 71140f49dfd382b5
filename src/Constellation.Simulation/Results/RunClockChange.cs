namespace Constellation.Simulation;

/// <summary>A clock of another kind took over on a satellite within the epochs of a run.</summary>
/// <remarks><c>Epoch</c> is when, as <see cref="RunManifest.Start"/>, <c>Clock</c> a name of the clock catalogue.</remarks>
public sealed record RunClockChange(string Epoch, string Clock);
