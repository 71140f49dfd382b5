using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Random-walk frequency noise: the frequency is a Wiener process of diffusion q_2 = 2 pi^2 h_-2, the phase its integral. [Zucca05]</summary>
internal sealed class RandomWalkFrequencyNoise(double q2, RandomDraws draws) : NoiseProcess
{
    private double _phase, _frequency;

    public override void Start(ref double phase, ref double frequency)
    {
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        // Increment covariance q2 (T, T^2/2; T^2/2, T^3/3), by its Cholesky factor.
        double sigmaFrequency = Math.Sqrt(q2 * step), sigmaBridge = Math.Sqrt(q2 * step * step * step / 12);
        for (int i = 0; i < phase.Length; i++)
        {
            (double a, double b) = draws.NormalPairAt(firstSample + (ulong)i);
            double jump = sigmaFrequency * a;
            _phase += (step * (_frequency + (0.5 * jump))) + (sigmaBridge * b);
            _frequency += jump;
            phase[i] += _phase;
            frequency[i] += _frequency;
        }
    }
}
