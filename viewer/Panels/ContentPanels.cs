namespace Constellation.Viewer;

/// <summary>The panels about what a source holds, in the order in which people look for them.</summary>
internal static class ContentPanels
{
    public static IReadOnlyList<IPanel> Create() => [new SatellitePanel(), new SkyPanel(), new VisibilityPanel(), new ClocksPanel(), new LinksPanel(), new WaterfallPanel()];
}
