using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Histories of one clock as rows <c>run,t_s,phase_s,frequency</c>, in constant memory.</summary>
/// <remarks>The frequency is the mean over the step that begins at <c>t_s</c>, so that it means the same for every noise and gives the same
/// stability as the phase.</remarks>
internal static class ClockSimulation
{
    private const int Block = 1024;

    public static IReadOnlyList<TableColumn> Columns { get; } = TableColumn.From("run,t_s,phase_s,frequency");

    public static void Write(TableWriter table, ClockModel model, Duration duration, Duration step, int runs, ulong seed, CancellationToken cancel)
    {
        long rows = Duration.FloorDivide(duration, step) + 1;
        double[] phase = new double[Block], frequency = new double[Block];
        for (uint run = 0; run < runs; run++)
        {
            ClockSampler sampler = new(model, seed, run, EntityId.Scenario);
            double last = sampler.Current.Offset;
            for (long row = 0; row < rows;)
            {
                cancel.ThrowIfCancellationRequested();
                int length = (int)Math.Min(Block, rows - row);
                sampler.Fill(step, phase.AsSpan(0, length), frequency.AsSpan(0, length));
                for (int i = 0; i < length; i++, row++)
                {
                    table.Integer(run).Real((step * row).TotalSeconds).Real(last).Real((phase[i] - last) / step.TotalSeconds).EndRow();
                    last = phase[i];
                }
            }
        }
    }
}
