using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
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
        GeometryShare without = new GeometryCriterion(left, start, Duration.FromHours(6), Duration.FromHours(1), 15, 5, 3).Without(default);
        Equal(without, worst.Geometry);
        Assert.True(worst.LostMean >= CriticalSatellites.Rank(slots, geometry, 1, 2, TestContext.Current.CancellationToken)[0].LostMean);
        Assert.InRange(geometry.Without(default).Mean, 0.9, 1);
    }

    /// <summary>Four systems at once are more satellites than a word has bits: without the last one they are as if it had never been there.</summary>
    [Fact]
    public void A_hundred_satellites_can_be_told_apart()
    {
        SatelliteDefinition[] all = [.. new[] { "beidou-3", "gps", "galileo", "glonass" }.SelectMany(n => EphemerisLibrary.BuiltIn.Constellation(n, new SourceSpan(n)).Active)];
        Assert.InRange(all.Length, 100, SlotSet.Capacity);
        ConstellationSlots slots = new(s_beidou, all), fewer = new(s_beidou, all[..^1]);
        Equal(Coarse(fewer).Without(default), Coarse(slots).Without(SlotSet.Of(all.Length - 1)));
        Assert.Equal(all[^1], Assert.Single(new AvailabilityStudy(slots, s_nothing with { Length = Duration.FromDays(9), Listed = [new(all[^1].Id, Duration.FromDays(1), Duration.FromDays(1))] }, Coarse(slots)).Events(0).Select(e => slots.Satellites[e.Slot])));
    }

    /// <summary>PDOP from sums of which lost satellites were taken away is that of the map's kernel, which never had them, at every point of a day, and the same points have none.</summary>
    [Fact]
    public void Sums_without_some_are_DOP_of_the_rest()
    {
        ConstellationSlots slots = new(s_beidou, [.. s_beidou.Active]);
        IReadOnlyList<UserDefinition> users = new UserGrid(15, 0).Users;
        double mask = double.DegreesToRadians(5);
        (GeometryKernel kernel, DopGrid map) = (new(users, mask), new(users, mask));
        double[] ones = [.. Enumerable.Repeat(1.0, slots.Satellites.Count)], found = new double[kernel.Length];
        foreach (int hour in Enumerable.Range(0, 8))
        {
            Epoch epoch = s_beidou.Epoch + Duration.FromHours(3 * hour);
            EarthRotation rotation = EarthOrientation.BuiltIn.At(epoch);
            Position<Itrf>[] places = [.. slots.Satellites.Select(s => new Position<Itrf>(rotation.ToItrf(ConstellationOrbits.Mean(s, slots.Epoch).At(epoch)).Position))];
            double[] sums = kernel.Sums(places, ones);
            foreach (int[] lost in (int[][])[[], [hour], [hour, 29 - hour], [.. Enumerable.Range(hour, 19)], [.. Enumerable.Range(0, 28)]])
            {
                kernel.Without(sums, [.. lost.Select(i => places[i])], ones.AsSpan(0, lost.Length), found);
                map.Compute([.. places.Where((_, i) => !lost.Contains(i))]);
                for (int u = 0; u < users.Count; u++)
                {
                    Assert.Equal(double.IsNaN(map.Pdop[u]), double.IsNaN(found[u]));
                    if (map.Pdop[u] < 100)
                    {
                        Check.Within(Tolerance.Of(1e-13 * Math.Pow(map.Pdop[u], 3), "1", "rounding of thirty terms of size 1 (7e-15), grown by PDOP squared, the condition of the normal matrix"), map.Pdop[u], found[u]);
                    }
                }
            }
        }
    }

    /// <summary>Equal errors of all ranges make accuracy PDOP times that error; where one signal is ten times as bad as the rest its loss costs next to nothing, and it ranks last.</summary>
    [Fact]
    public void Bad_signals_are_not_missed()
    {
        ConstellationSlots slots = Slots(24);
        Epoch start = Epoch.Parse("2024-09-20T00:00:00GPST");
        GeometryCriterion With(IReadOnlyList<double> errors) => new(slots, start, Duration.FromHours(12), Duration.FromHours(2), 30, 5, 6, errors);
        GeometryShare equal = With([.. Enumerable.Repeat(0.7, 24)]).Without(default), single = With([.. Enumerable.Repeat(1.0, 24)]).Without(default);
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), 0.7 * single.Accuracy, equal.Accuracy);
        Assert.InRange(single.Accuracy / single.MeanPdop, 1, 1.2);               // rms against mean of the same PDOP
        double[] one = [.. Enumerable.Range(0, 24).Select(i => i == 5 ? 7.0 : 0.7)];
        IReadOnlyList<CriticalSet> ranking = CriticalSatellites.Rank(slots, With(one), 1, 2, TestContext.Current.CancellationToken, CriticalityOrder.Accuracy);
        Assert.Equal(slots.Satellites[5], ranking[^1].Satellites[0]);
        Assert.InRange(ranking[^1].AccuracyGrowth, 0, 0.1 * ranking[^2].AccuracyGrowth);
        Assert.NotEqual(slots.Satellites[5], CriticalSatellites.Rank(slots, With(one), 1, 2, TestContext.Current.CancellationToken, CriticalityOrder.Pdop)[^1].Satellites[0]);
    }

    /// <summary>Everything that is counted is told, the last one too.</summary>
    [Fact]
    public void Progress_reaches_its_end()
    {
        ConstellationSlots slots = Slots(6);
        System.Collections.Concurrent.ConcurrentBag<(int Done, int All)> told = [];
        _ = new AvailabilityStudy(slots, s_nothing with { Replicates = 10 }, Coarse(slots)).Run(2, TestContext.Current.CancellationToken, (d, n) => told.Add((d, n)));
        Assert.Equal(Enumerable.Range(1, 10).Select(d => (d, 10)), told.Order());
    }

    private static void Equal(GeometryShare expected, GeometryShare found)
    {
        Check.Within(Tolerance.Of(1e-12, "1", "shares of the same points"), expected.Mean, found.Mean);
        Check.Within(Tolerance.Of(1e-12, "1", "shares of the same points"), expected.Everywhere, found.Everywhere);
        Check.Within(Tolerance.Of(1e-12, "1", "shares of the same points"), expected.WorstPoint, found.WorstPoint);
        Check.Within(Tolerance.Of(1e-9, "1", "rounding of sums of which some terms were taken away again"), expected.MeanPdop, found.MeanPdop);
    }

    private static void Near(double expected, AvailabilityEstimate found, double bias) =>
        Check.Within(Tolerance.Of((5 * (found.High - found.Low) / 3.92) + bias, "1", "five standard errors of the mean, and the start"), expected, found.Mean);
}
