namespace Constellation.Reporting;

/// <summary>A root mean square in the making; NaN values are left out, none at all gives NaN.</summary>
internal struct RootMeanSquare
{
    private double _sum;

    public int Count { get; private set; }

    public readonly double Value => Count == 0 ? double.NaN : Math.Sqrt(_sum / Count);

    public void Add(double value)
    {
        if (!double.IsNaN(value))
        {
            _sum += value * value;
            Count++;
        }
    }
}
