namespace Constellation.Viewer;

/// <summary>What happened to the window.</summary>
public enum ViewerInputKind
{
    Moved,
    Pressed,
    Released,
    Wheel,
    Key,
    Resized,
    Closed,
    Dropped,
}
