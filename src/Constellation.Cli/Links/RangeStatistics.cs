namespace Constellation.Cli;

/// <summary>Mean, standard deviation and extremes of differences, m.</summary>
internal sealed class RangeStatistics
{
    private double _mean, _squares;

    public long Count { get; private set; }

    public double Mean => Count > 0 ? _mean : double.NaN;

    /// <summary>About the mean, with n - 1.</summary>
    public double Deviation => Count > 1 ? Math.Sqrt(_squares / (Count - 1)) : double.NaN;

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Greatest { get; private set; } = double.NegativeInfinity;

    public void Add(double value)
    {
        double before = value - _mean;
        _mean += before / ++Count;
        _squares += before * (value - _mean);
        (Least, Greatest) = (Math.Min(Least, value), Math.Max(Greatest, value));
    }
}
