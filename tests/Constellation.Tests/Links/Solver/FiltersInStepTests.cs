using Constellation.Clocks;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Filters beside each other give what each gives alone: with shared gains within what gains differ by, without them to the last bit.</summary>
public class FiltersInStepTests
{
    /// <summary>m. Gains of orbits that lie metres apart differ by 1e-7 to 1e-6 of themselves; what they make of the first errors of metres is what a turn of so small a net remembers.</summary>
    private const double SharedGains = 1e-5;

    private static ClockModel Louder { get; } = new LinkWorld().Clock with { H0 = 8e-24 };

    [Fact]
    public void One_covariance_of_orbits_and_one_of_each_kind_of_clocks_serve_all_draws()
    {
        LinkWorld[] worlds = Worlds([.. Alike(1), .. Alike(2)]);
        FiltersInStep filters = new([.. worlds.Select(w => w.Solver)], [1, 1, 2, 2], [0, 1, 0, 1]);
        double largest = LargestDifference(worlds, filters);
        Assert.Equal(3, filters.CovarianceCount);
        Assert.InRange(largest, 0, SharedGains);
    }

    [Fact]
    public void Draws_that_lose_other_slots_share_nothing_and_are_the_same_to_the_last_bit()
    {
        LinkRangingErrors losing = LinkRangingErrors.None with { LossProbability = 0.05 };
        LinkWorld[] worlds = Worlds([new() { Seed = 1, Errors = losing }, new() { Seed = 2, Errors = losing }]);
        FiltersInStep filters = new([.. worlds.Select(w => w.Solver)], [1, 2], [0, 0]);
        Assert.Equal(0, LargestDifference(worlds, filters));
        Assert.Equal(4, filters.CovarianceCount);
    }

    [Fact]
    public void Draws_of_the_same_lost_slots_share()
    {
        LinkRangingErrors losing = LinkRangingErrors.None with { LossProbability = 0.05 };
        LinkFaults same = LinkFaults.None with { LossSeed = 7 };
        LinkWorld[] worlds = Worlds([new() { Seed = 1, Errors = losing, Faults = same }, new() { Seed = 2, Errors = losing, Faults = same }]);
        FiltersInStep filters = new([.. worlds.Select(w => w.Solver)], [1, 2], [0, 0]);
        Assert.InRange(LargestDifference(worlds, filters), 0, SharedGains);
        Assert.Equal(2, filters.CovarianceCount);
    }

    [Theory]
    [InlineData(0)]     // it leads, and hands the others on
    [InlineData(1)]
    public void A_clock_that_steps_leaves_the_others_alone(int which)
    {
        Epoch step = LinkWorld.Start + Duration.FromHours(2);
        LinkWorld With(int n) => new() { Seed = (ulong)n + 1, TrueClock = (i, clock) => n == which && i == 3 ? new EventClock(clock, [new ClockEvent(step, 1e-7)]) : clock };
        LinkWorld[] worlds = Worlds([With(0), With(1), With(2)]);
        FiltersInStep filters = new([.. worlds.Select(w => w.Solver)], [1, 2, 3], [0, 0, 0]);
        Assert.InRange(LargestDifference(worlds, filters), 0, SharedGains);
        Assert.Equal(3, filters.CovarianceCount);       // orbits, clocks, those of the one that stepped
    }

    [Fact]
    public void Filters_that_have_begun_or_are_of_another_net_are_refused()
    {
        LinkWorld one = new LinkWorld().Build(), other = new LinkWorld { PerPlane = 3 }.Build();
        Assert.Throws<ArgumentException>(() => new FiltersInStep([one.Solver, other.Solver], [0, 1], [0, 0]));
        one.Solver.Process(one.Network.Measure(one.Grid[0]));
        Assert.Throws<ArgumentException>(() => new FiltersInStep([one.Solver], [0], [0]));
    }

    private static LinkWorld[] Alike(ulong seed) => [new() { Seed = seed }, new() { Seed = seed, Clock = Louder }];

    /// <summary>Planned by the orbits of the first: a schedule is no draw.</summary>
    private static LinkWorld[] Worlds(LinkWorld[] worlds)
    {
        LinkWorld first = worlds[0].Build();
        return [first, .. worlds.Skip(1).Select(w => (w with { Planned = first.Truth.Orbits }).Build())];
    }

    /// <summary>Over positions and clocks of all estimates of the second half, m: in step against alone.</summary>
    private static double LargestDifference(LinkWorld[] worlds, FiltersInStep filters)
    {
        OrbitClockSolution[][] alone = [.. worlds.Select(w => (w with { Planned = w.Truth.Planned }).Build().Solve().ToArray())];
        double largest = 0;
        for (int k = 0; k < worlds[0].Grid.Count; k++)
        {
            OrbitClockSolution[] together = filters.Process([.. worlds.Select(w => w.Network.Measure(w.Grid[k]))]);
            for (int n = 0; n < worlds.Length && 2 * k > worlds[0].Grid.Count; n++)
            {
                foreach ((OrbitClockEstimate a, OrbitClockEstimate b) in together[n].Satellites.Zip(alone[n][k].Satellites))
                {
                    largest = Math.Max(largest, Math.Max((a.State.Position - b.State.Position).Norm, 299_792_458 * Math.Abs(a.Clock.Offset - b.Clock.Offset)));
                    Assert.Equal(b.SigmaClock, a.SigmaClock, 1e-6 * b.SigmaClock);
                    Assert.Equal(b.SigmaRadial, a.SigmaRadial, 1e-5 * b.SigmaRadial);
                }
            }
        }

        return largest;
    }
}
