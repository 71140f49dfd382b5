using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>The state of a <see cref="FlickerBank"/> and its steps, four poles at a time.</summary>
/// <remarks>Deviate k of every step has a stream of its own, so that the number of deviates (it grows with the step) leaves the streams as they are.</remarks>
internal sealed class FlickerDrive(FlickerBank bank, RandomDraws draws)
{
    /// <summary>Most samples of one call of <see cref="Advance"/>.</summary>
    public const int MostSamples = 256;

    /// <summary>Streams of the deviates that make the first state, clear of those of the steps.</summary>
    private const uint StationaryStreams = 1000;

    private readonly double[] _state = new double[FlickerLanes.Count];
    private readonly List<NormalDeviates> _streams = [];
    private double[] _deviates = [];
    private FlickerStep? _table;
    private double _step = double.NaN;

    /// <summary>Sum of the poles.</summary>
    public double Value => new FlickerLanes(_state).Sum;

    public void Start()
    {
        double[][] loads = FlickerStep.Stationary(bank);
        for (uint k = 0; k < loads.Length; k++)
        {
            double n = new NormalDeviates(draws, StationaryStreams + k).At(0);
            for (int j = 0; j < FlickerBank.PoleCount; j++)
            {
                _state[j] += loads[k][j] * n;
            }
        }
    }

    /// <summary>Values after each of the next steps and, where room is given, what the integral grows by in each.</summary>
    public void Advance(double step, double level, ulong firstSample, Span<double> values, Span<double> increments)
    {
        Prepare(step);
        int length = values.Length;
        for (int k = 0; k < _table!.Loads.Length; k++)
        {
            Span<double> deviates = _deviates.AsSpan(k * MostSamples, length);
            _streams[k].Fill(firstSample, deviates);
            if (level != 1)
            {
                foreach (ref double n in deviates)
                {
                    n *= level;
                }
            }
        }

        if (increments.IsEmpty)
        {
            AdvanceValues(values);
        }
        else
        {
            AdvanceBoth(values, increments[..length]);
        }
    }

    public void Save(List<double> state) => state.AddRange(_state);

    public int Load(ReadOnlySpan<double> state)
    {
        state[.._state.Length].CopyTo(_state);
        return _state.Length;
    }

    private void Prepare(double step)
    {
        if (step == _step)
        {
            return;
        }

        (_step, _table) = (step, FlickerStep.Of(bank, step));
        while (_streams.Count < _table.Loads.Length)
        {
            _streams.Add(new NormalDeviates(draws, (uint)_streams.Count));
        }

        if (_deviates.Length < _streams.Count * MostSamples)
        {
            _deviates = new double[_streams.Count * MostSamples];
        }
    }

    private void AdvanceValues(Span<double> values)
    {
        FlickerLanes z = new(_state);
        ref double loads = ref MemoryMarshal.GetArrayDataReference(_table!.FlatLoads);
        ref double decay = ref MemoryMarshal.GetArrayDataReference(_table.Decay);
        int rank = _table.Loads.Length;
        for (int i = 0; i < values.Length; i++)
        {
            z.Step(ref decay, ref loads, ref _deviates[i], rank);
            values[i] = z.Sum;
        }

        z.CopyTo(_state);
    }

    private void AdvanceBoth(Span<double> values, Span<double> increments)
    {
        FlickerLanes z = new(_state);
        ref double loads = ref MemoryMarshal.GetArrayDataReference(_table!.FlatLoads);
        ref double decay = ref MemoryMarshal.GetArrayDataReference(_table.Decay), mean = ref MemoryMarshal.GetArrayDataReference(_table.Mean);
        int rank = _table.Loads.Length;
        for (int i = 0; i < values.Length; i++)
        {
            double known = z.Dot(ref mean);
            z.Step(ref decay, ref loads, ref _deviates[i], rank);
            (values[i], increments[i]) = (z.Sum, known + z.New);
        }

        z.CopyTo(_state);
    }
}
