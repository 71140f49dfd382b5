namespace Constellation.Viewer;

/// <summary>A line of the legend.</summary>
/// <param name="Draw">Draws its sign about a place, px.</param>
/// <param name="Text">What the sign means.</param>
internal sealed record LegendLine(Action<float, float> Draw, string Text);
