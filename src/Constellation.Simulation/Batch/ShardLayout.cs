namespace Constellation.Simulation;

/// <summary>How a sweep is cut into shards: blocks of points with blocks of seeds, the same whatever runs them.</summary>
/// <remarks>Points come together first, since runs of one seed share most of their work.</remarks>
public sealed record ShardLayout
{
    /// <summary>Some minutes of work at most, so that little is lost with a process.</summary>
    public const int RunsPerShard = 20;

    /// <param name="Points">Of the sweep.</param>
    /// <param name="Seeds">Of each point.</param>
    /// <param name="PointsPerShard">The last block may be shorter.</param>
    /// <param name="SeedsPerShard">Likewise.</param>
    public ShardLayout(int Points, int Seeds, int PointsPerShard, int SeedsPerShard) =>
        (this.Points, this.Seeds, this.PointsPerShard, this.SeedsPerShard) = (Points, Seeds, PointsPerShard, SeedsPerShard);

    public int Points { get; }

    public int Seeds { get; }

    public int PointsPerShard { get; }

    public int SeedsPerShard { get; }

    public int Count => PointBlocks * SeedBlocks;

    private int PointBlocks => (Points + PointsPerShard - 1) / PointsPerShard;

    private int SeedBlocks => (Seeds + SeedsPerShard - 1) / SeedsPerShard;

    public static ShardLayout For(SweepDefinition sweep)
    {
        int together = Math.Min(sweep.Points.Count, sweep.RunsPerShard);
        return new(sweep.Points.Count, sweep.Seeds, together, Math.Clamp(sweep.RunsPerShard / together, 1, sweep.Seeds));
    }

    /// <summary>Points and seeds (counted from 0) of a shard.</summary>
    public (Range Points, Range Seeds) Of(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)shard, (uint)Count, nameof(shard));
        int p = shard / SeedBlocks * PointsPerShard, s = shard % SeedBlocks * SeedsPerShard;
        return (p..Math.Min(p + PointsPerShard, Points), s..Math.Min(s + SeedsPerShard, Seeds));
    }

    /// <summary>Runs of a shard.</summary>
    public int RunsOf(int shard)
    {
        (Range points, Range seeds) = Of(shard);
        return points.GetOffsetAndLength(Points).Length * seeds.GetOffsetAndLength(Seeds).Length;
    }
}
