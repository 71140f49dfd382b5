using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>One drawn history of a clock as a stream: constant memory, any steps, exact in law at every sample.</summary>
/// <remarks>Every noise has its own random address and sample k draws at index k: another satellite, another noise or another block length changes
/// nothing here. The numbers do depend on where the samples lie; the law does not.</remarks>
public sealed class ClockSampler
{
    private readonly List<NoiseProcess> _noises = [];
    private ulong _sample;

    public ClockSampler(ClockModel model, ulong seed, uint run, EntityId entity)
    {
        Model = model;
        Systematic = SystematicBehaviour.Draw(model, seed, run, entity);
        RandomDraws For(NoisePurpose purpose) => new(seed, run, entity, purpose);
        if (model.H2 > 0)
        {
            _noises.Add(new WhitePhaseNoise(ClockVariance.WhitePhase(model), model.Bandwidth, For(NoisePurpose.ClockWhitePhase)));
        }

        if (model.H1 > 0)
        {
            _noises.Add(new FlickerPhaseNoise(model.H1, model.Bandwidth, For(NoisePurpose.ClockFlickerPhase)));
        }

        if (model.H0 > 0)
        {
            _noises.Add(new WhiteFrequencyNoise(model.Q1, For(NoisePurpose.ClockWhiteFrequency)));
        }

        if (model.HMinus1 > 0)
        {
            _noises.Add(new FlickerFrequencyNoise(model.HMinus1, For(NoisePurpose.ClockFlickerFrequency)));
        }

        if (model.HMinus2 > 0)
        {
            _noises.Add(new RandomWalkFrequencyNoise(model.Q2, For(NoisePurpose.ClockRandomWalkFrequency)));
        }

        if (model.HMinus4 > 0)
        {
            _noises.Add(new RandomRunFrequencyNoise(model.Q3, For(NoisePurpose.ClockRandomRunFrequency)));
        }

        if (model.LoopPhaseSigma > 0)
        {
            _noises.Add(new LoopPhaseNoise(model.LoopPhaseSigma, model.LoopPhaseTime, For(NoisePurpose.ClockLoopPhase)));
        }

        (double phase, double frequency) = (0, 0);
        foreach (NoiseProcess noise in _noises)
        {
            noise.Start(ref phase, ref frequency);
        }

        Noise = new ClockState(phase, frequency);
    }

    public ClockModel Model { get; }

    /// <summary>Time since the start of the history.</summary>
    public Duration Elapsed { get; private set; }

    /// <summary>State of the clock at <see cref="Elapsed"/>.</summary>
    public ClockState Current => Systematic.At(Elapsed.TotalSeconds) + Noise;

    /// <summary>Factor on the deviation of everything that drives the noises from here on; 1 at the start.</summary>
    public double NoiseLevel
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
            _noises.ForEach(n => n.Level = value);
        }
    } = 1;

    /// <summary>What is not noise: drawn once for the unit.</summary>
    internal SystematicBehaviour Systematic { get; }

    /// <summary>The noise part of <see cref="Current"/>.</summary>
    internal ClockState Noise { get; private set; }

    /// <summary>One step on.</summary>
    public ClockState Advance(Duration step)
    {
        Span<double> phase = [0], frequency = [0];
        FillNoise(step, phase, frequency);
        return Current;
    }

    /// <summary>The next samples, one every <paramref name="step"/>, phase offset (s) and fractional frequency.</summary>
    public void Fill(Duration step, Span<double> phase, Span<double> frequency)
    {
        Duration start = Elapsed;
        FillNoise(step, phase, frequency);
        for (int i = 0; i < phase.Length && !Systematic.IsNone; i++)
        {
            ClockState systematic = Systematic.At((start + (step * (i + 1))).TotalSeconds);
            phase[i] += systematic.Offset;
            frequency[i] += systematic.Frequency;
        }
    }

    /// <summary>All that the samples to come depend on, but for the address: <see cref="Resume"/> goes on with the same bits.</summary>
    public ClockCheckpoint Checkpoint()
    {
        List<double> state = [Noise.Offset, Noise.Frequency, NoiseLevel];
        _noises.ForEach(n => n.Save(state));
        return new(_sample, Elapsed, state);
    }

    /// <summary>Goes on from a checkpoint of a sampler of the same model and address, however far from the start: nothing before it is drawn.</summary>
    public void Resume(ClockCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        (_sample, Elapsed) = (checkpoint.Sample, checkpoint.Elapsed);
        double[] state = [.. checkpoint.State];
        (Noise, NoiseLevel) = (new ClockState(state[0], state[1]), state[2]);
        int at = 3;
        foreach (NoiseProcess noise in _noises)
        {
            at += noise.Load(state.AsSpan(at));
        }

        if (at != state.Length)
        {
            throw new ArgumentException("the checkpoint belongs to another clock model", nameof(checkpoint));
        }
    }

    internal void FillNoise(Duration step, Span<double> phase, Span<double> frequency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfNotEqual(frequency.Length, phase.Length);
        if (phase.IsEmpty)
        {
            return;
        }

        phase.Clear();
        frequency.Clear();
        foreach (NoiseProcess noise in _noises)
        {
            noise.Add(step.TotalSeconds, _sample + 1, phase, frequency);
        }

        _sample += (ulong)phase.Length;
        Elapsed += step * phase.Length;
        Noise = new ClockState(phase[^1], frequency[^1]);
    }
}
