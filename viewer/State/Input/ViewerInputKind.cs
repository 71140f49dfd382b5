namespace Constellation.Viewer;

/// <summary>What happened to the window.</summary>
public enum ViewerInputKind
{
    Moved,
    Pressed,
    Released,
    Wheel,
    Key,

    /// <summary>A letter, as the keyboard of the user has it.</summary>
    Typed,
    Resized,
    Closed,
    Dropped,
}
