using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Histories of one clock, or of a satellite with several, as rows <c>run,t_s,phase_s,frequency</c>.</summary>
/// <remarks>The frequency is the mean over the step that begins at <c>t_s</c>, so that it means the same for every noise and gives the same
/// stability as the phase. A failed clock has no more rows.</remarks>
internal sealed record ClockSimulation(ClockModel Model, Duration Length, Duration Step, int Runs, ulong Seed)
{
    private const int Block = 1024;

    /// <summary>Where times count from; any epoch would do.</summary>
    public static readonly Epoch Start = Epoch.J2000;

    public static IReadOnlyList<TableColumn> Columns { get; } = TableColumn.From("run,t_s,phase_s,frequency");

    /// <summary>Events of the first clock that were asked for.</summary>
    public IReadOnlyList<ClockEvent> Events { get; init; } = [];

    /// <summary>Events by chance beside them.</summary>
    public ClockEventRates? Rates { get; init; }

    /// <summary>Spare clocks of the same kind: hot or cold.</summary>
    public IReadOnlyList<bool> SparesAreHot { get; init; } = [];

    private long Rows => Duration.FloorDivide(Length, Step) + 1;

    public void Write(TableWriter table, CancellationToken cancel)
    {
        for (uint run = 0; run < Runs; run++)
        {
            if (SparesAreHot.Count == 0)
            {
                WriteOne(table, run, cancel);
            }
            else
            {
                WriteRedundant(table, run, cancel);
            }
        }
    }

    /// <summary>In constant memory.</summary>
    private void WriteOne(TableWriter table, uint run, CancellationToken cancel)
    {
        ClockEvent[] events = EventsOf(EntityId.Scenario, run, Events);
        Epoch end = events.Where(e => e.Failure).Select(e => (Epoch?)e.Epoch).Min() ?? Start + (Step * (Rows + 1));
        Queue<ClockEvent> louder = new(events.Where(e => e.NoiseFactor is not null));
        EventClock? steps = events.Any(e => e.NoiseFactor is null) ? new(PerfectClock.Instance, [.. events.Where(e => !e.Failure)]) : null;
        double[] phase = new double[Block], frequency = new double[Block];
        ClockSampler sampler = new(Model, Seed, run, EntityId.Scenario);
        double Added(long row) => steps?.At(Start + (Step * row)).Offset ?? 0;
        double last = sampler.Current.Offset + Added(0);
        for (long row = 0; row < Rows;)
        {
            cancel.ThrowIfCancellationRequested();
            while (louder.TryPeek(out ClockEvent now) && now.Epoch <= Start + (Step * row))
            {
                sampler.NoiseLevel *= louder.Dequeue().NoiseFactor!.Value;
            }

            int length = (int)Math.Min(Block, Rows - row);
            if (louder.TryPeek(out ClockEvent next))
            {
                length = (int)Math.Min(length, -Duration.FloorDivide(Start - next.Epoch, Step) - row);
            }

            sampler.Fill(Step, phase.AsSpan(0, length), frequency.AsSpan(0, length));
            for (int i = 0; i < length; i++, row++)
            {
                if (Start + (Step * (row + 1)) > end)
                {
                    return;
                }

                double value = phase[i] + Added(row + 1);
                table.Integer(run).Real((Step * row).TotalSeconds).Real(last).Real((value - last) / Step.TotalSeconds).EndRow();
                last = value;
            }
        }
    }

    /// <summary>The units are drawn whole.</summary>
    private void WriteRedundant(TableWriter table, uint run, CancellationToken cancel)
    {
        EpochGrid grid = new(Start, Step, checked((int)Rows + 1));
        ClockUnit[] units = [.. Enumerable.Range(0, SparesAreHot.Count + 1).Select(i =>
        {
            EntityId entity = i == 0 ? EntityId.Scenario : EntityId.Station(i);
            ClockEvent[] events = EventsOf(entity, run, i == 0 ? Events : []);
            return new ClockUnit(new EventClock(ClockRealization.Draw(Model, grid, events, Seed, run, entity), events), i == 0 || SparesAreHot[i - 1]);
        })];
        RedundantClock clock = RedundantClock.Assemble(units, new EpochSpan(grid.Start, grid.Last), new TakeOverSettings(), [], Seed, run, EntityId.Scenario);
        double last = clock.At(grid.Start).Offset;
        for (int row = 0; row < Rows && grid[row + 1] <= clock.Validity.Last; row++)
        {
            cancel.ThrowIfCancellationRequested();
            double value = clock.At(grid[row + 1]).Offset;
            table.Integer(run).Real((Step * row).TotalSeconds).Real(last).Real((value - last) / Step.TotalSeconds).EndRow();
            last = value;
        }
    }

    private ClockEvent[] EventsOf(EntityId entity, uint run, IReadOnlyList<ClockEvent> wanted)
    {
        IEnumerable<ClockEvent> drawn = Rates?.Draw(new EpochSpan(Start, Start + Length), Seed, run, entity) ?? [];
        return [.. wanted.Concat(drawn).OrderBy(e => e.Epoch)];
    }
}
