using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Colours that people with colour-blindness can tell apart: the eight of Okabe and Ito.</summary>
internal static class PlotColors
{
    public static readonly Color
        Blue = Color.FromHex("#0072B2"), Vermilion = Color.FromHex("#D55E00"), Green = Color.FromHex("#009E73"), Orange = Color.FromHex("#E69F00"),
        Purple = Color.FromHex("#CC79A7"), Sky = Color.FromHex("#56B4E9"), Ink = Color.FromHex("#1F2933"), Grey = Color.FromHex("#8A94A0"),
        Faint = Color.FromHex("#E3E7EB"), NoData = Color.FromHex("#D5D9DE");

    private static readonly Color[] s_series = [Blue, Vermilion, Green, Purple, Orange, Sky, Color.FromHex("#7A5195"), Color.FromHex("#5B5B5B")];

    public static Color Series(int index) => s_series[index % s_series.Length];

    public static Color Of(string orbitClass) => orbitClass switch
    {
        "meo" => Blue,
        "igso" => Vermilion,
        "geo" => Green,
        _ => Purple,
    };

    /// <summary>A second mark of the class, for prints without colour.</summary>
    public static MarkerShape MarkerOf(string orbitClass) => orbitClass switch
    {
        "meo" => MarkerShape.FilledCircle,
        "igso" => MarkerShape.FilledSquare,
        "geo" => MarkerShape.FilledTriangleUp,
        _ => MarkerShape.FilledDiamond,
    };
}
