using System.Text.Json.Serialization;

namespace Constellation.Simulation;

/// <summary>What a batch folder holds: enough to tell whether a shard belongs to it, without the sweep.</summary>
public sealed record BatchManifest
{
    public const int CurrentFormat = 2;

    public required int FormatVersion { get; init; }

    public required string Program { get; init; }

    public required string Sweep { get; init; }

    public required string Title { get; init; }

    public required string Question { get; init; }

    /// <summary>SHA-256 of all that results follow from, the program aside.</summary>
    public required string SweepDigest { get; init; }

    /// <summary>Files that results follow from as well.</summary>
    public required IReadOnlyList<BatchInput> Inputs { get; init; }

    public required int Points { get; init; }

    public required int Seeds { get; init; }

    public required long FirstSeed { get; init; }

    public required int PointsPerShard { get; init; }

    public required int SeedsPerShard { get; init; }

    public required IReadOnlyList<string> Axes { get; init; }

    public required IReadOnlyList<string> Metrics { get; init; }

    public required IReadOnlyList<string> Assumed { get; init; }

    /// <summary>Metrics that answer the question; empty: the first one.</summary>
    public IReadOnlyList<string> Answer { get; init; } = [];

    /// <summary>SHA-256 of the table of points, by which results get their names; empty: not written yet.</summary>
    public string PointsSha256 { get; init; } = "";

    [JsonIgnore]
    public ShardLayout Layout => new(Points, Seeds, PointsPerShard, SeedsPerShard);

    public static BatchManifest Of(SweepDefinition sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ShardLayout layout = ShardLayout.For(sweep);
        return new()
        {
            FormatVersion = CurrentFormat,
            Program = ManifestMaker.Program,
            Sweep = sweep.Name,
            Title = sweep.Title,
            Question = sweep.Question,
            SweepDigest = sweep.Digest(),
            Inputs = BatchInputs.Of(sweep),
            Points = layout.Points,
            Seeds = layout.Seeds,
            FirstSeed = sweep.FirstSeed,
            PointsPerShard = layout.PointsPerShard,
            SeedsPerShard = layout.SeedsPerShard,
            Axes = [.. sweep.Axes.Select(a => a.Name)],
            Metrics = sweep.Metrics,
            Assumed = sweep.Assumed,
            Answer = sweep.Answer,
        };
    }

    /// <summary>Name of a shard: hash of what is run in it and by which version.</summary>
    public string IdOf(int shard)
    {
        (Range points, Range seeds) = Layout.Of(shard);
        string text = FormattableString.Invariant($"{FormatVersion} {Program} {SweepDigest} {BatchInputs.Digest(Inputs)} {points} {seeds} {FirstSeed}");
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
