using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class MedianEnsembleTests
{
    private static readonly Epoch s_start = Epoch.Parse("2021-07-29T00:00:00GPST");

    /// <summary>Whatever the reference does to all clocks alike is gone; differences between clocks stay to the last bit that offsets of 1 ms allow (2e-19 s).</summary>
    [Fact]
    public void Steps_and_wander_of_the_reference_are_taken_out()
    {
        const int clocks = 9, rows = 400;
        double[][] own = [.. Enumerable.Range(0, clocks).Select(Drawn)];
        double Reference(int row) => (row >= 100 ? -304e-9 : 0) + (row >= 250 ? 295e-9 : 0) + (1e-9 * row);
        TabulatedClock[] tables = [.. own.Select(o => Table([.. o.Select((x, row) => x + Reference(row))]))];
        MedianEnsemble ensemble = new(tables);
        TabulatedClock[] free = [.. tables.Select(ensemble.Against)];

        Assert.InRange(ensemble.LargestStep, 303e-9, 305e-9);
        for (int row = 1; row < rows; row++)
        {
            double moved = Enumerable.Range(0, clocks).Average(c => (free[c].Offsets[row] - own[c][row]) - (free[c].Offsets[0] - own[c][0]));
            double straight = 1e-9 * row;

            // 3 ns: the reference's own rate belongs to every clock's median rate; what remains is the ensemble's noise, 1e-11 sqrt(30 s 400) 1.25 / 3 = 0.5 ns.
            Assert.InRange(moved - straight, -3e-9, 3e-9);
            Assert.Equal(own[0][row] - own[1][row], free[0].Offsets[row] - free[1].Offsets[row], 1e-18);
        }
    }

    /// <summary>A clock that was reset stays cut there: no line is drawn into the row after.</summary>
    [Fact]
    public void A_marked_jump_stays_marked()
    {
        Epoch[] epochs = [.. Enumerable.Range(0, 400).Select(i => s_start + (Duration.FromSeconds(30) * i))];
        TabulatedClock reset = new(epochs, Drawn(0), Duration.FromSeconds(60), [.. Enumerable.Range(0, 400).Select(i => i == 200)]);
        TabulatedClock free = new MedianEnsemble([reset, Table(Drawn(1)), Table(Drawn(2))]).Against(reset);
        Epoch inside = epochs[199] + Duration.FromSeconds(15);
        Assert.False(reset.TryAt(inside, out _));
        Assert.False(free.TryAt(inside, out _));
        Assert.True(free.TryAt(inside + Duration.FromSeconds(30), out _));
    }

    [Fact]
    public void Two_clocks_are_no_ensemble()
    {
        TabulatedClock[] tables = [Table(Drawn(0)), Table(Drawn(1))];
        MedianEnsemble ensemble = new(tables);
        Assert.Equal(0, ensemble.LargestStep);
        Assert.Equal(tables[0].Offsets.ToArray(), ensemble.Against(tables[0]).Offsets.ToArray());
    }

    /// <summary>White frequency noise of 1e-11 at 1 s around a rate of the unit's own.</summary>
    private static double[] Drawn(int clock)
    {
        RandomDraws draws = new(3, 0, EntityId.Station(clock), NoisePurpose.ClockWhiteFrequency);
        double[] x = new double[400];
        x[0] = 1e-4 * draws.NormalAt(1000);
        double rate = 1e-11 * draws.NormalAt(1001);
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = x[i - 1] + (30 * rate) + (1e-11 * Math.Sqrt(30) * draws.NormalAt((ulong)i));
        }

        return x;
    }

    private static TabulatedClock Table(double[] offsets) =>
        new([.. offsets.Select((_, i) => s_start + (Duration.FromSeconds(30) * i))], offsets, Duration.FromSeconds(60));
}
