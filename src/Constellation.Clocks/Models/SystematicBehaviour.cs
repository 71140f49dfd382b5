using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>The part of one unit's history that is not noise: offset, frequency, drift, ageing and the terms of the revolution, as drawn.</summary>
internal sealed class SystematicBehaviour
{
    private readonly double _offset, _frequency, _ageing, _ageingTime;
    private readonly (double Amplitude, double Rate, double Phase)[] _harmonics;

    private SystematicBehaviour(ClockModel model, RandomDraws draws)
    {
        _offset = model.InitialOffsetSpread * draws.NormalAt(0);
        _frequency = model.InitialFrequencySpread * draws.NormalAt(1);
        Drift = model.DriftMean + (model.DriftSpread * draws.NormalAt(2));
        (_ageing, _ageingTime) = (model.AgeingSpread * draws.NormalAt(3), model.AgeingTime);
        double rate = 2 * Math.PI / model.HarmonicPeriod;

        // The phase of order n is uniform: the angle of deviates 2n + 2 and 2n + 3.
        double Phase(int n) => Math.Atan2(draws.NormalAt((ulong)((2 * n) + 2)), draws.NormalAt((ulong)((2 * n) + 3)));
        _harmonics =
        [
            .. model.HigherHarmonics.Prepend(new ClockHarmonic(1, model.HarmonicAmplitude)).Where(h => h.Amplitude != 0)
                .Select(h => (h.Amplitude, h.Order * rate, Phase(h.Order))),
        ];
        IsNone = _offset == 0 && _frequency == 0 && Drift == 0 && _ageing == 0 && _harmonics.Length == 0;
    }

    public double Drift { get; }

    public bool IsNone { get; }

    public static SystematicBehaviour Draw(ClockModel model, ulong seed, uint run, EntityId entity) =>
        new(model, new RandomDraws(seed, run, entity, NoisePurpose.ClockInitial));

    /// <summary>At <paramref name="t"/> seconds after the start.</summary>
    public ClockState At(double t)
    {
        double offset = _offset + (t * (_frequency + (0.5 * Drift * t)));
        double frequency = _frequency + (Drift * t);
        if (_ageing != 0)
        {
            double log = Math.Log(1 + (t / _ageingTime));
            offset += _ageing * (((t + _ageingTime) * log) - t);
            frequency += _ageing * log;
        }

        foreach ((double amplitude, double rate, double phase) in _harmonics)
        {
            (double sin, double cos) = Math.SinCos((rate * t) + phase);
            offset += amplitude * sin;
            frequency += amplitude * rate * cos;
        }

        return new(offset, frequency);
    }
}
