namespace Constellation.Viewer;

/// <summary>Every panel that the window can open, in the order of its menu. Digits open them: the first is 1.</summary>
internal static class PanelList
{
    /// <summary>New ones: tables that a panel has read belong to one window.</summary>
    public static IReadOnlyList<IPanel> Create() =>
    [
        new LayersPanel(),
        new EventsPanel(),
        .. Data(),
        new MeasurePanel(),
        new SearchPanel(),
        new HelpPanel(),
    ];

    /// <summary>Panels about the run: they can be drawn without a window too.</summary>
    public static IReadOnlyList<IPanel> Data() => ContentPanels.Create();
}
