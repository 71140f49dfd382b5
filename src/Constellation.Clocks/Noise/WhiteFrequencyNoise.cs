using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>White frequency noise: the phase is a Wiener process of diffusion q_1 = h_0/2. [Zucca05]</summary>
/// <remarks>It has no instantaneous frequency, so it adds nothing to the frequency; the mean frequency over a step is the phase difference over the step.</remarks>
internal sealed class WhiteFrequencyNoise(double q1, RandomDraws draws) : NoiseProcess
{
    private readonly NormalDeviates _normals = new(draws);
    private double _phase;

    public override void Start(ref double phase, ref double frequency)
    {
    }

    [SkipLocalsInit]
    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        double sigma = Level * Math.Sqrt(q1 * step);
        Span<double> n = stackalloc double[BlockLength];
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            Span<double> x = phase.Slice(start, Math.Min(BlockLength, phase.Length - start));
            _normals.Fill(firstSample + (ulong)start, n[..x.Length]);
            double sum = _phase;
            for (int i = 0; i < x.Length; i++)
            {
                sum += sigma * n[i];
                x[i] += sum;
            }

            _phase = sum;
        }
    }

    public override void Save(List<double> state) => state.Add(_phase);

    public override int Load(ReadOnlySpan<double> state)
    {
        _phase = state[0];
        return 1;
    }
}
