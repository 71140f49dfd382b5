using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A drawn clock that is sampled piece by piece as it is asked for: memory does not grow with its length.</summary>
/// <remarks>The history of <see cref="ClockRealization"/> with the same nodes, linear between them (the curvature of drift and of harmonics within 30 s is below 1e-15 s).
/// The piece before the present one stays, so questions may go back by one piece, not more.</remarks>
internal sealed class StreamedClock : IClock
{
    private readonly ClockSampler _sampler;
    private readonly Duration _step;
    private readonly int _nodes;
    private double[] _phase, _frequency;            // nodes of the present piece, the first is the last one of the piece before
    private double[] _phaseBefore = [], _frequencyBefore = [];
    private Epoch _start;

    /// <param name="model">Kind of clock.</param>
    /// <param name="span">First epoch, and the last that may be asked for.</param>
    /// <param name="step">Distance of nodes.</param>
    /// <param name="nodes">Steps in a piece.</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="entity">Whose clock.</param>
    public StreamedClock(ClockModel model, EpochSpan span, Duration step, int nodes, ulong seed, EntityId entity)
    {
        _sampler = new ClockSampler(model, seed, 0, entity);
        (_start, _step, _nodes, Validity) = (span.First, step, nodes, span);
        ClockState first = _sampler.Current;
        (_phase, _frequency) = ([first.Offset, .. new double[nodes]], [first.Frequency, .. new double[nodes]]);
        _sampler.Fill(step, _phase.AsSpan(1), _frequency.AsSpan(1));
    }

    public EpochSpan Validity { get; }

    public ClockState At(Epoch epoch)
    {
        while (epoch > _start + (_step * _nodes))
        {
            Draw();
        }

        double position = (epoch - _start).TotalSeconds / _step.TotalSeconds;
        if (position >= 0)
        {
            return Between(_phase, _frequency, position);
        }

        return position + _nodes >= 0 && _phaseBefore.Length > 0
            ? Between(_phaseBefore, _frequencyBefore, position + _nodes)
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the clock is at hand from {_start - (_step * (_phaseBefore.Length > 0 ? _nodes : 0))} on");
    }

    private void Draw()
    {
        (_phaseBefore, _frequencyBefore) = (_phase, _frequency);
        (_phase, _frequency) = ([_phaseBefore[^1], .. new double[_nodes]], [_frequencyBefore[^1], .. new double[_nodes]]);
        _sampler.Fill(_step, _phase.AsSpan(1), _frequency.AsSpan(1));
        _start += _step * _nodes;
    }

    private ClockState Between(double[] phase, double[] frequency, double position)
    {
        int i = Math.Min((int)position, _nodes - 1);
        double w = position - i;
        return new(phase[i] + (w * (phase[i + 1] - phase[i])), frequency[i] + (w * (frequency[i + 1] - frequency[i])));
    }
}
