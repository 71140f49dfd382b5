using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Flicker frequency noise S_y = h_-1 / f: a <see cref="FlickerBank"/>, stepped jointly with its integral, the phase.</summary>
/// <remarks>The Allan deviation is flat within 0.1 % for averaging times from 1 s to 3 years, 0.5 % from 0.3 s to 30 years.</remarks>
internal sealed class FlickerFrequencyNoise(double hMinus1, RandomDraws draws) : NoiseProcess
{
    private readonly double _sigma = Math.Sqrt(Math.PI * hMinus1);
    private readonly FlickerDrive _drive = new(FlickerBank.ForFrequency, draws);
    private double _phase;

    public override void Start(ref double phase, ref double frequency)
    {
        _drive.Start();
        frequency += _sigma * _drive.Value;
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        Span<double> values = stackalloc double[BlockLength], increments = stackalloc double[BlockLength];
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, phase.Length - start);
            _drive.Advance(step, Level, firstSample + (ulong)start, values[..length], increments[..length]);
            Span<double> x = phase.Slice(start, length), y = frequency.Slice(start, length);
            (double sum, double sigma) = (_phase, _sigma);         // in registers: a field would be written and read at every sample
            for (int i = 0; i < x.Length; i++)
            {
                sum += sigma * increments[i];
                x[i] += sum;
                y[i] += sigma * values[i];
            }

            _phase = sum;
        }
    }

    public override void Save(List<double> state)
    {
        state.Add(_phase);
        _drive.Save(state);
    }

    public override int Load(ReadOnlySpan<double> state)
    {
        _phase = state[0];
        return 1 + _drive.Load(state[1..]);
    }
}
