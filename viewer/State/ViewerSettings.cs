namespace Constellation.Viewer;

/// <summary>How a window begins, beside its first picture.</summary>
public sealed record ViewerSettings
{
    /// <summary>Bounds of the scale of text and panels.</summary>
    public const double LeastUiScale = 0.6, GreatestUiScale = 4;

    /// <summary>Scale of text and panels: 1 on a usual screen, 2 on one with twice the pixels. Null: that of the screen.</summary>
    public double? UiScale { get; init; }

    /// <summary>Light panels.</summary>
    public bool Light { get; init; }

    /// <summary>Names of the panels that are open.</summary>
    public IReadOnlyList<string> Panels { get; init; } = [];

    /// <summary>Every panel that can be open, by name.</summary>
    public static IReadOnlyList<string> KnownPanels => [.. PanelList.Create().Select(p => p.Name)];
}
