using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>The part of one unit's history that is not noise: offset, frequency, drift and the once-per-revolution term, as drawn.</summary>
internal readonly record struct SystematicBehaviour(
    double Offset, double Frequency, double Drift, double HarmonicAmplitude, double HarmonicRate, double HarmonicPhase)
{
    public static SystematicBehaviour Draw(ClockModel model, ulong seed, uint run, EntityId entity)
    {
        RandomDraws draws = new(seed, run, entity, NoisePurpose.ClockInitial);
        double phase = Math.Atan2(draws.NormalAt(4), draws.NormalAt(5));       // uniform in angle
        return new(
            model.InitialOffsetSpread * draws.NormalAt(0),
            model.InitialFrequencySpread * draws.NormalAt(1),
            model.DriftMean + (model.DriftSpread * draws.NormalAt(2)),
            model.HarmonicAmplitude,
            2 * Math.PI / model.HarmonicPeriod,
            phase);
    }

    /// <summary>At <paramref name="t"/> seconds after the start.</summary>
    public ClockState At(double t)
    {
        double offset = Offset + (t * (Frequency + (0.5 * Drift * t)));
        double frequency = Frequency + (Drift * t);
        if (HarmonicAmplitude == 0)
        {
            return new(offset, frequency);
        }

        (double sin, double cos) = Math.SinCos((HarmonicRate * t) + HarmonicPhase);
        return new(offset + (HarmonicAmplitude * sin), frequency + (HarmonicAmplitude * HarmonicRate * cos));
    }
}
