using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>White frequency noise: the phase is a Wiener process of diffusion q_1 = h_0/2. [Zucca05]</summary>
/// <remarks>It has no instantaneous frequency, so it adds nothing to the frequency; the mean frequency over a step is the phase difference over the step.</remarks>
internal sealed class WhiteFrequencyNoise(double q1, RandomDraws draws) : NoiseProcess
{
    private NormalSequence _normals = new(draws);
    private double _phase;

    public override void Start(ref double phase, ref double frequency)
    {
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        double sigma = Math.Sqrt(q1 * step);
        for (int i = 0; i < phase.Length; i++)
        {
            _phase += sigma * _normals.At(firstSample + (ulong)i);
            phase[i] += _phase;
        }
    }
}
