using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What the <c>position</c> verb was asked for.</summary>
internal sealed record PositionRequest
{
    public required string Observations { get; init; }

    public IReadOnlyList<string> Navigation { get; init; } = [];

    public IReadOnlyList<string> Orbits { get; init; } = [];

    public IReadOnlyList<string> Clocks { get; init; } = [];

    public string? Antennas { get; init; }

    public IReadOnlyList<string> IonosphereMaps { get; init; } = [];

    public string? EarthRotation { get; init; }

    public IReadOnlyList<string> Biases { get; init; } = [];

    public string? Attitudes { get; init; }

    /// <summary>Coefficients of ocean loading (BLQ).</summary>
    public string? OceanLoading { get; init; }

    /// <summary>Service whose corrections to the messages are simulated from the precise products; null: the products are used as they are.</summary>
    public CorrectionService? Corrections { get; init; }

    /// <summary>Whether the precise modes take the tides of the crust off; null: unless the file says that the antenna moves.</summary>
    public bool? Tides { get; init; }

    /// <summary>Columns of the air overhead are wanted.</summary>
    public bool Zenith { get; init; }

    /// <summary>The precise kinematic mode runs back from the end too.</summary>
    public bool Backward { get; init; }

    /// <summary>Positions of the precise modes are of the antenna reference point instead of the marker.</summary>
    public bool OfAntenna { get; init; }

    public string Mode { get; init; } = "spp";

    public string? Base { get; init; }

    public Position<Itrf>? BasePosition { get; init; }

    public Position<Itrf>? SitePosition { get; init; }

    public IReadOnlySet<GnssSystem>? Systems { get; init; }

    public IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>> Signals { get; init; } = new Dictionary<GnssSystem, IReadOnlyList<SignalPair>>();

    public SatelliteSelector? Excluded { get; init; }

    /// <summary>Degrees; null: that of the model.</summary>
    public double? MaskDeg { get; init; }

    public double LowestCarrierToNoise { get; init; }

    /// <summary>Null: what suits the files.</summary>
    public string? Ionosphere { get; init; }

    /// <inheritdoc cref="Ionosphere"/>
    public string? Troposphere { get; init; }

    public bool LikeRtklib { get; init; }

    public Duration? Smoothing { get; init; }

    /// <summary>Residuals by satellite are wanted.</summary>
    public bool KeepResiduals { get; init; }

    /// <summary>Velocities are wanted.</summary>
    public bool Velocity { get; init; }

    /// <summary>Of a vehicle, rms, m/s^2.</summary>
    public double Acceleration { get; init; } = 3.0;

    /// <summary>The acceleration was told, not taken by default.</summary>
    public bool AccelerationGiven { get; init; }

    public Epoch? Start { get; init; }

    public Epoch? Stop { get; init; }

    public Duration? Step { get; init; }

    public required ReadingRules Rules { get; init; }

    public bool Precise => Orbits.Count > 0;
}
