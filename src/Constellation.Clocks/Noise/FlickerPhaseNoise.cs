using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Flicker phase noise S_x = h_1 / (4 pi^2 f) as a <see cref="FlickerBank"/> that ends at the cut-off f_h.</summary>
/// <remarks>The upper edge is placed so that the variance is the published h_1 (1.038 + 3 ln(2 pi f_h tau)) / (4 pi^2 tau^2), within 0.2 % from 4/f_h on.</remarks>
internal sealed class FlickerPhaseNoise(double h1, double bandwidth, RandomDraws draws) : NoiseProcess
{
    private readonly double _sigma = Math.Sqrt(h1 / (4 * Math.PI));
    private readonly FlickerDrive _drive = new(FlickerBank.ForPhase(bandwidth), draws);

    public override void Start(ref double phase, ref double frequency)
    {
        _drive.Start();
        phase += _sigma * _drive.Value;
    }

    [SkipLocalsInit]
    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        Span<double> values = stackalloc double[BlockLength];
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, phase.Length - start);
            _drive.Advance(step, Level, firstSample + (ulong)start, length, values);
            AddScaled(_sigma, values, phase.Slice(start, length));
        }
    }

    public override void Save(List<double> state) => _drive.Save(state);

    public override int Load(ReadOnlySpan<double> state) => _drive.Load(state);
}
