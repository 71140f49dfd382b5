using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What the <c>accuracy</c> verb was asked.</summary>
internal sealed record AccuracyRequest
{
    public required SceneSource Source { get; init; }

    public required IReadOnlyList<UserDefinition> Users { get; init; }

    /// <summary>Of a route with epochs: when each place is passed; null: all places at all epochs.</summary>
    public IReadOnlyList<Epoch>? OwnEpochs { get; init; }

    public required IHorizonField Horizon { get; init; }

    public required IReadOnlyList<double> SpaceSigma { get; init; }

    public bool Sampled { get; init; }

    public ulong Seed { get; init; }

    public required AccuracyThresholds Limits { get; init; }

    public int Threads { get; init; } = 1;

    /// <summary>Ends the work between epochs.</summary>
    public CancellationToken Cancel { get; init; }
}
