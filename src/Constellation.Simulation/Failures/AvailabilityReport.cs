namespace Constellation.Simulation;

/// <summary>What a study of failures finds.</summary>
public sealed record AvailabilityReport
{
    public required IReadOnlyList<SlotAvailability> Slots { get; init; }

    /// <summary>By number of slots that serve, 0 to all: share of time.</summary>
    public required IReadOnlyList<AvailabilityEstimate> Counts { get; init; }

    /// <summary>The same if slots failed independently with the mean availability found: binomial.</summary>
    public required IReadOnlyList<double> Binomial { get; init; }

    /// <summary>Mean over the slots of the share of time in service.</summary>
    public required AvailabilityEstimate SlotMean { get; init; }

    /// <summary>Share of area and time with good geometry.</summary>
    public required AvailabilityEstimate Mean { get; init; }

    /// <summary>Share of time with good geometry everywhere.</summary>
    public required AvailabilityEstimate Everywhere { get; init; }

    /// <summary>Least share of time of any point, mean over the sets met.</summary>
    public required AvailabilityEstimate WorstPoint { get; init; }

    public required AvailabilityEstimate MeanPdop { get; init; }

    /// <summary>Users' rms position error where geometry is good, m; NaN without errors of ranges.</summary>
    public required AvailabilityEstimate Accuracy { get; init; }

    /// <summary>Probability that a place with good geometry does not lose it within an hour by an unannounced failure.</summary>
    public required AvailabilityEstimate ContinuityPerHour { get; init; }

    /// <summary>Share of time with fewer stations than needed.</summary>
    public required AvailabilityEstimate StationsMissing { get; init; }

    /// <summary>Share of time that a satellite's terminal is down.</summary>
    public required AvailabilityEstimate LinksMissing { get; init; }

    /// <summary>Different sets of empty slots that were met.</summary>
    public required int Sets { get; init; }
}
