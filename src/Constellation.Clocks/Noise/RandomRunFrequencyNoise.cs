using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Random-run frequency noise: the drift is a Wiener process of diffusion q_3 = 8 pi^4 h_-4, frequency and phase its integrals. [Zucca05]</summary>
internal sealed class RandomRunFrequencyNoise(double q3, RandomDraws draws) : NoiseProcess
{
    private readonly NormalDeviates[] _normals = [new(draws), new(draws, 1), new(draws, 2)];
    private double _phase, _frequency, _drift;

    public override void Start(ref double phase, ref double frequency)
    {
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        // A jump of the motion s seconds before the end adds 1, s, s^2/2 to drift, frequency, phase: the three in orthonormal polynomials of s.
        double sigma = Level * Math.Sqrt(q3 * step);
        double y0 = step / 2, y1 = step / Math.Sqrt(12), x0 = step * step / 6, x1 = step * step / Math.Sqrt(48), x2 = step * step / Math.Sqrt(720);
        for (int i = 0; i < phase.Length; i++)
        {
            ulong sample = firstSample + (ulong)i;
            double a = sigma * _normals[0].At(sample), b = sigma * _normals[1].At(sample), c = sigma * _normals[2].At(sample);
            _phase += (step * (_frequency + (0.5 * step * _drift))) + (x0 * a) + (x1 * b) + (x2 * c);
            _frequency += (step * _drift) + (y0 * a) + (y1 * b);
            _drift += a;
            phase[i] += _phase;
            frequency[i] += _frequency;
        }
    }

    public override void Save(List<double> state) => state.AddRange([_phase, _frequency, _drift]);

    public override int Load(ReadOnlySpan<double> state)
    {
        (_phase, _frequency, _drift) = (state[0], state[1], state[2]);
        return 3;
    }
}
