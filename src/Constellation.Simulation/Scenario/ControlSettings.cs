using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The control segment: which measurements it has and how it weighs them. Table <c>[control]</c>.</summary>
public sealed record ControlSettings
{
    public required ControlSegment Segment { get; init; }

    /// <summary>The sets of stations that the segment names, read.</summary>
    public required IReadOnlyDictionary<string, StationSet> StationSets { get; init; }

    /// <summary>How many stations of the anchor set have a crosslink terminal, the first ones of it.</summary>
    public int Anchors { get; init; } = 1;

    /// <summary>What the operator knows of the Earth's orientation.</summary>
    public OrientationPrediction Orientation { get; init; } = OrientationPrediction.Exact;

    /// <summary>Age of the predicted orientation when the scenario starts.</summary>
    public Duration OrientationAge { get; init; }

    /// <summary>The filter has run this long when the scenario starts.</summary>
    public Duration WarmUp { get; init; } = Duration.FromHours(12);

    /// <summary>Time between rounds of measurements that the filter takes in; each round lasts one frame of the payload.</summary>
    public Duration Interval { get; init; } = Duration.FromMinutes(5);

    /// <summary>Error of the operator's first orbits, m per axis, one sigma.</summary>
    public double PositionSigma { get; init; } = 2;

    /// <summary>m/s per axis, one sigma.</summary>
    public double VelocitySigma { get; init; } = 3e-4;

    /// <summary>Unmodelled acceleration that the filter allows for, m/s^2; null: that of the truth, or 1e-8 where orbits come from files.</summary>
    public double? AccelerationSigma { get; init; }

    /// <summary>Factor on receiver noise and troposphere residual of the ground stations.</summary>
    public double StationNoiseScale { get; init; } = 1;

    /// <summary>The same with another segment, whose sets of stations come from the library.</summary>
    public ControlSettings With(ControlSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        Dictionary<string, StationSet> sets = [];
        foreach (string set in new[] { segment.AnchorSet, segment.MonitorSet }.OfType<string>())
        {
            StationSet stations = EphemerisLibrary.BuiltIn.Stations(set, new SourceSpan("control.segment"));
            sets[set] = set == segment.AnchorSet ? stations with { Sites = [.. stations.Sites.Take(Anchors)] } : stations;
        }

        return this with { Segment = segment, StationSets = sets };
    }
}
