using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What a panel is about.</summary>
internal sealed record PanelState(ISceneSource Source, GlobeScene Scene, SatelliteId? Selected, GeodeticPoint? Site, PanelTheme Theme)
{
    /// <summary>The window it is in, for panels about the window itself; null: a picture without one.</summary>
    public ViewerModel? Window { get; init; }
}
