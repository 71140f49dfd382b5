using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>White phase noise cut at f_h, as a mean over the last w = 1/(2 f_h): variance h_2 f_h / (4 pi^2), correlation 1 - t/w within w.</summary>
/// <remarks>A mean over w has the noise bandwidth f_h, and readings at least w apart are independent, whatever their spacing. Closer readings share a part of their
/// means: the Brownian motion B of the mean, (B(t) - B(t - w)) / w, is kept at the readings of one w and bridged where a mean begins between two.</remarks>
internal sealed class WhitePhaseNoise(double variance, double bandwidth, RandomDraws draws) : NoiseProcess
{
    private readonly double _sigma = Math.Sqrt(variance);
    private readonly double _width = 1 / (2 * bandwidth);
    private readonly NormalDeviates _normals = new(draws), _bridges = new(draws, 1);

    /// <summary>The motion of the last w, oldest first: seconds before now, the motion in units of sigma sqrt(w). Used by close readings only.</summary>
    private readonly List<(double Age, double Motion)> _points = [];
    private double _last;

    public override void Start(ref double phase, ref double frequency)
    {
        _last = _sigma * _normals.At(0);
        phase += _last;
    }

    [SkipLocalsInit]
    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        if (step < _width * (1 - 1e-12))
        {
            AddClose(step, firstSample, phase);
            return;
        }

        _points.Clear();
        Span<double> n = stackalloc double[BlockLength];
        double sigma = Level * _sigma;
        for (int start = 0; start < phase.Length; start += BlockLength)
        {
            Span<double> x = phase.Slice(start, Math.Min(BlockLength, phase.Length - start));
            _normals.Fill(firstSample + (ulong)start, n[..x.Length]);
            AddScaled(sigma, n, x);
            _last = sigma * n[x.Length - 1];
        }
    }

    public override void Save(List<double> state)
    {
        state.AddRange([_last, _points.Count]);
        foreach ((double age, double motion) in _points)
        {
            state.AddRange([age, motion]);
        }
    }

    public override int Load(ReadOnlySpan<double> state)
    {
        _last = state[0];
        _points.Clear();
        int count = (int)state[1];
        for (int i = 0; i < count; i++)
        {
            _points.Add((state[2 + (2 * i)], state[3 + (2 * i)]));
        }

        return 2 + (2 * count);
    }

    private void AddClose(double step, ulong firstSample, Span<double> phase)
    {
        if (_points.Count == 0)
        {
            _points.AddRange([(_width, 0), (0, _last / _sigma)]);  // the mean that was read last, its inside not yet known
        }

        for (int i = 0; i < phase.Length; i++)
        {
            ulong sample = firstSample + (ulong)i;
            for (int k = 0; k < _points.Count; k++)
            {
                _points[k] = (_points[k].Age + step, _points[k].Motion);
            }

            double now = _points[^1].Motion + (Level * Math.Sqrt(step / _width) * _normals.At(sample));
            int after = _points.FindIndex(p => p.Age < _width);
            (double age, double motion) left = _points[after - 1], right = _points[after];
            double span = left.age - right.age, share = (left.age - _width) / span;
            double bridge = Level * Math.Sqrt(Math.Max(0, share * (1 - share) * span / _width)) * _bridges.At(sample);
            double begin = left.motion + (share * (right.motion - left.motion)) + bridge;
            _points.RemoveRange(0, after);
            _points.Insert(0, (_width, begin));
            _points.Add((0, now));
            _last = _sigma * (now - begin);
            phase[i] += _last;
        }
    }
}
