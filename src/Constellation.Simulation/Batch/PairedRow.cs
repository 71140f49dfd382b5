namespace Constellation.Simulation;

/// <summary>What a batch says of one metric at one point, alone and against the first point.</summary>
/// <param name="Metric">As in the results.</param>
/// <param name="Scope">The whole, or all users on the Earth.</param>
/// <param name="Unit">Of all values.</param>
/// <param name="Point">Index.</param>
/// <param name="Seeds">Runs with a value.</param>
/// <param name="Mean">Over seeds.</param>
/// <param name="MeanHalf">Half of the 95 % interval of the mean.</param>
/// <param name="Pairs">Seeds with a value here and at the first point.</param>
/// <param name="Difference">Mean of the differences to the first point, seed by seed.</param>
/// <param name="DifferenceHalf">Half of its 95 % interval: the smallest difference that these seeds can prove.</param>
public sealed record PairedRow(string Metric, string Scope, string Unit, int Point, int Seeds, double Mean, double MeanHalf, int Pairs, double Difference, double DifferenceHalf)
{
    /// <summary>Whether zero lies outside the interval.</summary>
    public bool IsProven => Math.Abs(Difference) > DifferenceHalf;
}
