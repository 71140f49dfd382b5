using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>A <see cref="FlickerBank"/> on its way: the poles' conditional means since the block began, and where in its block it stands.</summary>
/// <remarks>A block ends after <see cref="FlickerBlock.Length"/> samples, or where the step or the level changes: then what is unknown of the poles is drawn, and the next begins from a
/// known state. Streams 0 and 1 hold the deviates of the samples, stream 2 in order those of the ends: how a history is cut into calls changes none.</remarks>
internal sealed class FlickerDrive(FlickerBank bank, RandomDraws draws)
{
    /// <summary>Streams of the deviates that make the first state, clear of those of the steps.</summary>
    private const uint StationaryStreams = 1000;

    private readonly double[] _state = new double[FlickerBank.PoleCount];
    private readonly NormalDeviates _first = new(draws, 0), _second = new(draws, 1), _ends = new(draws, 2);
    private readonly double[] _deviates = new double[2 * FlickerKernel.MostSamples];
    private FlickerBlock? _block;
    private double _step, _level = 1, _integral;
    private int _position;
    private ulong _endsDrawn;

    /// <summary>Sum of the poles.</summary>
    public double Value => _state.Sum();

    public void Start()
    {
        double[][] loads = bank.StationaryLoads;
        for (uint k = 0; k < loads.Length; k++)
        {
            NoiseProcess.AddScaled(new NormalDeviates(draws, StationaryStreams + k).At(0), loads[k], _state);
        }
    }

    /// <summary>Values after each of the next steps and, unless the bank is a phase, <see cref="FlickerKernel.MostSamples"/> behind them the integral since the start.</summary>
    /// <param name="step">Equal steps, s.</param>
    /// <param name="level">Factor on what drives the bank.</param>
    /// <param name="firstSample">Number of the sample after the first step.</param>
    /// <param name="count">Samples, at most <see cref="FlickerKernel.MostSamples"/>.</param>
    /// <param name="results">Room for them.</param>
    public void Advance(double step, double level, ulong firstSample, int count, Span<double> results)
    {
        Prepare(step, level);
        Fill(_first, firstSample, _deviates.AsSpan(0, count));
        if (!bank.IsPhase)
        {
            Fill(_second, firstSample, _deviates.AsSpan(FlickerKernel.MostSamples, count));
        }

        for (int start = 0; start < count;)
        {
            if (_position == FlickerBlock.Length)
            {
                End();
            }

            int length = Math.Min(FlickerBlock.Length - _position, count - start);
            ReadOnlySpan<double> deviates = _deviates.AsSpan(start);
            if (bank.IsPhase)
            {
                FlickerKernel.Values(_state, _block!, _position, deviates, results.Slice(start, length));
            }
            else
            {
                _integral = FlickerKernel.ValuesAndIntegral(_state, _block!, _position, deviates, results[start..], length, _integral);
            }

            (_position, start) = (_position + length, start + length);
        }
    }

    public void Save(List<double> state)
    {
        state.AddRange(_state);
        state.AddRange([_integral, _step, _level, _position, _endsDrawn]);
    }

    public int Load(ReadOnlySpan<double> state)
    {
        int poles = _state.Length;
        state[..poles].CopyTo(_state);
        (_integral, _step, _level) = (state[poles], state[poles + 1], state[poles + 2]);
        (_position, _endsDrawn) = ((int)state[poles + 3], (ulong)state[poles + 4]);
        _block = _step > 0 ? FlickerBlock.Of(bank, _step) : null;
        return poles + 5;
    }

    private void Prepare(double step, double level)
    {
        if (step == _step && level == _level)
        {
            return;
        }

        End();
        if (step != _step)
        {
            _block = FlickerBlock.Of(bank, step);
        }

        (_step, _level) = (step, level);
    }

    /// <summary>Draws what is unknown of the poles given all samples of the block.</summary>
    private void End()
    {
        if (_position > 0)
        {
            foreach (double[] load in _block!.Open(_position - 1))
            {
                NoiseProcess.AddScaled(_level * _ends.At(_endsDrawn++), load, _state);
            }

            _position = 0;
        }
    }

    private void Fill(NormalDeviates normals, ulong firstSample, Span<double> deviates)
    {
        normals.Fill(firstSample, deviates);
        if (_level != 1)
        {
            foreach (ref double n in deviates)
            {
                n *= _level;
            }
        }
    }
}
