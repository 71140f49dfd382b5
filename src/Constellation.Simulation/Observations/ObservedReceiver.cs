
namespace Constellation.Simulation;

/// <summary>A receiver to be simulated.</summary>
/// <param name="Marker">Name in files, of letters, digits, dashes and underscores.</param>
/// <param name="Trajectory">Its way.</param>
public sealed record ObservedReceiver(string Marker, ITrajectory Trajectory);
