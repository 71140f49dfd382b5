using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class CommonReferenceTests
{
    private const int Rows = 600;
    private static readonly Epoch s_start = Epoch.Parse("2021-07-29T00:00:00GPST");

    /// <summary>
    /// Twelve good and twelve ten times poorer clocks of two systems on a reference that wanders twice as much as the poor ones and steps, once of one system only. Read against the common
    /// reference a good clock has its own stability within 15 %: the reference's noise is that of a median of twelve good clocks, 1.25/sqrt(12) of one, so sqrt(1 + 0.13) at most.
    /// </summary>
    [Fact]
    public void A_good_clock_gets_its_own_stability_back()
    {
        double[] wander = Drawn(100, 20);
        double Reference(GnssSystem system, int row) => wander[row] + (row >= 200 ? -304e-9 : 0) + (row >= 400 && system == GnssSystem.Galileo ? 80e-9 : 0);
        (GnssSystem System, double[] Own, TabulatedClock Clock)[] clocks = [.. Enumerable.Range(0, 24).Select(c =>
        {
            GnssSystem system = c % 2 == 0 ? GnssSystem.Galileo : GnssSystem.BeiDou;
            double[] own = Drawn(c, c < 12 ? 1 : 10);
            return (system, own, Table([.. own.Select((x, row) => x + Reference(system, row))]));
        })];
        CommonReference reference = new(clocks.Select(c => (c.System, c.Clock)));

        Assert.Equal([200, 400], reference.Steps(GnssSystem.Galileo).Select(s => Row(s.At)));
        Assert.Equal([200], reference.Steps(GnssSystem.BeiDou).Select(s => Row(s.At)));
        Assert.Equal(-304e-9, reference.Steps(GnssSystem.BeiDou)[0].Size, 2e-9);
        foreach ((GnssSystem system, double[] own, TabulatedClock clock) in clocks.Take(12))
        {
            double truth = Deviation(own), raw = Deviation(clock.Offsets), free = Deviation(reference.Against(system, clock).Offsets);
            Assert.InRange(free / truth, 0.85, 1.15);
            Assert.True(raw > 10 * truth);
        }
    }

    [Fact]
    public void A_system_of_two_clocks_is_left_alone()
    {
        TabulatedClock[] tables = [.. Enumerable.Range(0, 2).Select(c => Table(Drawn(c, 1)))];
        CommonReference reference = new(tables.Select(t => (GnssSystem.Qzss, t)));
        Assert.Empty(reference.Steps(GnssSystem.Qzss));
        Assert.Equal(tables[0].Offsets.ToArray(), reference.Against(GnssSystem.Qzss, tables[0]).Offsets.ToArray());
        Assert.Empty(new CommonReference([]).Steps(GnssSystem.Gps));
    }

    private static int Row(Epoch epoch) => (int)Duration.FloorDivide(epoch - s_start, Duration.FromSeconds(30));

    private static double Deviation(ReadOnlySpan<double> x) => FrequencyStability.Deviation(StabilityStatistic.Oadev, x, Duration.FromSeconds(30), 4);

    /// <summary>White frequency noise of so many times 1e-12 at 1 s around a rate of the unit's own.</summary>
    private static double[] Drawn(int clock, double size)
    {
        RandomDraws draws = new(3, 0, EntityId.Station(clock), NoisePurpose.ClockWhiteFrequency);
        double[] x = new double[Rows];
        x[0] = 1e-4 * draws.NormalAt(1000);
        double rate = 1e-11 * draws.NormalAt(1001);
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = x[i - 1] + (30 * rate) + (size * 1e-12 * Math.Sqrt(30) * draws.NormalAt((ulong)i));
        }

        return x;
    }

    private static TabulatedClock Table(double[] offsets) =>
        new([.. offsets.Select((_, i) => s_start + (Duration.FromSeconds(30) * i))], offsets, Duration.FromSeconds(60));
}
