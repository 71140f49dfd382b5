using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Tests.Reporting;

public sealed class LinkPlotTests
{
    /// <summary>Classes of 500 km; a gap between classes cuts the curve.</summary>
    [Fact]
    public void Budget_curves_keep_extremes_and_gaps()
    {
        LinkBudgetCurve curve = new("x");
        curve.Add(20.1e6, 60, 0.03, 1e-3, 5);
        curve.Add(20.2e6, 62, 0.02, 2e-3, 7);
        curve.Add(20.6e6, 61, 0.04, 3e-3, -1);
        curve.Add(30e6, 50, 0.05, 4e-3, -2);
        Assert.Equal((4, 2, 20.1e6, 30e6, 50, 62, 0.02, 0.05, -2), (curve.Count, curve.Locked, curve.Shortest, curve.Longest, curve.LeastCarrierToNoise, curve.MostCarrierToNoise, curve.LeastCodeNoise, curve.MostCodeNoise, curve.LeastMargin));
        IReadOnlyList<IReadOnlyList<(double Range, double Least, double Most)>> runs = curve.Runs();
        Assert.Equal([(20.25e6, 60, 62), (20.75e6, 61, 61)], runs[0]);
        Assert.Equal([(30.25e6, 50, 50)], runs[1]);
    }

    [Fact]
    public void Pictures_say_what_they_show()
    {
        Assert.False(new LinkBudgetPlot([], 50).HasData);
        Assert.Contains("of 3 pairs 1 are always usable, 1 never; mean share 0.5", new LinkMatrixPlot(["a", "b", "c"], new[,] { { double.NaN, 1, 0 }, { 1, double.NaN, 0.5 }, { 0, 0.5, double.NaN } }).AltText, StringComparison.Ordinal);
        EpochGrid epochs = new(Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromMinutes(5), 2);
        Assert.Contains("of 2 satellites over time: 1 to 4, mean 2.5", new LinkPartnersPlot(["a", "b"], epochs, 1, new double[,] { { 1, 2 }, { 3, 4 } }).AltText, StringComparison.Ordinal);
        Assert.False(new LinkPartnersPlot(["a", "b"], epochs, 1, new double[2, 2]).HasData);
        Assert.True(PlotFile.IsPicture("A.PNG") && PlotFile.IsPicture("a.svg") && !PlotFile.IsPicture("a.csv"));
    }
}
