namespace Constellation.Simulation;

/// <summary>What decides when a satellite gets a new prediction.</summary>
public enum UploadMode
{
    /// <summary>The clock alone: every satellite in its turn, wherever it is.</summary>
    Interval,

    /// <summary>A way from the ground: in view of a station, or over the crosslinks.</summary>
    Network,
}
