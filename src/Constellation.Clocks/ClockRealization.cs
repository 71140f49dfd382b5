using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>One drawn history of one clock, truth: exact in law at the nodes of a grid, interpolated between them.</summary>
/// <remarks>Between nodes the systematic part is evaluated and the noise taken as linear in time. That leaves out the Brownian bridge of the white
/// frequency noise, at most sqrt(q1 T)/2 rms at mid-step: 0.8 ps (0.25 mm) for PHM-BDS3 at T = 3 s, 8 ps (2.5 mm) at 300 s; the other noises add far less.
/// The frequency is that of the states; white frequency noise has none at an instant, see <see cref="MeanFrequency"/>.</remarks>
public sealed class ClockRealization : IClock
{
    private readonly SystematicBehaviour _systematic;
    private readonly double[] _phase;
    private readonly double[] _frequency;
    private readonly double _step;

    private ClockRealization(EpochGrid grid, ClockModel model, SystematicBehaviour systematic, double[] phase, double[] frequency)
    {
        (Grid, Model, _systematic, _phase, _frequency) = (grid, model, systematic, phase, frequency);
        _step = grid.Step.TotalSeconds;
        Validity = new EpochSpan(grid.Start, grid.Last);
    }

    public ClockModel Model { get; }

    public EpochGrid Grid { get; }

    public EpochSpan Validity { get; }

    /// <summary>Frequency drift of this unit, 1/s.</summary>
    public double Drift => _systematic.Drift;

    /// <summary>Draws the history of <paramref name="entity"/> in run <paramref name="run"/>: a pure function of its arguments.</summary>
    public static ClockRealization Draw(ClockModel model, EpochGrid grid, ulong seed, uint run, EntityId entity) => Draw(model, grid, [], seed, run, entity);

    /// <summary>The same with the noise factors of events: each acts from the first node on that is not before it (the step that follows that node). The rest of the events: <see cref="EventClock"/>.</summary>
    public static ClockRealization Draw(ClockModel model, EpochGrid grid, IReadOnlyList<ClockEvent> events, ulong seed, uint run, EntityId entity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grid.Count, 1, nameof(grid));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(grid.Step, Duration.Zero, nameof(grid));
        ClockSampler sampler = new(model, seed, run, entity);
        double[] phase = new double[grid.Count];
        double[] frequency = new double[grid.Count];
        (phase[0], frequency[0]) = (sampler.Noise.Offset, sampler.Noise.Frequency);
        const int block = 1024;                                    // two such spans stay in the first-level cache
        Queue<ClockEvent> changes = new(events.Where(e => e.NoiseFactor is not null).OrderBy(e => e.Epoch));
        for (int i = 1; i < grid.Count;)
        {
            // A step is as loud as its beginning.
            while (changes.TryPeek(out ClockEvent change) && change.Epoch <= grid[i - 1])
            {
                sampler.NoiseLevel *= changes.Dequeue().NoiseFactor!.Value;
            }

            int length = Math.Min(block, grid.Count - i);
            if (changes.TryPeek(out ClockEvent next) && next.Epoch < grid[i - 1 + length])
            {
                length = -(int)Duration.FloorDivide(grid[i - 1] - next.Epoch, grid.Step);      // to the first node that is not before it
            }

            sampler.FillNoise(grid.Step, phase.AsSpan(i, length), frequency.AsSpan(i, length));
            i += length;
        }

        return new(grid, model, sampler.Systematic, phase, frequency);
    }

    public ClockState At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"clock {Model.Name} was drawn from {Validity.First} to {Validity.Last}");
        }

        double elapsed = (epoch - Grid.Start).TotalSeconds;
        double position = elapsed / _step, nearest = Math.Round(position);
        if (Math.Abs(position - nearest) < 1e-9)
        {
            return AtNode((int)nearest);
        }

        int i = (int)position;
        double w = position - i;
        return _systematic.At(elapsed) + new ClockState(
            _phase[i] + (w * (_phase[i + 1] - _phase[i])),
            _frequency[i] + (w * (_frequency[i + 1] - _frequency[i])));
    }

    /// <summary>The drawn state at node <paramref name="index"/> of the grid, exact in law.</summary>
    public ClockState AtNode(int index) =>
        _systematic.At((Grid.Step * index).TotalSeconds) + new ClockState(_phase[index], _frequency[index]);

    /// <summary>Mean fractional frequency between two epochs: phase difference over elapsed time, white frequency noise included.</summary>
    public double MeanFrequency(Epoch from, Epoch to) => (At(to).Offset - At(from).Offset) / (to - from).TotalSeconds;
}
