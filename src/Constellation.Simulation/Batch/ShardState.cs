namespace Constellation.Simulation;

/// <summary>What is found of a shard.</summary>
public enum ShardState
{
    Missing,

    Done,

    /// <summary>Its bytes are not those that were written.</summary>
    Altered,

    /// <summary>Of another sweep or another version.</summary>
    Foreign,
}
