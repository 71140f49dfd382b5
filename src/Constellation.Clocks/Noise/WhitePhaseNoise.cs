using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>White phase noise cut at f_h: variance h_2 f_h / (4 pi^2). Samples are independent, exact for steps that are multiples of 1/(2 f_h).</summary>
internal sealed class WhitePhaseNoise(double variance, RandomDraws draws) : NoiseProcess
{
    private readonly double _sigma = Math.Sqrt(variance);
    private NormalSequence _normals = new(draws);

    public override void Start(ref double phase, ref double frequency) => phase += _sigma * _normals.At(0);

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        for (int i = 0; i < phase.Length; i++)
        {
            phase[i] += _sigma * _normals.At(firstSample + (ulong)i);
        }
    }
}
