using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock whose frequency is corrected at every interval so that its offset goes to zero.</summary>
/// <remarks>With x_k the measured offsets the command changes by -(k_p x_k + k_d (x_k - x_(k-1))) / interval; k_d = 1 - r^2, k_p = (1 - r)^2 with r = exp(-interval /
/// time constant) puts both poles of the loop at r.</remarks>
public sealed class SteeredClock : IClock
{
    private readonly IClock _clock;
    private readonly SteeringSettings _settings;
    private readonly double[] _phase, _frequency;

    public SteeredClock(IClock clock, EpochSpan span, SteeringSettings settings, ulong seed, uint run, EntityId entity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.Interval, Duration.Zero, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.TimeConstant, Duration.Zero, nameof(settings));
        (_clock, _settings, Validity) = (clock, settings, span);
        int count = checked((int)Duration.FloorDivide(span.Last - span.First, settings.Interval) + 1);
        (_phase, _frequency) = (new double[count], new double[count]);
        NormalDeviates noise = new(new RandomDraws(seed, run, entity, NoisePurpose.ClockTakeOver), 200);
        double interval = settings.Interval.TotalSeconds, r = Math.Exp(-interval / settings.TimeConstant.TotalSeconds);
        (double phase, double frequency, double before) = (0, 0, double.NaN);
        for (int k = 0; k < count; k++)
        {
            double measured = clock.At(span.First + (settings.Interval * k)).Offset + phase + (settings.MeasurementSigma * noise.At((ulong)k));
            double change = double.IsNaN(before) ? 0 : -(((1 - r) * (1 - r) * measured) + ((1 - (r * r)) * (measured - before))) / interval;
            frequency += settings.Resolution > 0 ? Math.Round(change / settings.Resolution) * settings.Resolution : change;
            (_phase[k], _frequency[k], before) = (phase, frequency, measured);
            phase += frequency * interval;
        }
    }

    public EpochSpan Validity { get; }

    /// <summary>When the frequency was commanded, and by how much it changed.</summary>
    public IEnumerable<(Epoch Epoch, double Change)> Commands =>
        _frequency.Select((f, k) => (Validity.First + (_settings.Interval * k), k == 0 ? f : f - _frequency[k - 1]));

    public ClockState At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the clock is steered from {Validity.First} to {Validity.Last}");
        }

        Duration elapsed = epoch - Validity.First;
        int k = (int)Duration.FloorDivide(elapsed, _settings.Interval);
        return _clock.At(epoch) + new ClockState(_phase[k] + (_frequency[k] * (elapsed - (_settings.Interval * k)).TotalSeconds), _frequency[k]);
    }
}
