using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Autonomous navigation over one interval: root mean squares over its rounds, m where nothing else is said.</summary>
/// <param name="Epoch">End of the interval.</param>
/// <param name="Days">Since the ground was lost.</param>
/// <param name="Split">Root mean squares of the split; turn and common time are those at the end.</param>
/// <param name="Predicted">The same of predictions two hours old.</param>
/// <param name="Orientation">Error of the predicted Earth orientation at the end.</param>
/// <param name="Inertial">URE of the turn that the net would have with the true Earth orientation.</param>
/// <param name="Links">Measured crosslinks and anchor links, per round.</param>
public sealed record AutonomyRow(Epoch Epoch, double Days, UreSplit Split, UreSplit Predicted, OrientationError Orientation, double Inertial, double Links);
