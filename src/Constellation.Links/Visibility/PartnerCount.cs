namespace Constellation.Links;

/// <summary>Number of usable partners of one node over the epochs.</summary>
public sealed record PartnerCount
{
    private long _sum;

    public int Epochs { get; private set; }

    public int Least { get; private set; } = int.MaxValue;

    public int Most { get; private set; }

    public double Mean => Epochs == 0 ? double.NaN : _sum / (double)Epochs;

    internal void Add(int partners)
    {
        Epochs++;
        _sum += partners;
        (Least, Most) = (Math.Min(Least, partners), Math.Max(Most, partners));
    }
}
