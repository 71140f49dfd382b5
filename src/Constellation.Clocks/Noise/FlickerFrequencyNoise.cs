using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Flicker frequency noise S_y = h_-1 / f: a <see cref="FlickerBank"/>, stepped jointly with its integral, the phase.</summary>
/// <remarks>The Allan deviation is flat within 0.1 % for averaging times from 1 s to 3 years, 0.5 % from 0.3 s to 30 years.</remarks>
internal sealed class FlickerFrequencyNoise(double hMinus1, RandomDraws draws) : NoiseProcess
{
    private readonly double _sigma = Math.Sqrt(Math.PI * hMinus1);
    private readonly FlickerDrive _drive = new(FlickerBank.ForFrequency, draws);

    public override void Start(ref double phase, ref double frequency)
    {
        _drive.Start();
        frequency += _sigma * _drive.Value;
    }

    [SkipLocalsInit]
    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        Span<double> results = stackalloc double[2 * BlockLength];
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, phase.Length - start);
            _drive.Advance(step, Level, firstSample + (ulong)start, length, results);
            AddScaled(_sigma, results[BlockLength..], phase.Slice(start, length));
            AddScaled(_sigma, results, frequency.Slice(start, length));
        }
    }

    public override void Save(List<double> state) => _drive.Save(state);

    public override int Load(ReadOnlySpan<double> state) => _drive.Load(state);
}
