namespace Constellation.Links;

/// <summary>A crosslink terminal: where it can look, how it shares time, how well it ranges. SI throughout.</summary>
/// <param name="Name">Name in <c>ephemeris/links</c>.</param>
/// <param name="Description">One line for people.</param>
/// <param name="Source">Where the figures come from; says "assumed" where they do.</param>
public sealed record LinkPayload(string Name, string Description, string Source)
{
    /// <summary>A round may not be longer, s: predictions reach half of it and the light time.</summary>
    public const double LongestFrame = 63;

    /// <summary>How links share time.</summary>
    public LinkAccess Access { get; init; } = LinkAccess.TimeDivision;

    /// <summary>Greatest angle between the beam and nadir, rad.</summary>
    public double ScanLimit { get; init; } = Math.PI / 3;

    /// <summary>Least height of the ray above the ellipsoid, m; 1000 km keeps it out of the ionosphere.</summary>
    public double MinimumGrazingHeight { get; init; } = 1e6;

    /// <summary>Least elevation of a satellite at a ground terminal, rad.</summary>
    public double GroundElevationMask { get; init; } = Math.PI / 18;

    /// <summary>White noise of one one-way pseudorange, m, one sigma.</summary>
    public double Noise { get; init; } = 0.03;

    /// <summary>Factor on the noise of measurements that a geostationary satellite takes.</summary>
    public double GeoNoiseFactor { get; init; } = 2.5;

    /// <summary>What calibration leaves of each transmit and each receive delay, m, one sigma.</summary>
    public double DelaySigma { get; init; } = 0.05;

    /// <summary>Random walk of each delay, m per square root of a second.</summary>
    public double DelayWalk { get; init; } = 0.01 / SquareRootOfDay;

    /// <summary>Length of a slot, s: one half forward, one half back.</summary>
    public double SlotLength { get; init; } = 3;

    /// <summary>Slots in one round of the schedule (superframe).</summary>
    public int SlotsPerFrame { get; init; } = 20;

    /// <summary>Length of one round of the schedule, s.</summary>
    public double FrameLength => SlotLength * SlotsPerFrame;

    private const double SquareRootOfDay = 293.938769133981;

    /// <summary>The same terminal with its noise and its delays scaled.</summary>
    public LinkPayload Scaled(double noiseScale, double delayScale) =>
        this with { Noise = Noise * noiseScale, DelaySigma = DelaySigma * delayScale, DelayWalk = DelayWalk * delayScale };
}
