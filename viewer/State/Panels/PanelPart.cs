namespace Constellation.Viewer;

/// <summary>What of a panel lies under the pointer.</summary>
internal enum PanelPart
{
    None,
    Title,
    Close,

    /// <summary>The right lower corner, which resizes.</summary>
    Corner,
    Body,
}
