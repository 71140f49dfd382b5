using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>What a crosslink terminal does to its ranges beside white noise and a calibrated delay. SI; zero is absent.</summary>
/// <remarks>Sigmas are those of a draw per terminal (or per measurement); the solver knows the sigmas that its weights need and the known offset, never a draw.
/// Equations and sizes: docs/theory/links-measurements.md.</remarks>
public sealed record LinkRangingErrors
{
    public static LinkRangingErrors None { get; } = new();

    /// <summary>Phase centre of the terminal from the centre of mass, body axes (x on the Sun's side, y along the panels, z to the Earth), m; known to the operator.</summary>
    public Vector3d PhaseCentre { get; init; }

    /// <summary>Error of that knowledge, m per axis.</summary>
    public double PhaseCentreSigma { get; init; }

    /// <summary>Constant misalignment of the body against its attitude law, rad per axis.</summary>
    public double AttitudeSigma { get; init; }

    /// <summary>Whether the clocks that a range shows run in proper time: with the term of the eccentricity, which the reduction takes out again.</summary>
    public bool Eccentricity { get; init; }

    /// <summary>Constant rate of each transmit and each receive delay, m/s.</summary>
    public double DelayDriftSigma { get; init; }

    /// <summary>Once-per-revolution part of each delay with the Sun in the orbital plane, m, for each of cosine and sine.</summary>
    public double ThermalSigma { get; init; }

    /// <summary>Where each delay would come to rest in an endless eclipse, m.</summary>
    public double EclipseSigma { get; init; }

    /// <summary>Time constant of warming and cooling, s.</summary>
    public double ThermalTime { get; init; } = 1800;

    /// <summary>Jumps of a terminal's delays per second, by chance.</summary>
    public double JumpRate { get; init; }

    /// <summary>Size of a jump of each delay, m.</summary>
    public double JumpSigma { get; init; }

    /// <summary>Greatest delay (m, either sign) by the direction in the body, within 60 degrees of nadir; its mean there is zero.</summary>
    public double PatternPeak { get; init; }

    /// <summary>Coloured (first-order Gauss-Markov) noise of a one-way link, m.</summary>
    public double ColouredNoise { get; init; }

    /// <summary>Its correlation time, s.</summary>
    public double ColouredTime { get; init; } = 600;

    /// <summary>Share of one-way ranges that are outliers.</summary>
    public double OutlierProbability { get; init; }

    /// <summary>What an outlier adds, m.</summary>
    public double OutlierSigma { get; init; }

    /// <summary>Share of slots that bring nothing.</summary>
    public double LossProbability { get; init; }

    /// <summary>Variance by which a one-way range is worse than its white noise, m^2: coloured noise, the patterns of both ends with a third of their peak, arms; as white noise that does as much harm to a filter that takes a round every so often.</summary>
    /// <remarks>What lasts from round to round does not average out: a first-order Gauss-Markov process of variance s has the power of white noise of s (1 + e) / (1 - e),
    /// e = exp(-interval / time), over times longer than its own. A partner's direction in the body turns by a radian in 1/n (7,400 s for medium orbits), and a pattern of third
    /// degree changes in a third of it; arms from the centre of mass err like its first degree.</remarks>
    /// <param name="interval">From round to round, s; infinite: one round alone.</param>
    internal double WhiteVariance(double interval)
    {
        double pattern = PatternPeak / 3, arm = AttitudeSigma * PhaseCentre.Norm;
        return (ColouredNoise * ColouredNoise * Persistence(interval / ColouredTime))
            + (((2 * pattern * pattern) + (PhaseCentreSigma * PhaseCentreSigma) + (arm * arm)) * Persistence(interval / PatternTime));
    }

    private const double PatternTime = 2500;

    private static double Persistence(double ratio) => 1 / Math.Tanh(ratio / 2);

    /// <summary>Whether anything depends on how the body is turned or moves.</summary>
    internal bool NeedsAttitude => PhaseCentre != default || PhaseCentreSigma > 0 || Eccentricity || PatternPeak > 0;

    /// <summary>The same with noise (coloured, outliers) and delays (their parts, pattern, phase-centre and attitude errors) scaled.</summary>
    public LinkRangingErrors Scaled(double noiseScale, double delayScale) => this with
    {
        PhaseCentreSigma = PhaseCentreSigma * delayScale,
        AttitudeSigma = AttitudeSigma * delayScale,
        DelayDriftSigma = DelayDriftSigma * delayScale,
        ThermalSigma = ThermalSigma * delayScale,
        EclipseSigma = EclipseSigma * delayScale,
        JumpSigma = JumpSigma * delayScale,
        PatternPeak = PatternPeak * delayScale,
        ColouredNoise = ColouredNoise * noiseScale,
        OutlierSigma = OutlierSigma * noiseScale,
    };
}
