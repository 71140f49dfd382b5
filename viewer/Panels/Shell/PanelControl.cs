using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A button, box or line of a panel.</summary>
/// <param name="Box">Where, px.</param>
/// <param name="Label">What is written on it.</param>
/// <param name="Hint">What it does, for hovering.</param>
/// <param name="Do">Does it; null: nothing to click.</param>
internal sealed record PanelControl(SKRect Box, string Label, string Hint, Action<ViewerModel>? Do)
{
    public ControlKind Kind { get; init; } = ControlKind.Button;

    /// <summary>Ticked, chosen, pressed.</summary>
    public bool On { get; init; }

    /// <summary>Written at the right end, softer: a key, a value.</summary>
    public string Detail { get; init; } = "";

    /// <summary>A sign instead of the label.</summary>
    public ControlSign Sign { get; init; }

    public PanelTarget? Target => Do is null && Hint.Length == 0 ? null : new PanelTarget(Hint) { Do = Do, Box = Do is null ? null : Box };
}
