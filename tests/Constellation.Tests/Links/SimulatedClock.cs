using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>A test's own clock: white and random-walk frequency noise in steps of 1.5 s would be slow; steps of 30 s, straight in between, serve.</summary>
internal sealed class SimulatedClock : IClock
{
    private const double Step = 30;
    private readonly double[] _x, _y;

    public SimulatedClock(ClockModel model, double length, RandomDraws draws)
    {
        int n = (int)(length / Step) + 2;
        (_x, _y) = (new double[n], new double[n]);
        _x[0] = model.InitialOffsetSpread * draws.NormalAt(0);
        _y[0] = model.InitialFrequencySpread * draws.NormalAt(1);
        double drift = model.DriftMean + (model.DriftSpread * draws.NormalAt(2));
        (double xx, double xy, double yy) = (model.ProcessNoise(Step).M11, model.ProcessNoise(Step).M12, model.ProcessNoise(Step).M22);
        double lower = xx > 0 ? xy / Math.Sqrt(xx) : 0, rest = Math.Sqrt(Math.Max(0, yy - (lower * lower)));
        for (int i = 1; i < n; i++)
        {
            (double a, double b) = (draws.NormalAt((2 * (ulong)i) + 2), draws.NormalAt((2 * (ulong)i) + 3));
            _x[i] = _x[i - 1] + (Step * (_y[i - 1] + (drift * Step / 2))) + (Math.Sqrt(xx) * a);
            _y[i] = _y[i - 1] + (drift * Step) + (lower * a) + (rest * b);
        }
    }

    public EpochSpan Validity => EpochSpan.Unbounded;

    public ClockState At(Epoch epoch)
    {
        double t = (epoch - LinkWorld.Start).TotalSeconds / Step;
        int i = Math.Clamp((int)t, 0, _x.Length - 2);
        return new(_x[i] + ((t - i) * (_x[i + 1] - _x[i])), _y[i]);
    }
}
