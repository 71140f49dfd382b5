namespace Constellation.Viewer;

/// <summary>A panel about the window itself: it reads <see cref="PanelState.Window"/> and is worked by its controls.</summary>
internal interface IShellPanel : IPanel
{
    PanelDock Dock { get; }

    /// <summary>What its picture depends on, as a value: equal keys, equal pictures.</summary>
    object Key(ViewerModel model);

    /// <summary>What can be clicked, or chosen with arrow keys and worked with Enter, in the order of the keyboard.</summary>
    IReadOnlyList<PanelControl> Controls(Pen pen, PanelState state, SkiaSharp.SKRect area);
}
