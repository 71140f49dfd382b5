namespace Constellation.Simulation;

/// <summary>Navigation without the ground. Table <c>[autonomy]</c>; read by <c>links --what autonomy</c>.</summary>
public sealed record AutonomySettings
{
    /// <summary>Longest time without the ground, days: half a year, as the first autonomous constellation was specified.</summary>
    public const int MostDays = 180;

    /// <summary>From the scenario's start, days.</summary>
    public int Days { get; init; } = 60;

    /// <summary>Anchor stations that go on.</summary>
    public int Anchors { get; init; }

    /// <summary>They measure in every such round.</summary>
    public int AnchorEvery { get; init; } = 1;

    /// <summary>Whether the mean orientation of the orbital planes is held, once a day, to predictions that were stored on board when the ground was lost.</summary>
    public bool HoldOrientation { get; init; }
}
