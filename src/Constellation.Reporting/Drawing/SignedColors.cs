using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Blue below zero, red above, white at it: the ends of the plot library's scale, which are both nearly black, are cut off.</summary>
internal sealed class SignedColors : IColormap
{
    private const double Cut = 0.14;
    private readonly ScottPlot.Colormaps.Balance _whole = new();

    public string Name => "signed";

    public Color GetColor(double position) => _whole.GetColor(Cut + ((1 - (2 * Cut)) * position));
}
