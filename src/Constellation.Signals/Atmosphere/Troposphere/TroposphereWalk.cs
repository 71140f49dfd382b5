using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The weather of a site against a model: a zenith wet delay and two gradients that walk at random, as precise positioning estimates them.</summary>
/// <param name="ZenithStart">Standard deviation of the zenith error at the start, m.</param>
/// <param name="ZenithStep">Of its change in an hour, m; grows with the root of time.</param>
/// <param name="GradientStart">Standard deviation of either gradient at the start, m.</param>
/// <param name="GradientStep">Of its change in an hour, m.</param>
/// <remarks>
/// [Herring90], [Kouba01]: zenith 3 to 10 mm in the root of an hour, gradients a tenth to a twentieth of that. A walk has no bound: over days <see cref="TroposphereResidual"/>, which has one, is
/// the better model. Draw k belongs to epoch k; the walk of a step is not that of another.
/// </remarks>
public readonly record struct TroposphereWalk(double ZenithStart, double ZenithStep, double GradientStart, double GradientStep)
{
    /// <summary>A blind model's error of 4 cm that changes by 8 mm in an hour; gradients of 0.4 mm, 0.3 mm in an hour.</summary>
    public static TroposphereWalk Temperate { get; } = new(0.04, 0.008, 0.0004, 0.0003);

    public static TroposphereWalk None => default;

    /// <summary>Fills a history, one value every <paramref name="step"/>.</summary>
    /// <param name="draws">Address of the site; the purposes are this model's own.</param>
    /// <param name="step">Of the history.</param>
    /// <param name="zenith">Error of the zenith wet delay, m.</param>
    /// <param name="gradients">m; as long as <paramref name="zenith"/>.</param>
    public void Fill(RandomDraws draws, Duration step, Span<double> zenith, Span<TroposphereGradient> gradients)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradients.Length, zenith.Length);
        RandomDraws zenithDraws = draws with { Purpose = NoisePurpose.TroposphereZenithWalk }, gradientDraws = draws with { Purpose = NoisePurpose.TroposphereGradientWalk };
        double root = Math.Sqrt(step.TotalSeconds / 3600.0), z = 0.0;
        TroposphereGradient gradient = default;
        for (int k = 0; k < zenith.Length; k++)
        {
            (double north, double east) = gradientDraws.NormalPairAt((ulong)k);
            double tilt = k == 0 ? GradientStart : GradientStep * root;
            z += (k == 0 ? ZenithStart : ZenithStep * root) * zenithDraws.NormalAt((ulong)k);
            gradient += new TroposphereGradient(tilt * north, tilt * east);
            (zenith[k], gradients[k]) = (z, gradient);
        }
    }
}
