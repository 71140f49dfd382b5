namespace Constellation.Viewer;

/// <summary>Signs on buttons that need no word.</summary>
internal enum ControlSign
{
    None,
    Play,
    PlayBack,
    Pause,
    Next,
    Previous,
    First,
    Last,
}
