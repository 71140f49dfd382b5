namespace Constellation.Viewer;

/// <summary>What colours of satellites mean: classes, or a scale of values.</summary>
/// <param name="Title">What they tell.</param>
/// <param name="Classes">Empty where values are told.</param>
public sealed record ColourKey(string Title, IReadOnlyList<LegendRow> Classes)
{
    public string Unit { get; init; } = "";

    /// <summary>Null for classes.</summary>
    public TickScale? Scale { get; init; }

    public ColourMap Colours { get; init; } = ColourMap.Viridis;
}
