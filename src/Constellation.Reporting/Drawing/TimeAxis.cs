using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Time along a figure: minutes, hours or days since the first epoch of the run, in GPST.</summary>
internal sealed class TimeAxis(EpochGrid epochs)
{
    private readonly TimeUnit _unit = TimeUnit.For((epochs.Count - 1) * epochs.Step.TotalSeconds);

    public string Label => $"Time since {epochs.Start.ToString(TimeScale.Gpst, 0)[..16].Replace('T', ' ')} GPST ({_unit.Name})";

    /// <summary>Places of the points that groups of epochs share.</summary>
    public double[] Of(EpochGroups groups) => [.. Enumerable.Range(0, groups.Count).Select(g => groups.Middle(g) * epochs.Step.TotalSeconds / _unit.Seconds)];

    public void Apply(Plot plot)
    {
        double length = (epochs.Count - 1) * epochs.Step.TotalSeconds;
        Ticks.Stepped(plot.Axes.Bottom, 0, length > 0 ? length / _unit.Seconds : 1, _unit.Step(length));
    }
}
