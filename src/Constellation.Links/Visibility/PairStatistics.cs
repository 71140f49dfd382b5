using Constellation.Time;

namespace Constellation.Links;

/// <summary>How often and how far two nodes could link.</summary>
/// <param name="Pair">The nodes.</param>
public sealed record PairStatistics(LinkPair Pair)
{
    private double _sum;
    private int _gap;

    /// <summary>Epochs that were looked at.</summary>
    public int Epochs { get; private set; }

    /// <summary>Of these, epochs with a usable link.</summary>
    public int Usable { get; private set; }

    /// <summary>Times that the link began; an arc that runs already at the first epoch counts.</summary>
    public int Passes { get; private set; }

    /// <summary>Most epochs in a row without a link.</summary>
    public int LongestGap { get; private set; }

    /// <summary>Of usable links, m; NaN where there is none.</summary>
    public double Shortest { get; private set; } = double.NaN;

    public double Mean => Usable == 0 ? double.NaN : _sum / Usable;

    public double Longest { get; private set; } = double.NaN;

    /// <summary>When it was longest.</summary>
    public Epoch LongestAt { get; private set; }

    /// <summary>Epochs that each obstacle took, by <see cref="LinkObstacle"/>.</summary>
    public IReadOnlyList<int> Blocked => _blocked;

    public LinkPermanence Permanence => Usable == 0 ? LinkPermanence.Never : Usable == Epochs ? LinkPermanence.Permanent : LinkPermanence.Intermittent;

    private readonly int[] _blocked = new int[Enum.GetValues<LinkObstacle>().Length];

    internal void Add(in LinkSight sight, Epoch epoch)
    {
        Epochs++;
        _blocked[(int)sight.Obstacle]++;
        if (!sight.IsUsable)
        {
            LongestGap = Math.Max(LongestGap, ++_gap);
            return;
        }

        Passes += Usable == 0 || _gap > 0 ? 1 : 0;
        _gap = 0;
        Usable++;
        double range = sight.Geometry.Range;
        _sum += range;
        Shortest = Shortest <= range ? Shortest : range;
        (Longest, LongestAt) = Longest >= range ? (Longest, LongestAt) : (range, epoch);
    }
}
