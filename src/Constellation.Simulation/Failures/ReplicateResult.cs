namespace Constellation.Simulation;

/// <summary>What one course of the years comes to.</summary>
internal sealed class ReplicateResult
{
    /// <summary>Share of time in which each slot serves.</summary>
    public required double[] Serving { get; init; }

    /// <summary>Share of time in which each slot has no satellite.</summary>
    public required double[] Vacant { get; init; }

    /// <summary>Interruptions of each slot, announced ones and others.</summary>
    public required int[] Interruptions { get; init; }

    /// <summary>Share of time with so many slots serving.</summary>
    public required double[] Counts { get; init; }

    /// <summary>Mean over time of the geometry.</summary>
    public required GeometryShare Geometry { get; init; }

    /// <summary>Sum over unannounced losses of the share of area and time that lost its service by them.</summary>
    public required double LostService { get; init; }

    /// <summary>Shares of time.</summary>
    public required double StationsMissing { get; init; }

    /// <inheritdoc cref="StationsMissing"/>
    public required double LinksMissing { get; init; }
}
