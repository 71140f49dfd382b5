using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Random-walk frequency noise: the frequency is a Wiener process of diffusion q_2 = 2 pi^2 h_-2, the phase its integral. [Zucca05]</summary>
internal sealed class RandomWalkFrequencyNoise(double q2, RandomDraws draws) : NoiseProcess
{
    private readonly NormalDeviates _jumps = new(draws), _bridges = new(draws, 1);
    private double _phase, _frequency;

    public override void Start(ref double phase, ref double frequency)
    {
    }

    [SkipLocalsInit]
    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        // Increment covariance q2 (T, T^2/2; T^2/2, T^3/3), by its Cholesky factor.
        double sigmaFrequency = Level * Math.Sqrt(q2 * step), sigmaBridge = Level * Math.Sqrt(q2 * step * step * step / 12);
        Span<double> a = stackalloc double[BlockLength], b = stackalloc double[BlockLength];
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, phase.Length - start);
            _jumps.Fill(firstSample + (ulong)start, a[..length]);
            _bridges.Fill(firstSample + (ulong)start, b[..length]);
            Span<double> x = phase.Slice(start, length), y = frequency.Slice(start, length);
            (double sum, double rate) = (_phase, _frequency);
            for (int i = 0; i < x.Length; i++)
            {
                double jump = sigmaFrequency * a[i];
                sum += (step * (rate + (0.5 * jump))) + (sigmaBridge * b[i]);
                rate += jump;
                x[i] += sum;
                y[i] += rate;
            }

            (_phase, _frequency) = (sum, rate);
        }
    }

    public override void Save(List<double> state) => state.AddRange([_phase, _frequency]);

    public override int Load(ReadOnlySpan<double> state)
    {
        (_phase, _frequency) = (state[0], state[1]);
        return 2;
    }
}
