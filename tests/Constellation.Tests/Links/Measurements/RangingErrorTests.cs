using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Each error of a link range has the size, the law and the independence that docs/theory/links-measurements.md states.</summary>
public sealed class RangingErrorTests(ITestOutputHelper output)
{
    private const double C = 299_792_458, Gm = 3.986004415e14;

    private static readonly LinkRangingErrors s_all = new()
    {
        PhaseCentre = new(0.4, 0.3, 1.1),
        PhaseCentreSigma = 0.005,
        AttitudeSigma = 0.002,
        Eccentricity = true,
        DelayDriftSigma = 1e-7,
        ThermalSigma = 0.01,
        EclipseSigma = 0.02,
        JumpRate = 1e-4,
        JumpSigma = 0.1,
        PatternPeak = 0.02,
        ColouredNoise = 0.01,
        OutlierProbability = 0.01,
        OutlierSigma = 1,
        LossProbability = 0.1,
    };

    [Fact]
    public void A_range_is_the_sum_of_its_ledger()
    {
        LinkWorld world = new LinkWorld { Seed = 5, Errors = s_all }.Build();
        List<LinkLedger> ledger = [];
        for (int i = 0; i < 5; i++)
        {
            ledger.Clear();
            LinkFrame frame = world.Network.Measure(world.Grid[i], ledger);
            Assert.Equal(frame.Links, ledger.Select(l => l.Link));
            Assert.All(ledger, l => Check.Within(Tolerance.Of(1e-7, "m", "some ulp of 5e7 m"), l.Link.ForwardRange, l.Forward.ToArray().Sum(), "forward"));
            Assert.All(ledger, l => Check.Within(Tolerance.Of(1e-7, "m", "some ulp of 5e7 m"), l.Link.ReturnRange, l.Return.ToArray().Sum(), "return"));
        }

        Assert.Equal(RangeTerms.Names.Count, default(RangeTerms).ToArray().Length);
    }

    /// <summary>Without errors a range is, bit by bit, path, clocks, constant delays and white noise, summed in this order from the streams that they always had.</summary>
    [Fact]
    public void Nothing_asked_for_changes_no_bit()
    {
        LinkWorld world = new LinkWorld { Seed = 8, Errors = new() { ThermalTime = 7, ColouredTime = 9 } }.Build();
        LinkFrame frame = world.Network.Measure(LinkWorld.Start);
        Assert.All(frame.Links.Where(l => l.B < world.System.Satellites.Count), link =>
        {
            RandomDraws Draws(int node, NoisePurpose purpose) => new(8, 0, EntityId.Satellite(world.System.Satellites[node].Id), purpose);
            double reception = (link.Forward - LinkWorld.Start).TotalSeconds;
            (double path, double light) = SignalPath.Trace(LocalTrack.Of(world.Truth.Orbits[link.A], LinkWorld.Start), LocalTrack.Of(world.Truth.Orbits[link.B], LinkWorld.Start), reception);
            double clocks = world.Truth.SatelliteClocks[link.B].At(link.Forward).Offset - world.Truth.SatelliteClocks[link.A].At(link.Forward - Duration.FromSeconds(light)).Offset;
            ulong index = ((ulong)(link.Forward.SinceJ2000.WholeSeconds + 316_000_000_000) * 1000) + (ulong)(link.Forward.SinceJ2000.Attoseconds / 1_000_000_000_000_000);
            double expected = path + (C * clocks) + (0.05 * Draws(link.A, NoisePurpose.LinkDelayTransmit).NormalAt(0)) + (0.05 * Draws(link.B, NoisePurpose.LinkDelayReceive).NormalAt(0))
                + 0.0 + (0.03 * Draws(link.B, NoisePurpose.LinkNoise).NormalAt(index));
            Assert.Equal(expected, link.ForwardRange);
        });
    }

