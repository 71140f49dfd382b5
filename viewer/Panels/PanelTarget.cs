using Constellation.Core;
using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What lies at a place of a panel: a click selects the satellite, goes to the epoch or does what <c>Do</c> says; hovering shows the hint.</summary>
internal sealed record PanelTarget(string Hint, SatelliteId? Satellite = null, Epoch? Epoch = null)
{
    /// <summary>For what is neither: a button of the window.</summary>
    public Action<ViewerModel>? Do { get; init; }

    /// <summary>What lights up under the pointer, px; null: nothing.</summary>
    public SKRect? Box { get; init; }
}
