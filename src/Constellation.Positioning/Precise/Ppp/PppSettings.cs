using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>How precise point positioning is done.</summary>
public sealed record PppSettings
{
    /// <summary>A new position every epoch, instead of one for all.</summary>
    public bool Kinematic { get; init; }

    /// <summary>rad. Below, multipath and mapping functions cost more than geometry gains.</summary>
    public double ElevationMask { get; init; } = 7 * Math.PI / 180;

    /// <summary>Those used; all that are observed and have products when null.</summary>
    public IReadOnlySet<GnssSystem>? Systems { get; init; }

    /// <summary>A priori zenith delays and the mapping functions.</summary>
    public required ITroposphereModel Troposphere { get; init; }

    /// <summary>Antenna of the receiver; null when it has no calibration: then the point found is its mean phase centre, taken for the reference point.</summary>
    public IReceiverAntenna? Antenna { get; init; }

    /// <summary>Null where none are given: codes count as those that the clocks refer to.</summary>
    public ICodeBiases? Biases { get; init; }

    /// <summary>Null where no coefficients are given: the load is left in the position.</summary>
    public OceanLoading? OceanLoading { get; init; }

    public bool SolidTide { get; init; } = true;

    public bool PoleTide { get; init; } = true;

    /// <summary>Satellites never used.</summary>
    public IReadOnlySet<SatelliteId> Excluded { get; init; } = new HashSet<SatelliteId>();

    /// <summary>Of the marker; the header's, or one from codes, when null.</summary>
    public Position<Itrf>? FirstPosition { get; init; }

    /// <summary>FDMA channels of GLONASS satellites that the receiver's own list lacks.</summary>
    public IReadOnlyDictionary<SatelliteId, int> GlonassChannels { get; init; } = new Dictionary<SatelliteId, int>();

    /// <summary>Noise of a carrier at the zenith, m, one part constant and one growing as the cosecant of the elevation: 2 mm each, 0.3 m for codes.</summary>
    public double PhaseSigma { get; init; } = 0.002;

    /// <inheritdoc cref="PhaseSigma"/>
    public double CodeSigma { get; init; } = 0.3;

    /// <summary>
    /// Epochs nearer to each other than this tell less than as many new ones, s: multipath and air have not changed. Their variances grow so that a second
    /// tells as much at any rate; tests of single observations keep the noise itself.
    /// </summary>
    public double Correlation { get; init; } = 30;

    /// <summary>GLONASS codes: channels differ by up to metres in a receiver, which no file tells.</summary>
    public double GlonassCodeFactor { get; init; } = 5;

    /// <summary>GLONASS carriers: analysis centres differ in orbits and clocks of GLONASS by nearly twice what they do for GPS, and antennas are known less well.</summary>
    public double GlonassPhaseFactor { get; init; } = 2;

    /// <summary>Zenith wet delay: standard deviation at the start, m, and of its random walk, m/sqrt(s) (6 mm in an hour, more in fronts).</summary>
    public double WetSigma { get; init; } = 0.15;

    /// <inheritdoc cref="WetSigma"/>
    public double WetWalk { get; init; } = 1e-4;

    /// <summary>Whether horizontal gradients are states.</summary>
    public bool Gradients { get; init; } = true;

    /// <summary>Gradients: at the start, m, and random walk, m/sqrt(s) (0.3 mm in an hour).</summary>
    public double GradientSigma { get; init; } = 0.002;

    /// <inheritdoc cref="GradientSigma"/>
    public double GradientWalk { get; init; } = 5e-6;

    /// <summary>Residuals beyond so many standard deviations are not believed.</summary>
    public double Rejection { get; init; } = 5;
}
