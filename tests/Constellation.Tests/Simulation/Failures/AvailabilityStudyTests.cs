using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Failures;

public sealed class AvailabilityStudyTests
{
    private static readonly ConstellationDefinition s_beidou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));

    private static readonly FailureSettings s_nothing = new()
    {
        Life = null,
        Outages = EquipmentRates.None,
        Clock = EquipmentRates.None,
        Link = EquipmentRates.None,
        PlannedEvery = null,
        SparesPerPlane = 0,
        Length = Duration.FromHours(876_600),
        Replicates = 40,
    };

    private static ConstellationSlots Slots(int count) => new(s_beidou, [.. s_beidou.Active.Where(s => s.OrbitClass == OrbitClass.Meo).Take(count)]);

    /// <summary>Coarse: what is tested here are states, not geometry.</summary>
    private static GeometryCriterion Coarse(ConstellationSlots slots) => new(slots, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromHours(2), Duration.FromHours(1), 90, 5, 6);

    private static AvailabilityReport Run(int slots, FailureSettings settings, int threads = 2)
    {
        ConstellationSlots own = Slots(slots);
        return new AvailabilityStudy(own, settings, Coarse(own)).Run(threads, TestContext.Current.CancellationToken);
    }

    /// <summary>A century of failures every hour is millions of changes in a single replicate: it ends when asked, not when it is through.</summary>
    [Fact]
    public void A_long_replicate_can_be_stopped()
    {
        ConstellationSlots slots = Slots(6);
        FailureSettings often = s_nothing with { Outages = new(Duration.FromHours(1), Duration.FromMinutes(30)), Replicates = 1 };
        using CancellationTokenSource stop = new(50);
        Assert.ThrowsAny<OperationCanceledException>(() => new AvailabilityStudy(slots, often, Coarse(slots)).Run(1, stop.Token));
    }

    /// <summary>A slot whose failures and repairs are exponential serves MTBF/(MTBF + MTTR), and so many of independent slots by the binomial law. 40 times 100 years: 6 slots see some 4000 failures
    /// each pair of replicates; five standard errors of the estimate itself are allowed.</summary>
    [Fact]
    public void Independent_slots_follow_the_binomial_law()
    {
        EquipmentRates rates = new(Duration.FromDays(90), Duration.FromDays(10));
        AvailabilityReport report = Run(6, s_nothing with { Outages = rates });
        Near(rates.Availability, report.SlotMean, 0);
        for (int k = 3; k <= 6; k++)
        {
            Near(BinomialLaw.Probability(6, k, 0.9), report.Counts[k], 1e-4);
        }

        Check.Within(Tolerance.Of(1e-12, "1", "shares of the same time"), 1, report.Counts.Sum(c => c.Mean));
    }

    /// <summary>Without spares a slot is full for a life and empty until the launch: L/(L + D) in the long run. It begins full, which adds the covariance term of a renewal process,
    /// at most L D/(L + D)/T = 0.5 % here.</summary>
    [Fact]
    public void A_lost_satellite_leaves_its_slot_empty_until_the_launch()
    {
        (Duration life, Duration launch) = (Duration.FromDays(500), Duration.FromDays(250));
        AvailabilityReport report = Run(6, s_nothing with { Life = life, Launch = launch });
        Near(500.0 / 750, report.SlotMean, 0.005);
        Check.Within(Tolerance.Of(1e-9, "1", "nothing else takes it out of service"), 1 - report.SlotMean.Mean, report.Slots.Average(s => s.Vacant));
    }

    /// <summary>n clocks in turn live n m + (n - 1) s and serve n m of it; then the slot waits for the launch.</summary>
    [Fact]
    public void Clocks_are_used_up_one_after_the_other()
    {
        AvailabilityReport report = Run(6, s_nothing with { ClockUnits = 3, Clock = new(Duration.FromDays(100), Duration.FromDays(5)), Launch = Duration.FromDays(90) });
        Near(300.0 / (300 + 10 + 90), report.SlotMean, 0.005);
    }

    /// <summary>With a spare that needs 10 days and more spares than ever fail, a slot is empty for 10 days a life; with none for the time of the launch.</summary>
    [Fact]
    public void A_spare_fills_the_slot_by_its_drift()
    {
        FailureSettings settings = s_nothing with { Life = Duration.FromDays(1000), Drift = Duration.FromDays(10), Launch = Duration.FromDays(200), SparesPerPlane = 60 };
        Near(1000.0 / 1010, Run(6, settings).SlotMean, 0.001);
        Near(1000.0 / 1200, Run(6, settings with { SparesPerPlane = 0 }).SlotMean, 0.002);
    }

    /// <summary>One of three stations is enough: (MTTR/(MTBF + MTTR))^3 of the time there is none, less at the start, when all work.</summary>
    [Fact]
    public void Stations_back_each_other_up()
    {
        AvailabilityReport report = Run(1, s_nothing with { Stations = 3, Station = new(Duration.FromDays(6), Duration.FromDays(4)) });
        Near(0.4 * 0.4 * 0.4, report.StationsMissing, 1e-4);
    }

    /// <summary>Planned outages: 12 h in 100 days, no chance in it but the phase.</summary>
    [Fact]
    public void Planned_outages_take_their_share()
    {
        AvailabilityReport report = Run(2, s_nothing with { PlannedEvery = Duration.FromDays(100), PlannedLength = Duration.FromHours(12), Replicates = 4 });
        Check.Within(Tolerance.Of(0.5 / 36_525, "1", "one outage more or less in 100 years"), 1 - (0.5 / 100), report.SlotMean.Mean);
    }

    [Fact]
    public void A_listed_outage_is_where_it_was_put()
    {
        ConstellationSlots slots = Slots(2);
        FailureSettings settings = s_nothing with { Length = Duration.FromDays(100), Listed = [new(slots.Satellites[1].Id, Duration.FromDays(10), Duration.FromDays(25))] };
        SlotInterval only = Assert.Single(new AvailabilityStudy(slots, settings, Coarse(slots)).Events(0));
        Assert.Equal(new SlotInterval(1, 10 * 86_400, 35 * 86_400, OutageCause.Planned), only);
        Check.Within(Tolerance.Of(1e-12, "1", "rounding"), 0.75, new AvailabilityStudy(slots, settings, Coarse(slots)).Run(1, TestContext.Current.CancellationToken).Slots[1].Serving.Mean);
    }

    [Fact]
    public void A_lost_plane_empties_all_its_slots_at_once()
    {
        ConstellationSlots slots = new(s_beidou, [.. s_beidou.Active.Where(s => s.OrbitClass == OrbitClass.Meo)]);
        FailureSettings settings = s_nothing with { Length = Duration.FromDays(3000), PlaneLoss = Duration.FromDays(1000), Launch = Duration.FromDays(50) };
        IReadOnlyList<SlotInterval> events = new AvailabilityStudy(slots, settings, Coarse(slots)).Events(0);
        Assert.NotEmpty(events);
        Assert.All(events.GroupBy(e => e.Start), together => Assert.Single(together.Select(e => slots.Satellites[e.Slot].Plane).Distinct()));
        Assert.All(events.GroupBy(e => e.Start), together => Assert.Equal(8, together.Count()));
    }

    /// <summary>Same bits for any number of threads; another seed gives other years; mirrored pairs scatter less than independent ones.</summary>
    [Fact]
    public void Threads_change_nothing_and_pairs_help()
    {
        FailureSettings settings = s_nothing with { Outages = new(Duration.FromDays(90), Duration.FromDays(10)), Length = Duration.FromDays(200), Replicates = 400 };
        AvailabilityReport one = Run(4, settings, threads: 1), two = Run(4, settings, threads: 2);
        Assert.Equal(one.SlotMean, two.SlotMean);
        Assert.Equal(one.Counts, two.Counts);
        Assert.NotEqual(one.SlotMean.Mean, Run(4, settings with { Seed = 2 }).SlotMean.Mean);
        AvailabilityReport free = Run(4, settings with { Antithetic = false });
        Assert.InRange((one.SlotMean.High - one.SlotMean.Low) / (free.SlotMean.High - free.SlotMean.Low), 0.3, 0.97);
    }

    /// <summary>100 km on the orbit of BeiDou's medium satellites: half a period's Kepler difference by the exact third law, 1 % of it for the linear formula.</summary>
    [Fact]
    public void Drift_follows_the_third_law()
    {
        const double A = 27_906.1e3, Height = 100e3, Gm = 3.986004418e14;
        double exact = Math.Sqrt(Gm / Math.Pow(A - Height, 3)) - Math.Sqrt(Gm / Math.Pow(A, 3));
        Check.Within(Tolerance.Of(0.01 * exact, "rad/s", "second order of the height, 5/4 of 0.36 %"), exact, PhasingDrift.Rate(A, Height));
        Check.Within(Tolerance.Of(0.1, "d", "the same"), 20 / double.RadiansToDegrees(exact) / 86_400, PhasingDrift.Time(A, Height, double.DegreesToRadians(-20)) / 86_400);
        Check.Within(Tolerance.Of(0.2, "m/s", "n d"), 13.54, PhasingDrift.DeltaV(A, Height));
    }

    /// <summary>The cache's geometry without two satellites is that of DOP maps which never had them.</summary>
    [Fact]
    public void Losses_of_two_equal_maps_without_them()
    {
        ConstellationSlots slots = Slots(24);
        Epoch start = Epoch.Parse("2024-09-20T00:00:00GPST");
        GeometryCriterion geometry = new(slots, start, Duration.FromHours(6), Duration.FromHours(1), 15, 5, 3);
        CriticalSet worst = CriticalSatellites.Rank(slots, geometry, 2, 2, TestContext.Current.CancellationToken)[0];
        ConstellationSlots left = new(s_beidou, [.. slots.Satellites.Where(s => !worst.Satellites.Contains(s))]);
        GeometryShare without = new GeometryCriterion(left, start, Duration.FromHours(6), Duration.FromHours(1), 15, 5, 3).Without(0);
        Assert.Equal(without, worst.Geometry);
        Assert.True(worst.LostMean >= CriticalSatellites.Rank(slots, geometry, 1, 2, TestContext.Current.CancellationToken)[0].LostMean);
        Assert.InRange(geometry.Without(0).Mean, 0.9, 1);
    }

    private static void Near(double expected, AvailabilityEstimate found, double bias) =>
        Check.Within(Tolerance.Of((5 * (found.High - found.Low) / 3.92) + bias, "1", "five standard errors of the mean, and the start"), expected, found.Mean);
}
