using Constellation.Time;
using MathNet.Numerics;

namespace Constellation.Clocks;

/// <summary>A clock model as a Kalman filter sees it: phase, frequency, drift, a bank of Gauss-Markov frequencies for the flicker, and a pair of states for each wave of the revolution.</summary>
/// <remarks>
/// Poles a factor 4 apart cover averaging times from the step to the memory; what flicker has above and below is closed by white and random-walk frequency
/// noise. Phase noises are noise of the measurement: flicker phase noise as what it has between two samples. Exact for any step, as [Zucca05] and the
/// integral of a Gauss-Markov process are. A wave of amplitude A and any phase is a frequency that turns: (p, q) with p' = w q, q' = -w p, variance (A w)^2 / 2 each at first.
/// </remarks>
internal sealed class ClockFilterModel
{
    private const double Ratio = 4;
    private const int MostPoles = 20;

    private readonly double[] _rates, _waves;

    /// <param name="model">Noise levels, drift and waves.</param>
    /// <param name="step">From measurement to measurement.</param>
    /// <param name="memory">Longest time that matters: window and horizon.</param>
    public ClockFilterModel(ClockModel model, Duration step, Duration memory)
    {
        double dt = step.TotalSeconds, level = model.HMinus1;
        double fastest = 4 / dt, slowest = 0.1 / Math.Max(memory.TotalSeconds, dt);
        int poles = level > 0 ? Math.Clamp((int)Math.Ceiling(Math.Log(fastest / slowest) / Math.Log(Ratio)), 1, MostPoles) : 0;
        _rates = new double[poles];
        double edge = fastest;
        for (int j = 0; j < poles; j++, edge /= Ratio)
        {
            _rates[j] = edge / Math.Sqrt(Ratio);
        }

        Step = dt;
        PoleVariance = level * Math.Log(Ratio);
        Q1 = model.Q1 + (poles > 0 ? 2 * level / fastest : 0);
        Q2 = model.Q2 + (poles > 0 ? 2 * level * edge : 0);
        DriftVariance = (model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread);
        double flickerPhase = model.H1 * CosineIntegral.Entire(2 * Math.PI * model.Bandwidth * dt) / (4 * Math.PI * Math.PI);
        MeasurementVariance = model.PhaseJitterVariance + flickerPhase;
        (double Frequency, double Amplitude)[] waves =
        [
            .. new[] { new ClockHarmonic(1, model.HarmonicAmplitude) }.Concat(model.HigherHarmonics).Where(h => h.Amplitude != 0)
                .Select(h => (2 * Math.PI * h.Order / model.HarmonicPeriod, h.Amplitude)),
        ];
        _waves = [.. waves.Select(w => w.Frequency)];
        WaveVariances = [.. waves.Select(w => w.Frequency * w.Frequency * w.Amplitude * w.Amplitude / 2)];
        FirstWave = 3 + poles;
        Size = FirstWave + (2 * waves.Length);
        Transition = TransitionOver(dt);
        ProcessNoise = NoiseOver();
        OneStepVariance = ProcessNoise[0] + MeasurementVariance;
    }

    /// <summary>Seconds.</summary>
    public double Step { get; }

    public double Q1 { get; }

    public double Q2 { get; }

    /// <summary>Variance of each flicker process.</summary>
    public double PoleVariance { get; }

    /// <summary>Variance of each state of a wave's pair before any measurement.</summary>
    public double[] WaveVariances { get; }

    /// <summary>Where the pairs of the waves begin.</summary>
    public int FirstWave { get; }

    /// <summary>Variance of the drift before any measurement, 1/s^2.</summary>
    public double DriftVariance { get; }

    public double MeasurementVariance { get; }

    /// <summary>Number of states.</summary>
    public int Size { get; }

    /// <summary>Over one step, row by row.</summary>
    public double[] Transition { get; }

    /// <summary>Over one step, row by row.</summary>
    public double[] ProcessNoise { get; }

    /// <summary>Variance of the phase after a step from a known state, as measured, s^2.</summary>
    public double OneStepVariance { get; }

    /// <summary>What each state adds to the phase after <paramref name="t"/> seconds.</summary>
    public double[] PhaseRow(double t)
    {
        double[] row = new double[Size];
        (row[0], row[1], row[2]) = (1, t, t * t / 2);
        for (int j = 0; j < _rates.Length; j++)
        {
            row[3 + j] = -SpecialFunctions.Expm1(-_rates[j] * t) / _rates[j];
        }

        for (int j = 0; j < _waves.Length; j++)
        {
            double w = _waves[j], half = Math.Sin(w * t / 2);
            row[FirstWave + (2 * j)] = Math.Sin(w * t) / w;
            row[FirstWave + (2 * j) + 1] = 2 * half * half / w;
        }

        return row;
    }

    private double[] TransitionOver(double t)
    {
        double[] f = new double[Size * Size];
        PhaseRow(t).CopyTo(f, 0);
        f[Size + 1] = 1;
        f[Size + 2] = t;
        f[(2 * Size) + 2] = 1;
        for (int j = 0; j < _rates.Length; j++)
        {
            f[((3 + j) * Size) + 3 + j] = Math.Exp(-_rates[j] * t);
        }

        for (int j = 0; j < _waves.Length; j++)
        {
            int p = FirstWave + (2 * j), q = p + 1;
            (double sine, double cosine) = Math.SinCos(_waves[j] * t);
            f[(p * Size) + p] = f[(q * Size) + q] = cosine;
            f[(p * Size) + q] = sine;
            f[(q * Size) + p] = -sine;
        }

        return f;
    }

    private double[] NoiseOver()
    {
        double t = Step;
        double[] q = new double[Size * Size];
        q[0] = (Q1 * t) + (Q2 * t * t * t / 3);
        q[1] = q[Size] = Q2 * t * t / 2;
        q[Size + 1] = Q2 * t;
        for (int j = 0; j < _rates.Length; j++)
        {
            int s = 3 + j;
            double a = _rates[j] * t, lost = -SpecialFunctions.Expm1(-a);
            q[0] += PoleVariance / (_rates[j] * _rates[j]) * IntegralVariance(a);
            q[s] = q[s * Size] = PoleVariance / _rates[j] * lost * lost;
            q[(s * Size) + s] = -PoleVariance * SpecialFunctions.Expm1(-2 * a);
        }

        return q;
    }

    /// <summary>2a - 3 + 4 exp(-a) - exp(-2a), by its series where it cancels.</summary>
    private static double IntegralVariance(double a) => a < 0.01
        ? a * a * a * (2.0 / 3 - (a / 2) + (7 * a * a / 30))
        : (2 * a) - 3 + (4 * Math.Exp(-a)) - Math.Exp(-2 * a);
}
