namespace Constellation.Links;

/// <summary>How positions are found from the links of a single round.</summary>
public sealed record KinematicSettings
{
    /// <summary>Satellites held to their reference orbits; they and the anchors keep the net from turning.</summary>
    public int Fixed { get; init; } = 2;

    /// <summary>Which satellites are held; null: the solver spreads them.</summary>
    public IReadOnlyList<Core.SatelliteId>? Held { get; init; }

    /// <summary>Error of the reference orbits of the satellites that are not held, m per axis: what little is known of the turn of the net about the held ones.</summary>
    public double PredictionSigma { get; init; } = 1;

    /// <summary>Least noise of a scalar measurement, m.</summary>
    public double MinimumNoise { get; init; } = 1e-4;

    /// <summary>A residual beyond this many sigma is not used.</summary>
    public double Gate { get; init; } = 6;
}
