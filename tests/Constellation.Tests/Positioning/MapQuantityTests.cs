using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

/// <summary>What maps are made of: statistics, masks, satellite failures, availability.</summary>
public sealed class MapQuantityTests
{
    [Fact]
    public void Selection_equals_sorting()
    {
        RandomDraws draws = new(4, 0, EntityId.Scenario, NoisePurpose.UserThermal);
        for (int n = 1; n <= 300; n += 7)
        {
            double[] values = [.. Enumerable.Range(0, n).Select(i => Math.Round(draws.NormalAt((ulong)((1000 * n) + i)), i % 3))];      // with ties
            values[n / 2] = n > 10 ? double.NaN : values[n / 2];
            double[] equal = [.. Enumerable.Repeat(1.0, n)];
            foreach (double fraction in (double[])[0, 0.05, 0.5, 0.95, 1])
            {
                Assert.Equal(WeightedStatistics.Percentile(values, equal, fraction), OrderStatistics.Percentile(values, fraction), 1e-12);
            }
        }
    }

    /// <summary>In a street of walls twice as high as half its width, from south to north, 63 degrees of elevation are hidden east and west, nothing north and south.</summary>
    [Theory, InlineData(90, 60, false), InlineData(270, 66, true), InlineData(0, 8, true), InlineData(180, 4, false), InlineData(30, 43, false), InlineData(30, 47, true)]
    public void Street_hides_its_sides(double azimuthDeg, double elevationDeg, bool seen)
    {
        HorizonMask street = HorizonMask.Street(2, 0, double.DegreesToRadians(5));
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(elevationDeg));
        (double east, double north) = Math.SinCos(double.DegreesToRadians(azimuthDeg));
        Assert.Equal(seen, street.Sees(east * cos, north * cos, sin));
    }

    /// <summary>A flat mask by the kernel and the same mask as a table by azimuth, which goes the slow way.</summary>
    [Fact]
    public void Masks_by_azimuth_and_flat_masks_agree()
    {
        double mask = double.DegreesToRadians(10);
        PointScene flat = Scene(new UniformHorizon(HorizonMask.Flat(mask)), 6), table = Scene(new UniformHorizon(HorizonMask.Of([.. Enumerable.Repeat(mask, 36)], 0)), 6);
        foreach (DopKind kind in Enum.GetValues<DopKind>())
        {
            double[] a = PointField.Reduce(new DopQuantity(flat, kind), flat, PointStatistic.Mean, 2, cancel: Stop), b = PointField.Reduce(new DopQuantity(table, kind), table, PointStatistic.Mean, 1, cancel: Stop);
            for (int u = 0; u < a.Length; u++)
            {
                Assert.Equal(a[u], b[u], 1e-9);                     // rounding, condition below 100
            }
        }

        AccuracyField fast = new(flat, new(UserModel.DualFrequency), [.. flat.Satellites.Select(_ => 0.5)]), slow = new(table, fast.Budget, fast.SpaceSigma);
        double[] c = AccuracyQuantity.Pooled(fast, AccuracyKind.Horizontal, 2, cancel: Stop), d = AccuracyQuantity.Pooled(slow, AccuracyKind.Horizontal, 1, cancel: Stop);
        Assert.All(Enumerable.Range(0, c.Length), u => Assert.Equal(c[u], d[u], 2e-3 * c[u]));    // the kernel's fit of the code variance
    }

    /// <summary>All sets of up to two losses, one by one.</summary>
    [Fact]
    public void Continuity_is_the_sum_over_losses()
    {
        PointScene scene = Scene(new UniformHorizon(HorizonMask.Flat(double.DegreesToRadians(15))), 1);
        SatelliteReliability weak = new(20_000, 2_000);
        const double limit = 3.5, interval = 1000;
        double q = 1 - Math.Exp(-interval / 20_000), away = 2_000.0 / 22_000;
        double[] continues = PointField.Reduce(new ContinuityQuantity(scene, ContinuityKind.Continues, limit, weak, interval), scene, PointStatistic.Mean, 1, cancel: Stop);
        double[] available = PointField.Reduce(new ContinuityQuantity(scene, ContinuityKind.Available, limit, weak, interval), scene, PointStatistic.Mean, 1, cancel: Stop);
        double[] critical = PointField.Reduce(new ContinuityQuantity(scene, ContinuityKind.CriticalSatellites, limit, weak, interval), scene, PointStatistic.Mean, 1, cancel: Stop);
        for (int u = 0; u < scene.Users.Count; u += 11)
        {
            UserSky sky = new(scene.Users[u], scene.Horizon.At(scene.Users[u].Place));
            Vector3d[] seen = [.. sky.Look(scene.Epochs[0]).Select(s => s.LineOfSight)];
            bool Within(params int[] lost) => DopReference.Solve([.. seen.Where((_, i) => !lost.Contains(i))]).Pdop <= limit;
            double Sum(double p)
            {
                double sum = Within() ? Math.Pow(1 - p, seen.Length) : 0;
                for (int i = 0; i < seen.Length; i++)
                {
                    sum += Within(i) ? Math.Pow(1 - p, seen.Length - 1) * p : 0;
                    for (int j = i + 1; j < seen.Length; j++)
                    {
                        sum += Within(i, j) ? Math.Pow(1 - p, seen.Length - 2) * p * p : 0;
                    }
                }

                return sum;
            }

            Assert.Equal(Within() ? Sum(q) : double.NaN, continues[u], 1e-12);
            Assert.Equal(Within() ? Sum(away) : 0, available[u], 1e-12);
            Assert.Equal(Within() ? Enumerable.Range(0, seen.Length).Count(i => !Within(i)) : double.NaN, critical[u]);
        }
    }

    [Fact]
    public void Availability_is_the_share_of_epochs_within_the_limits()
    {
        PointScene scene = Scene(new UniformHorizon(HorizonMask.Flat(double.DegreesToRadians(5))), 8);
        AccuracyField field = new(scene, new(UserModel.DualFrequency), [.. scene.Satellites.Select(_ => 0.5)]);
        AccuracyThresholds limits = new() { Pdop = 1.8, Horizontal = 2, Vertical = 3.2 };
        double[] share = PointField.Reduce(new AvailabilityQuantity(scene, limits, field), scene, PointStatistic.Mean, 2, cancel: Stop);
        for (int u = 0; u < scene.Users.Count; u += 13)
        {
            UserSky sky = new(scene.Users[u], scene.Horizon.At(scene.Users[u].Place));
            int within = scene.Epochs.Count(e => DopQuantity.Of(sky, e, out _).Pdop <= limits.Pdop && field.At(sky, e) is var spread && spread.Horizontal95 <= limits.Horizontal && spread.Vertical95 <= limits.Vertical);
            Assert.Equal((double)within / scene.Epochs.Count, share[u], 1e-12);
        }
    }

    /// <summary>A radial error alone is seen as itself under the satellite, a clock error alone with the opposite sign everywhere.</summary>
    [Fact]
    public void Signal_in_space_error_of_a_place()
    {
        PointScene scene = Scene(new UniformHorizon(HorizonMask.Flat(0)), 1);
        SpaceError[][] clocks = [[.. scene.Satellites.Select(_ => new SpaceError(Vector3d.Zero, 1.5))]];
        Assert.All(PointField.Reduce(new SpaceErrorQuantity(scene, clocks, largest: false), scene, PointStatistic.Mean, 1, cancel: Stop), v => Assert.Equal(1.5, v, 1e-12));
        SpaceError[] radial = new SpaceError[scene.Satellites.Count];
        for (int i = 0; i < scene.Epochs[0].Count; i++)
        {
            (int s, Position<Itrf> there) = scene.Epochs[0][i];
            radial[s] = new(2.0 * there.Vector.Unit(), 0);
        }

        Assert.All(PointField.Reduce(new SpaceErrorQuantity(scene, [radial], largest: true), scene, PointStatistic.Mean, 1, cancel: Stop), v => Assert.InRange(v, 2 * 0.96, 2));
    }

    /// <summary>Rim of the Earth at 12 degrees off nadir: the worst of R cos - C + T sin over the disc, found here by trying all angles.</summary>
    [Theory, InlineData(0.3, 2.0, 0.4, 0.5), InlineData(-1.0, 0.2, 0.1, 0.9), InlineData(0.0, 3.0, 4.0, 0.0), InlineData(5.0, 0.5, 0.0, -5.0)]
    public void Worst_user_is_the_largest_on_the_disc(double radial, double along, double cross, double clock)
    {
        SignalInSpaceError error = new(radial, along, cross, clock);
        const double distance = 29_600e3;
        double rim = Math.Asin(PhysicalConstants.EarthRadius / distance), transverse = Math.Sqrt((along * along) + (cross * cross)), most = 0;
        for (int i = 0; i <= 2000; i++)
        {
            double eta = rim * i / 2000;
            most = Math.Max(most, Math.Abs((radial * Math.Cos(eta)) - clock) + (transverse * Math.Sin(eta)));
        }

        Check.Within(Tolerance.Of(1e-6, "m", "steps of the angle"), most, error.WorstUser(distance), "worst user");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PointScene Scene(IHorizonField horizon, int epochs)
    {
        CircularConstellation orbits = CircularConstellation.Gps;
        SatelliteId[] satellites = [.. Enumerable.Range(0, orbits.Count).Select(orbits.Id)];
        return new(
            new UserGrid(20, 0).Users, [.. Enumerable.Range(0, epochs).Select(k => SatelliteSnapshot.From([.. Enumerable.Range(0, orbits.Count).Select(i => new Position<Itrf>(orbits.Position(i, 3600 * k)))]))],
            satellites, horizon);
    }
}
