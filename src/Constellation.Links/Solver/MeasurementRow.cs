using System.Runtime.InteropServices;

namespace Constellation.Links;

/// <summary>One scalar measurement: innovation at the predicted state, variance, and the few unknowns that it depends on.</summary>
internal sealed class MeasurementRow
{
    private readonly List<(int Index, double Partial)> _partials = new(16);

    /// <summary>Observed minus predicted, m.</summary>
    public double Innovation { get; set; }

    /// <summary>m^2.</summary>
    public double Variance { get; set; }

    /// <summary>Nodes at the two ends, for the search after a jump.</summary>
    public int NodeA { get; set; }

    /// <summary>The other end.</summary>
    public int NodeB { get; set; }

    /// <summary>Whether clocks (true) or distances (false) are behind it; L-band ranges hold both and count as clocks.</summary>
    public bool OfClocks { get; set; }

    /// <summary>m, between the ends, where positions matter; 0 for half differences.</summary>
    public double Distance { get; set; }

    /// <summary>What <see cref="RangeCurvature"/> has allowed for: m and m^2.</summary>
    public (double Mean, double Variance) SecondOrder { get; set; }

    public ReadOnlySpan<(int Index, double Partial)> Partials => CollectionsMarshal.AsSpan(_partials);

    public void Clear() => _partials.Clear();

    /// <summary>Becomes the same but for innovation and variance.</summary>
    public void CopyFrom(MeasurementRow other)
    {
        (NodeA, NodeB, OfClocks, Distance, SecondOrder) = (other.NodeA, other.NodeB, other.OfClocks, other.Distance, other.SecondOrder);
        CollectionsMarshal.SetCount(_partials, other._partials.Count);
        other.Partials.CopyTo(CollectionsMarshal.AsSpan(_partials));
    }

    public void Add(int index, double partial)
    {
        if (index >= 0)
        {
            _partials.Add((index, partial));
        }
    }
}
