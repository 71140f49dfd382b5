using Constellation.Positioning;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Signal-in-space errors of real or simulated messages by group: root mean square over time, or over the age of the data.</summary>
public sealed class SisreSamplesPlot(IReadOnlyList<SisreSample> samples, bool overAge) : RunPlot
{
    private const int MostPoints = 400, FewestSamples = 12;

    public override string Name => overAge ? "sisre-age" : "sisre-time";

    public override bool HasData => samples.Count > 0;

    public override (int Width, int Height) Size => (1000, 420);

    public override string Caption => $"Signal-in-space error, root mean square over the satellites of a group, {(overAge ? "by the time since the reference epoch of the message" : "over time")}.";

    public override string AltText => "Signal-in-space error, root mean square: " + string.Join(", ", Groups.Select(g => $"{g.Key} {Numbers.Text(Rms(g))} m")) + ".";

    private IGrouping<string, SisreSample>[] Groups => [.. samples.GroupBy(s => s.Group).OrderBy(g => g.Key, StringComparer.Ordinal)];

    public override Plot Draw()
    {
        SeriesTime time = new([samples.Min(s => s.Epoch), samples.Max(s => s.Epoch)]);
        double oldest = samples.Max(s => Math.Abs(s.AgeSeconds));
        TimeUnit unit = TimeUnit.For(oldest);
        Plot plot = PlotStyling.New("Signal-in-space error" + (overAge ? " over the age of the message" : ""), overAge ? $"Time since the reference epoch ({unit.Name})" : time.Label, "SISRE, root mean square (m)");
        int colour = 0;
        List<double> all = [];
        foreach (IGrouping<string, SisreSample> group in Groups)
        {
            (double X, double Y)[] points = overAge ? OverAge(group, unit) : OverTime(group);
            all.AddRange(points.Select(p => p.Y));
            plot.Curve([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], PlotColors.Series(colour++), $"{group.Key} ({Numbers.Text(Rms(group))} m)", 1.6f);
        }

        if (overAge)
        {
            double first = Math.Min(0, samples.Min(s => s.AgeSeconds)) / unit.Seconds, last = Math.Max(samples.Max(s => s.AgeSeconds) / unit.Seconds, first + 1e-6);
            Ticks.Linear(plot.Axes.Bottom, first, last, 9);
        }
        else
        {
            time.Apply(plot);
        }

        plot.FromZero(all);
        plot.LegendBelow();
        return plot;
    }

    private (double, double)[] OverTime(IEnumerable<SisreSample> group)
    {
        SisreSample[] own = [.. group];
        Time.Epoch first = samples.Min(s => s.Epoch);
        double length = (samples.Max(s => s.Epoch) - first).TotalSeconds;
        double width = Math.Max(length / MostPoints, 1e-3);
        double unit = TimeUnit.For(length).Seconds;
        return [.. own.GroupBy(s => (int)Math.Round((s.Epoch - first).TotalSeconds / width)).OrderBy(g => g.Key).Select(g => (g.Average(s => (s.Epoch - first).TotalSeconds) / unit, Rms(g)))];
    }

    private static (double, double)[] OverAge(IEnumerable<SisreSample> group, TimeUnit unit)
    {
        SisreSample[] own = [.. group];
        double width = Math.Max(60, (own.Max(s => s.AgeSeconds) - own.Min(s => s.AgeSeconds)) / 24);
        return [.. own.GroupBy(s => (int)Math.Floor(s.AgeSeconds / width)).Where(g => g.Count() >= FewestSamples).OrderBy(g => g.Key).Select(g => (g.Average(s => s.AgeSeconds) / unit.Seconds, Rms(g)))];
    }

    private static double Rms(IEnumerable<SisreSample> group) => Math.Sqrt(group.Average(s => s.Sisre * s.Sisre));
}
