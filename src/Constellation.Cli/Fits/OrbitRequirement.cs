namespace Constellation.Cli;

/// <summary>What a group of satellites must reach, medians of 3D rms, m; NaN where nothing is asked for.</summary>
/// <param name="Group">As <see cref="OrbitFitGroup"/> names it.</param>
/// <param name="Fit">Fit of arcs of a day.</param>
/// <param name="Prediction">Prediction over the next day.</param>
/// <param name="Week">Fit of an arc of a week.</param>
internal readonly record struct OrbitRequirement(string Group, double Fit, double Prediction, double Week)
{
    public static IReadOnlyList<OrbitRequirement> All { get; } =
    [
        new("GPS", 0.025, 0.25, 0.15),
        new("Galileo", 0.025, 0.25, 0.15),
        new("BDS-3 MEO", 0.05, 0.40, double.NaN),
        new("BDS IGSO", 0.10, double.NaN, double.NaN),
    ];
}
