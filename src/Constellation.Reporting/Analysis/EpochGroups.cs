namespace Constellation.Reporting;

/// <summary>Neighbouring epochs that share a point of a curve, so that a figure of a long run stays small.</summary>
/// <param name="Epochs">Epochs of the run.</param>
internal readonly record struct EpochGroups(int Epochs)
{
    private const int MostPoints = 1500;

    /// <summary>Epochs of a point; 1 up to 1500 epochs.</summary>
    public int Size => Math.Max(1, (Epochs + MostPoints - 1) / MostPoints);

    public int Count => (Epochs + Size - 1) / Size;

    public int Of(int epoch) => epoch / Size;

    /// <summary>The largest value of each group; NaN where it has none.</summary>
    public double[] Largest(IReadOnlyList<double> values) => Reduce(values, Math.Max);

    /// <summary>The smallest value of each group; NaN where it has none.</summary>
    public double[] Smallest(IReadOnlyList<double> values) => Reduce(values, Math.Min);

    /// <summary>What a caption says of points that stand for several epochs; nothing where each is one.</summary>
    public string Remark(params string[] statistics) => Size == 1 ? "" : $" Each point: {string.Join(" or ", statistics)} of {Size} epochs.";

    /// <summary>Where the point lies, in epochs from the first: the middle of its epochs.</summary>
    public double Middle(int group) => (group * Size) + (0.5 * (Math.Min(Size, Epochs - (group * Size)) - 1));

    private double[] Reduce(IReadOnlyList<double> values, Func<double, double, double> choose)
    {
        double[] chosen = new double[Count];
        Array.Fill(chosen, double.NaN);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            ref double value = ref chosen[Of(epoch)];
            value = double.IsNaN(value) ? values[epoch] : double.IsNaN(values[epoch]) ? value : choose(value, values[epoch]);
        }

        return chosen;
    }
}
