namespace Constellation.Links;

/// <summary>A crosslink terminal: where it can look, how it shares time, how well it ranges. SI throughout.</summary>
/// <param name="Name">Name in <c>ephemeris/links</c>.</param>
/// <param name="Description">One line for people.</param>
/// <param name="Source">Where the figures come from; says "assumed" where they do.</param>
public sealed record LinkPayload(string Name, string Description, string Source)
{
    /// <summary>A round may not be longer, s: predictions reach half of it and the light time.</summary>
    public const double LongestFrame = 63;

    /// <summary>Beams of a satellite, each with its cone; each serves one link at a time.</summary>
    public IReadOnlyList<LinkTerminal> Terminals { get; init; } = [new("nadir", TerminalBoresight.Nadir, Math.PI / 3)];

    /// <summary>How links share time.</summary>
    public LinkAccess Access { get; init; } = LinkAccess.TimeDivision;

    /// <summary>Least angle between a line of sight and the Sun at either end, rad; 0 where the Sun does not matter.</summary>
    public double SunExclusion { get; init; }

    /// <summary>What the link budget needs; null where nothing is stated.</summary>
    public LinkHardware? Hardware { get; init; }

    /// <summary>Whether measurements have the noise of the link budget instead of <see cref="Noise"/>.</summary>
    public bool NoiseFromBudget { get; init; }

    /// <summary>Least height of the ray above the ellipsoid, m; 1000 km keeps it out of the ionosphere.</summary>
    public double MinimumGrazingHeight { get; init; } = 1e6;

    /// <summary>Least elevation of a satellite at a ground terminal, rad.</summary>
    public double GroundElevationMask { get; init; } = Math.PI / 18;

    /// <summary>White noise of one one-way pseudorange, m, one sigma; with <see cref="NoiseFromBudget"/> its nominal size, for whoever does not know the range.</summary>
    public double Noise { get; init; } = 0.03;

    /// <summary>Factor on the noise of measurements that a geostationary satellite takes.</summary>
    public double GeoNoiseFactor { get; init; } = 2.5;

    /// <summary>What calibration leaves of each transmit and each receive delay, m, one sigma.</summary>
    public double DelaySigma { get; init; } = 0.05;

    /// <summary>Random walk of each delay, m per square root of a second.</summary>
    public double DelayWalk { get; init; } = 0.01 / SquareRootOfDay;

    /// <summary>Factor on the noise of the link budget.</summary>
    public double BudgetNoiseScale { get; init; } = 1;

    /// <summary>Everything else that the terminal does to its ranges.</summary>
    public LinkRangingErrors Errors { get; init; } = LinkRangingErrors.None;

    /// <summary>Length of a slot, s: one half forward, one half back.</summary>
    public double SlotLength { get; init; } = 3;

    /// <summary>Slots in one round of the schedule (superframe).</summary>
    public int SlotsPerFrame { get; init; } = 20;

    /// <summary>Length of one round of the schedule, s.</summary>
    public double FrameLength => SlotLength * SlotsPerFrame;

    private const double SquareRootOfDay = 293.938769133981;

    /// <summary>From one partner to the first measurement of another that is <paramref name="angle"/> (rad) away, s: turn, settle, acquire.</summary>
    public double ChangeTime(LinkTerminal terminal, double angle) => terminal.RepointingTime(angle) + (Hardware?.Tracking.AcquisitionTime ?? 0);

    /// <summary>The same terminal with its noise and its delays scaled.</summary>
    public LinkPayload Scaled(double noiseScale, double delayScale) =>
        this with
        {
            Noise = Noise * noiseScale,
            BudgetNoiseScale = BudgetNoiseScale * noiseScale,
            DelaySigma = DelaySigma * delayScale,
            DelayWalk = DelayWalk * delayScale,
            Errors = Errors.Scaled(noiseScale, delayScale),
        };
}
