namespace Constellation.Viewer;

/// <summary>A row of the legend: a marker, or a line, and what it means.</summary>
public sealed record LegendRow(string Text, Rgb Colour)
{
    /// <summary>Null: a line.</summary>
    public MarkerShape? Shape { get; init; }

    public bool Dashed { get; init; }
}