    /// <summary>
    /// Clocks in proper time, reduced as if they were not: the half difference is off by the difference of both terms, 2 e sqrt(GM a)/c each at most (7.0 m for
    /// e = 0.01), the half sum by their rates over the three quarters of a second: 7.0 m times n, 0.94 mm/s, times 0.75 s less half a light time, both satellites, 1.4 mm.
    /// </summary>
    [Fact]
    public void Eccentricity_left_in_is_a_clock_error_and_hardly_a_range_error()
    {
        LinkSystem knows = DualOneWayReferenceTests.System(new() { Eccentricity = true }), doesNot = DualOneWayReferenceTests.System(LinkRangingErrors.None);
        LinkTruth truth = new(DualOneWayReferenceTests.Orbits, [new LinearClock(0, 0), new LinearClock(0, 0)], [], LinkWorld.Earth);
        double amplitude = 2 * Math.Sqrt(Gm * 27_906_100) / C, worstClock = 0, worstRange = 0;
        for (int hour = 0; hour < 13; hour++)
        {
            Epoch epoch = LinkWorld.Start + Duration.FromHours(hour);
            RangeMaker maker = new(knows, truth, LinkFaults.None, (_, _) => 0, 1, 0);
            maker.Advance(epoch, double.PositiveInfinity);
            DualOneWay pair = new(0, 1, epoch - Duration.FromSeconds(0.75), epoch + Duration.FromSeconds(0.75), maker.OneWay(0, 1, -0.75, out _), maker.OneWay(1, 0, 0.75, out _));
            ReducedLink left = new LinkReducer(doesNot, LinkWorld.Earth, epoch, truth.Orbits, [default, default]).Reduce(pair);
            ReducedLink taken = new LinkReducer(knows, LinkWorld.Earth, epoch, truth.Orbits, [default, default]).Reduce(pair);
            double Term(int i) => -2 * truth.Orbits[i].At(epoch).Position.Dot(truth.Orbits[i].At(epoch).Velocity) / C;
            Check.Within(Tolerance.Of(5e-4, "m", "rate of the terms over half a light time, 0.94 mm/s times 0.1 s each"), Term(1) - Term(0), left.GeometryFree, $"half difference at {hour} h");
            Check.Within(Tolerance.Of(2e-3, "m", "the stated 1.4 mm"), (truth.Orbits[1].At(epoch).Position - truth.Orbits[0].At(epoch).Position).Norm, left.ClockFree, $"half sum at {hour} h");
            Check.Within(Tolerance.Of(1e-7, "m", "some ulp"), 0, taken.GeometryFree, "taken out");
            worstClock = Math.Max(worstClock, Math.Abs(left.GeometryFree));
            worstRange = Math.Max(worstRange, Math.Abs(left.ClockFree - taken.ClockFree));
        }

        output.WriteLine($"clocks up to {worstClock:0.00} m, ranges up to {worstRange * 1e3:0.00} mm; amplitude of one satellite with e = 0.01 {0.01 * amplitude:0.00} m");
        Assert.InRange(worstClock, 0.5 * 0.01 * amplitude, 0.015 * amplitude);
        Check.Within(Tolerance.Of(0.01, "m", "printed to a centimetre"), 0.70, 0.001 * amplitude, "amplitude for e = 0.001");
    }

    /// <summary>A lever arm that the operator does not know is in every range, up to the sum of both; known, it is gone.</summary>
    [Fact]
    public void A_lever_arm_matters_as_far_as_it_is_not_known()
    {
        LinkSystem knows = DualOneWayReferenceTests.System(new() { PhaseCentre = new(0.4, 0.3, 1.1) }), doesNot = DualOneWayReferenceTests.System(new() { PhaseCentre = new(0.4, 0.3, 1.1 - 0.01) });
        LinkTruth truth = new(DualOneWayReferenceTests.Orbits, [new LinearClock(0, 0), new LinearClock(0, 0)], [], LinkWorld.Earth);
        RangeMaker maker = new(knows, truth, LinkFaults.None, (_, _) => 0, 1, 0);
        maker.Advance(LinkWorld.Start, double.PositiveInfinity);
        DualOneWay pair = new(0, 1, LinkWorld.Start, LinkWorld.Start + Duration.FromSeconds(1.5), maker.OneWay(0, 1, 0, out RangeTerms terms), maker.OneWay(1, 0, 1.5, out _));
        Epoch centre = LinkWorld.Start + Duration.FromSeconds(0.75);
        Vector3d a = truth.Orbits[0].At(centre).Position, b = truth.Orbits[1].At(centre).Position;
        ReducedLink right = new LinkReducer(knows, LinkWorld.Earth, LinkWorld.Start, truth.Orbits, [default, default]).Reduce(pair);
        ReducedLink wrong = new LinkReducer(doesNot, LinkWorld.Earth, LinkWorld.Start, truth.Orbits, [default, default]).Reduce(pair);

        // One centimetre of z of both: each shortens the line by its cosine of the angle off nadir.
        double expected = -0.01 * (Math.Cos((-a).AngleTo(b - a)) + Math.Cos((-b).AngleTo(a - b)));
        Check.Within(Tolerance.Of(1e-7, "m", "some ulp"), (b - a).Norm, right.ClockFree, "known");
        Check.Within(Tolerance.Of(1e-6, "m", "1 cm turned by the motion within a second, 1e-4"), expected, wrong.ClockFree - right.ClockFree, "unknown by a centimetre");
        Assert.InRange(terms.PhaseCentre, -2.5, -0.5);
    }

