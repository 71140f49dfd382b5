using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The way of a receiver.</summary>
/// <remarks>Safe for threads.</remarks>
public interface ITrajectory
{
    /// <summary>As reports name it.</summary>
    string Name { get; }

    /// <summary>Never moves: the Earth's tides are told of such receivers only.</summary>
    bool IsStatic { get; }

    /// <summary>The way is not the ground's nor the air's: satellites are seen past the limb of the Earth, and there is no atmosphere.</summary>
    bool IsInSpace { get; }

    /// <summary>What it covers; null where it has no bounds.</summary>
    EpochSpan? Coverage { get; }

    /// <summary>False where the way is not known.</summary>
    bool TryAt(Epoch epoch, out ReceiverState state);
}
