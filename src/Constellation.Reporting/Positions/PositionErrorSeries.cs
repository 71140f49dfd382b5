using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>Errors of the positions of one receiver, epoch by epoch: what every figure of a positioning result starts from.</summary>
/// <remarks>Solution minus reference on local axes, m; NaN where there is no position, so that gaps are seen. All lists have the length of the epochs.</remarks>
public sealed record PositionErrorSeries
{
    /// <summary>Whose positions, for the titles: <c>ESBC, single point</c>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<Epoch> Epochs { get; init; }

    public required IReadOnlyList<double> East { get; init; }

    public required IReadOnlyList<double> North { get; init; }

    public required IReadOnlyList<double> Up { get; init; }

    /// <summary>What the errors are counted from, for the caption: <c>the position of the station</c>, <c>the mean of the positions</c>.</summary>
    public string Reference { get; init; } = "the true position";

    public int Solved => Up.Count(double.IsFinite);

    public double Horizontal(int epoch) => Math.Sqrt((East[epoch] * East[epoch]) + (North[epoch] * North[epoch]));

    public double Spatial(int epoch) => Math.Sqrt((East[epoch] * East[epoch]) + (North[epoch] * North[epoch]) + (Up[epoch] * Up[epoch]));

    /// <summary>Every figure of it, by the name that <c>--plot-kind</c> takes.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["enu", "scatter", "cdf"];

    public RunPlot Plot(string kind) => kind switch
    {
        "enu" => new PositionErrorPlot(this),
        "scatter" => new PositionScatterPlot(this),
        "cdf" => new PositionCdfPlot(this),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "enu, scatter or cdf"),
    };
}
