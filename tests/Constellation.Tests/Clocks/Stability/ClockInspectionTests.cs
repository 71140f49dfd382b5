using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Stability;

public class ClockInspectionTests
{
    private static readonly Duration Interval = Duration.FromSeconds(30);

    /// <summary>White FM with drift, 2000 values: what was put in is found, and nothing else.</summary>
    [Fact]
    public void Finds_what_was_put_in()
    {
        double[] x = Record();
        x[400] += 40e-12;
        for (int i = 900; i < x.Length; i++)
        {
            x[i] -= 60e-12;
        }

        for (int i = 1500; i < x.Length; i++)
        {
            x[i] += 5e-12 * (i - 1500);
        }

        ClockFinding[] found = [.. ClockInspection.OfOffsets(x, Interval)];
        Assert.Equal([ClockFindingKind.Outlier, ClockFindingKind.PhaseJump, ClockFindingKind.FrequencyJump], found.Select(f => f.Kind));
        Assert.Equal([400, 900], found[..2].Select(f => f.Index));
        Assert.Equal(1, found[0].Size / 40e-12, 0.15);                  // noise of 1 ps in each value, 3 ps allowed
        Assert.Equal(1, found[1].Size / -60e-12, 0.1);
        Assert.InRange(found[2].Index, 1495, 1506);
        Assert.Equal(1, found[2].Size / (5e-12 / 30), 0.15);            // medians of 100 values of 1 ps: 0.18 ps of 5
    }

    [Theory, InlineData(0), InlineData(-2), InlineData(2)]
    public void Plain_noise_has_no_findings(int noise)
    {
        int findings = Enumerable.Range(0, 20).Sum(run => ClockInspection.OfOffsets(StabilityAnalysisTests.Drawn(noise, 2000, run), Interval).Count);
        Assert.InRange(findings, 0, 1);
    }

    [Fact]
    public void Gaps_and_poor_records_are_no_findings()
    {
        double[] x = Record();
        x.AsSpan(300, 200).Fill(double.NaN);
        Assert.Empty(ClockInspection.OfOffsets(x, Interval));
        Assert.Empty(ClockInspection.OfOffsets([], Interval));
        Assert.Empty(ClockInspection.OfOffsets([1, double.NaN], Interval));
        Assert.Empty(ClockInspection.OfOffsets(new double[500], Interval));
    }

    [Fact]
    public void Frequencies_have_outliers_and_jumps()
    {
        double[] y = [.. StabilityAnalysisTests.Drawn(2, 1000, 5).Select((v, i) => v + (i >= 600 ? 5 : 0))];
        y[100] = 30;
        ClockFinding[] found = [.. ClockInspection.OfFrequencies(y)];
        Assert.Equal([ClockFindingKind.Outlier, ClockFindingKind.FrequencyJump], found.Select(f => f.Kind));
        Assert.Equal(100, found[0].Index);
        Assert.InRange(found[1].Index, 598, 602);       // a step of five times the noise

    }

    private static double[] Record() =>
        [.. StabilityAnalysisTests.Drawn(0, 2000, 4).Select((v, i) => (1e-12 * v) + 1e-4 + (1e-10 * i) + (1e-15 * i * i))];
}
