using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Which panel, about what, and how large.</summary>
public sealed record PanelOptions
{
    /// <summary>Name of the panel.</summary>
    public required string Panel { get; init; }

    /// <summary>Null: the first epoch of the source.</summary>
    public Epoch? At { get; init; }

    public SatelliteId? Selected { get; init; }

    public GeodeticPoint? Site { get; init; }

    /// <summary>Pixels; null: as the panel likes it.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>Dark text on light ground, for paper.</summary>
    public bool Light { get; init; }

    /// <summary>Every name of a panel.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ContentPanels.Create().Select(p => p.Name)];
}