    [Fact]
    public void A_pattern_is_smooth_has_its_peak_and_no_mean()
    {
        for (uint unit = 1; unit <= 5; unit++)
        {
            RandomDraws draws = new(7, 0, EntityId.Satellite(new SatelliteId(GnssSystem.BeiDou, (int)unit)), NoisePurpose.LinkPattern);
            (AntennaPattern transmit, AntennaPattern receive) = AntennaPattern.Draw(draws, 0.02);
            double largest = 0, sum = 0, steepest = 0, squares = 0;
            const int n = 200;
            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < n; k++)
                {
                    double r = Math.Sin(Math.PI / 3) * Math.Sqrt((i + 0.5) / n), azimuth = 2 * Math.PI * k / n;
                    double value = transmit.At(Direction(r, azimuth)), next = transmit.At(Direction(r, azimuth + 0.01));
                    (largest, sum, squares) = (Math.Max(largest, Math.Abs(value)), sum + value, squares + (value * value));
                    steepest = Math.Max(steepest, Math.Abs(next - value) / 0.01);
                }
            }

            output.WriteLine($"peak {largest * 1e3:0.0} mm, rms {Math.Sqrt(squares / n / n) * 1e3:0.0} mm, steepest {steepest * 1e3:0} mm/rad");
            Check.Within(Tolerance.Of(1e-3, "m", "the peak is sought on 288 points"), 0.02, largest, "peak");
            Check.Within(Tolerance.Of(5e-4, "m", "means over two grids"), 0, sum / n / n, "mean");
            Assert.InRange(steepest, 0, 0.1);   // third degree: 3 times the peak and some
            Assert.InRange(Math.Sqrt(squares / n / n), 0.02 / 6, 0.02 / 1.5);
            Assert.NotEqual(transmit.At(Direction(0.3, 1)), receive.At(Direction(0.3, 1)));
            Assert.Equal(transmit.At(Direction(0.3, 1)), AntennaPattern.Draw(draws, 0.02).Transmit.At(Direction(0.3, 1)));
        }

        static Vector3d Direction(double r, double azimuth) => new(r * Math.Cos(azimuth), r * Math.Sin(azimuth), Math.Sqrt(1 - (r * r)));
    }

    /// <summary>4000 receptions 60 s apart with a time constant of 600 s: some 200 independent ones, so 14 % of the variance at three sigma times 1.4.</summary>
    [Fact]
    public void Coloured_noise_has_its_variance_and_its_memory()
    {
        RangeNoise noise = Noise(new() { ColouredNoise = 0.02, ColouredTime = 600 });
        double[] x = [.. Enumerable.Range(0, 4000).Select(i => noise.Coloured(0, 1, LinkWorld.Start + Duration.FromSeconds(60 * i)))];
        double variance = x.Average(v => v * v), lagged = x.Zip(x.Skip(10), (p, q) => p * q).Average();
        Check.Within(Tolerance.Of(0.35 * 4e-4, "m^2", "three sigma of 200 independent samples"), 4e-4, variance, "variance");
        Check.Within(Tolerance.Of(0.25, "", "three sigma of 200 independent samples"), Math.Exp(-1), lagged / variance, "correlation over one time constant");
    }

    [Fact]
    public void Outliers_and_losses_come_as_often_as_stated()
    {
        const int n = 20_000;
        RangeNoise noise = Noise(new() { OutlierProbability = 0.02, OutlierSigma = 5, LossProbability = 0.05 });
        double[] outliers = [.. Enumerable.Range(0, n).Select(i => noise.Outlier(0, 1, LinkWorld.Start + Duration.FromSeconds(3 * i))).Where(v => v != 0)];
        int lost = Enumerable.Range(0, n).Count(i => noise.IsLost(0, 1, LinkWorld.Start + Duration.FromSeconds(3 * i)));
        Check.Within(Tolerance.Of(0.0033, "", "3.3 sigma of a binomial share"), 0.02, outliers.Length / (double)n, "share of outliers");
        Check.Within(Tolerance.Of(0.6, "m", "3.3 sigma of 400 draws"), 5, Math.Sqrt(outliers.Average(v => v * v)), "size");
        Check.Within(Tolerance.Of(0.0051, "", "3.3 sigma of a binomial share"), 0.05, lost / (double)n, "share of lost slots");
    }

    /// <summary>An outage of one satellite takes its links and no other; outside it nothing changes.</summary>
    [Fact]
    public void An_outage_silences_one_terminal_for_its_time()
    {
        LinkWorld plain = new LinkWorld { Seed = 2 }.Build();
        SatelliteId silent = plain.System.Satellites[4].Id;
        Epoch from = plain.Grid[3], until = plain.Grid[6];
        LinkWorld faulty = (plain with { Faults = new() { Terminals = [new TerminalFault(silent, from, until) { LossProbability = 1 }] } }).Build();
        for (int i = 0; i < 9; i++)
        {
            LinkFrame with = faulty.Network.Measure(plain.Grid[i]), without = plain.Network.Measure(plain.Grid[i]);
            Assert.Equal(without.Links.Where(l => !((l.A == 4 || l.B == 4) && l.Forward >= from && l.Forward < until)), with.Links);
        }
    }

    /// <summary>A delay that jumps while the link works: half into the half sum, and with its sign into the half difference, from its epoch on.</summary>
    [Fact]
    public void A_delay_jumps_when_it_is_told_to()
    {
        LinkWorld plain = new LinkWorld { Seed = 2 }.Build();
        Epoch at = plain.Grid[2];
        LinkWorld faulty = (plain with { Faults = new() { Terminals = [new TerminalFault(plain.System.Satellites[1].Id, at) { ReceiveDelay = 0.5, TransmitDelay = 0.2 }] } }).Build();
        for (int i = 0; i < 4; i++)
        {
            foreach ((DualOneWay with, DualOneWay without) in faulty.Network.Measure(plain.Grid[i]).Links.Zip(plain.Network.Measure(plain.Grid[i]).Links))
            {
                double Extra(int receiver, int transmitter, Epoch epoch) => epoch < at ? 0 : (receiver == 1 ? 0.5 : 0) + (transmitter == 1 ? 0.2 : 0);
                Check.Within(Tolerance.Of(2e-8, "m", "an ulp of 5e7 m"), Extra(with.B, with.A, with.Forward), with.ForwardRange - without.ForwardRange, "forward");
                Check.Within(Tolerance.Of(2e-8, "m", "an ulp of 5e7 m"), Extra(with.A, with.B, with.Return), with.ReturnRange - without.ReturnRange, "return");
            }
        }
    }

    private static RangeNoise Noise(LinkRangingErrors errors) => new(DualOneWayReferenceTests.System(errors), LinkFaults.None, 11, 0);

    /// <summary>Variance of the mean of N terms of a first-order process, times N: the sum over its autocorrelation, written out.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(3600)]
    public void Lasting_errors_count_as_white_noise_of_their_power(double interval)
    {
        LinkRangingErrors errors = new() { ColouredNoise = 0.02, ColouredTime = 600, PatternPeak = 0.03, PhaseCentreSigma = 0.005 };
        double Summed(double variance, double time)
        {
            const int terms = 1_000_000;
            double sum = 1;
            for (int k = 1; k < terms; k++)
            {
                sum += 2 * (1 - (k / (double)terms)) * Math.Exp(-k * interval / time);
            }

            return variance * sum;
        }

        double expected = Summed(4e-4, 600) + Summed((2 * 1e-4) + 2.5e-5, 2500);
        Check.Within(Tolerance.Of(1e-4 * expected, "m^2", "the mean of a million rounds: 1 - k/N leaves 1e-4 of the sum at most"), expected, errors.WhiteVariance(interval), "variance");
        Check.Within(Tolerance.Of(1e-15, "m^2", "rounding"), 4e-4 + (2 * 1e-4) + 2.5e-5, errors.WhiteVariance(double.PositiveInfinity), "one round alone");
    }
}
