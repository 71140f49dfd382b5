using Constellation.Time;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Time along a figure of epochs that need not be equally spaced: since the first, in GPST.</summary>
internal sealed class SeriesTime(IReadOnlyList<Epoch> epochs)
{
    private readonly double _length = (epochs[^1] - epochs[0]).TotalSeconds;
    private readonly TimeUnit _unit = TimeUnit.For((epochs[^1] - epochs[0]).TotalSeconds);

    public string Label => $"Time since {epochs[0].ToString(TimeScale.Gpst, 0)[..19].Replace('T', ' ')} GPST ({_unit.Name})";

    public double At(int epoch) => (epochs[epoch] - epochs[0]).TotalSeconds / _unit.Seconds;

    public void Apply(Plot plot) => Ticks.Stepped(plot.Axes.Bottom, 0, _length > 0 ? _length / _unit.Seconds : 1, _unit.Step(_length));
}
