namespace Constellation.Links;

/// <summary>What a generated schedule is to be good at: weights of its goals, 0 leaves one out. As many links at once as possible come before all of them.</summary>
public sealed record ScheduleGoals
{
    public static ScheduleGoals Default { get; } = new();

    /// <summary>Small PDOP of every satellite from the partners that it meets in a round.</summary>
    public double Geometry { get; init; } = 1;

    /// <summary>Many different partners of every satellite in a round, those first that were not met for long.</summary>
    public double Partners { get; init; } = 1;

    /// <summary>Few slots until what any satellite has to say is with one that the ground sees.</summary>
    public double Latency { get; init; } = 1;

    /// <summary>The same on a second way, for the day when a satellite fails.</summary>
    public double Robustness { get; init; } = 0.5;

    /// <summary>Terminals of every satellite that stay on neighbours of its own plane, where terminals outnumber them.</summary>
    public int Permanent { get; init; }
}
