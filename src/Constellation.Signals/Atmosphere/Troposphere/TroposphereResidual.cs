using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>What a blind troposphere model leaves: a zenith error that wanders slowly at every site.</summary>
/// <param name="ZenithSigma">Standard deviation, m.</param>
/// <param name="CorrelationTime">e-folding time.</param>
/// <remarks>Gauss-Markov, sampled exactly in law: x(k+1) = phi x(k) + sigma sqrt(1 - phi^2) n(k), phi = exp(-step / correlation time).</remarks>
public readonly record struct TroposphereResidual(double ZenithSigma, Duration CorrelationTime)
{
    /// <summary>5 cm in the zenith (the total delay error of a UNB3-type model), half a day.</summary>
    public static TroposphereResidual Blind { get; } = new(0.05, Duration.FromHours(12));

    public static TroposphereResidual None { get; } = new(0.0, Duration.FromHours(12));

    /// <summary>Fills a history, one value every <paramref name="step"/>; draw k belongs to epoch k.</summary>
    public void Fill(RandomDraws draws, Duration step, Span<double> zenith)
    {
        if (ZenithSigma == 0.0)
        {
            zenith.Clear();
            return;
        }

        GaussMarkov process = GaussMarkov.Step(ZenithSigma, step.TotalSeconds / CorrelationTime.TotalSeconds);
        double x = 0.0;
        for (int k = 0; k < zenith.Length; k++)
        {
            double n = draws.NormalAt((ulong)k);
            x = k == 0 ? ZenithSigma * n : process.Next(x, n);
            zenith[k] = x;
        }
    }
}
