using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Receivers of known truth: every mode of the engine, faults, clock jumps, and epochs that cannot be solved.</summary>
public class ReceiverTests
{
    private static readonly Position<Itrf> s_site = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(48, 11, 600));

    [Fact]
    public void Noise_free_epochs_are_solved_to_a_tenth_of_a_millimetre()
    {
        using SimulatedReceiver sim = new(_ => s_site, 20) { Clock = t => 3e-4 + (2e-8 * t) };
        SinglePointReceiver receiver = new(sim.States, SimulatedReceiver.Options);
        foreach (ReceiverFix fix in sim.Solve(receiver))
        {
            Assert.Equal(ReceiverStatus.Ok, fix.Status);
            Assert.True((fix.Position - s_site).Norm < 1e-4, $"{(fix.Position - s_site).Norm} m");
            Assert.True(fix.Velocity.Norm < 1e-4, $"{fix.Velocity.Norm} m/s");
            Assert.True(Math.Abs(fix.ClockDrift - 2e-8) < 1e-12);
            Assert.True(Math.Abs(receiver.Clocks[1] - receiver.Clocks[0] - (sim.GalileoOffset / PhysicalConstants.SpeedOfLight)) < 1e-12);
        }
    }

    /// <summary>A receiver clock that jumps by milliseconds, as many do, moves nothing but the clock.</summary>
    [Fact]
    public void Clock_jumps_of_milliseconds_do_no_harm()
    {
        using SimulatedReceiver sim = new(_ => s_site, 40) { Clock = t => (1e-6 * t) - (1e-3 * Math.Floor(t / 300)) };
        KinematicReceiver receiver = new(sim.States, SimulatedReceiver.Options, 0.1);
        Assert.All(sim.Solve(receiver), fix => Assert.True((fix.Position - s_site).Norm < 1e-3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Faults_are_found_and_left_out(int faults)
    {
        SatelliteId[] bad = [];
        using SimulatedReceiver sim = new(_ => s_site, 10) { Error = (_, s) => bad.Contains(s) ? 40 + (15 * s.Number) : 0 };
        SinglePointReceiver receiver = new(sim.States, SimulatedReceiver.Options);
        ObservationEpoch epoch = new();
        sim.TryRead(epoch);
        bad = [.. epoch.Satellites.ToArray().Where((_, i) => i % 4 == 1).Take(faults)];
        foreach (ReceiverFix fix in sim.Solve(receiver))
        {
            Assert.Equal(ReceiverStatus.Ok, fix.Status);
            Assert.Equal(faults, fix.Faults);
            Assert.True((fix.Position - s_site).Norm < 1e-3);
            Assert.All(bad, b => Assert.Equal(Rejection.Fault, Of(receiver, b)));
        }
    }

    /// <summary>Kilometres or millions of metres on one code or the other: the epoch is the one without the satellite, from the first epoch on.</summary>
    [Theory]
    [InlineData(1e3, 1)]
    [InlineData(1e5, 1)]
    [InlineData(-3e5, 2)]
    [InlineData(1e6, 1)]
    [InlineData(1e6, 3)]
    [InlineData(8.6e6, 1)]
    [InlineData(-8.6e6, 2)]
    public void Gross_faults_leave_no_trace(double metres, int faults)
    {
        SatelliteId[] bad = [];
        double Error(int epoch, SatelliteId s) => bad.Contains(s) ? metres * (1 + (0.1 * s.Number)) : 0;
        using SimulatedReceiver first = new(_ => s_site, 1);
        ObservationEpoch epoch = new();
        first.TryRead(epoch);
        bad = [.. epoch.Satellites.ToArray().Where((_, i) => i % 4 == 2).Take(faults)];
        ReceiverOptions weighted = SimulatedReceiver.Options with { Signals = SignalPreferences.DualFrequency, IonosphereUse = IonosphereUse.Weighted, UncorrectedIonosphere = 5 };
        foreach (ReceiverOptions options in new[] { SimulatedReceiver.Options, weighted, weighted with { IonosphereUse = IonosphereUse.Free } })
        {
            using SimulatedReceiver sim = new(_ => s_site, 5) { Error = Error }, without = new(_ => s_site, 5);
            SinglePointReceiver receiver = new(sim.States, options), byHand = new(without.States, options with { Excluded = bad.ToHashSet() });
            foreach ((ReceiverFix fix, ReceiverFix expected) in sim.Solve(receiver).Zip(without.Solve(byHand)))
            {
                Assert.Equal(ReceiverStatus.Ok, fix.Status);
                Assert.Equal(faults, fix.Faults);
                Assert.Equal(expected.Satellites, fix.Satellites);

                // Where the last look was from differs by up to 2 m: millimetres of delay.
                Assert.True((fix.Position - expected.Position).Norm < 0.01, $"{(fix.Position - expected.Position).Norm} m");
            }
        }
    }

    /// <summary>With four satellites too many at fault there is no consistent rest: the epoch says so and keeps its position.</summary>
    [Fact]
    public void What_no_exclusion_mends_is_inconsistent()
    {
        using SimulatedReceiver sim = new(_ => s_site, 1) { Error = (_, s) => s.Number % 2 == 0 ? 300 * Math.Sin(s.Number) : -300 * Math.Cos(3 * s.Number) };
        ReceiverFix fix = sim.Solve(new SinglePointReceiver(sim.States, SimulatedReceiver.Options)).Single();
        Assert.Equal(ReceiverStatus.Inconsistent, fix.Status);
        Assert.True(fix.HasPosition);
    }

    [Fact]
    public void Sound_noise_fails_the_test_as_often_as_it_should()
    {
        // Of 2000 epochs with the sigmas that the weights assume, 1 % +- 0.7 % (three sigma) fail at a false-alarm rate of 1 %.
        RandomDraws draws = new(7, 0, EntityId.User(1), NoisePurpose.UserThermal);
        using SimulatedReceiver sim = new(_ => s_site, 2000, 1) { Error = (k, s) => draws.NormalAt(((ulong)k * 100) + (ulong)(s.Number + (s.System == GnssSystem.Galileo ? 50 : 0))) };
        SinglePointReceiver receiver = new(sim.States, SimulatedReceiver.Options with { Weights = new UnitWeights(), FalseAlarm = 0.01, MostFaults = 0, Robust = false });
        int failed = sim.Solve(receiver).Count(f => f.Status == ReceiverStatus.Inconsistent);
        Assert.InRange(failed, 7, 35);
    }

    [Fact]
    public void Timing_needs_one_satellite()
    {
        SatelliteId? only = null;
        using SimulatedReceiver sim = new(_ => s_site, 5) { Clock = _ => 1.5e-3, Error = (_, s) => only is { } o && s != o ? double.NaN : 0 };
        ObservationEpoch epoch = new();
        sim.TryRead(epoch);
        only = epoch.Satellites[0];
        SinglePointReceiver receiver = new(sim.States, SimulatedReceiver.Options with { FixedPosition = s_site });
        Assert.All(sim.Solve(receiver), fix =>
        {
            Assert.Equal(ReceiverStatus.Ok, fix.Status);
            Assert.Equal(1.5e-3, fix.ClockOffset, 1e-12);
            Assert.Equal(s_site, fix.Position);
        });
    }

    /// <summary>Whatever is common to both ends of a satellite's error cancels.</summary>
    [Fact]
    public void A_base_takes_common_errors_away()
    {
        Position<Itrf> station = s_site + new Vector3d(2000, -3000, 1000);
        static double Common(int epoch, SatelliteId s) => 5 * Math.Sin(s.Number + (0.1 * epoch));
        using SimulatedReceiver rover = new(_ => s_site, 20) { Error = Common, Clock = _ => 2e-4 };
        using SimulatedReceiver other = new(_ => station, 20) { Error = Common, Clock = _ => -7e-5 };
        DifferentialReceiver receiver = new(rover.States, SimulatedReceiver.Options, other, station, Duration.FromSeconds(40));
        Assert.All(rover.Solve(receiver), fix => Assert.True((fix.Position - s_site).Norm < 1e-3, $"{fix.Status} {(fix.Position - s_site).Norm} m"));
    }

    [Fact]
    public void Epochs_without_a_base_say_so()
    {
        using SimulatedReceiver rover = new(_ => s_site, 20);
        using SimulatedReceiver other = new(_ => s_site, 5);
        DifferentialReceiver receiver = new(rover.States, SimulatedReceiver.Options, other, s_site, Duration.FromSeconds(40));
        ReceiverFix[] fixes = [.. rover.Solve(receiver)];
        Assert.Equal(6, fixes.Count(f => f.Status == ReceiverStatus.Ok));
        Assert.Equal(14, fixes.Count(f => f.Status == ReceiverStatus.NoBase));
    }

    /// <summary>Ten minutes of smoothing bring white noise of a metre down as the square root of the number of epochs; an ionosphere that stays does not matter.</summary>
    [Fact]
    public void Carriers_smooth_codes()
    {
        RandomDraws draws = new(11, 0, EntityId.User(1), NoisePurpose.UserThermal);
        double Noise(int k, SatelliteId s) => draws.NormalAt(((ulong)k * 100) + (ulong)(s.Number + (s.System == GnssSystem.Galileo ? 50 : 0)));
        using SimulatedReceiver rough = new(_ => s_site, 200, 10) { Error = Noise }, smooth = new(_ => s_site, 200, 10) { Error = Noise };
        double Rms(SimulatedReceiver sim, double time) => Math.Sqrt(sim.Solve(new SinglePointReceiver(sim.States, SimulatedReceiver.Options with { SmoothingTime = time, FalseAlarm = 0 }))
            .Skip(70).Average(f => (f.Position - s_site).NormSquared));
        double without = Rms(rough, 0), with = Rms(smooth, 600);
        Assert.True(with < 0.25 * without, $"{with} m, {without} m without");
    }

    /// <summary>The ionosphere of two codes goes whatever the model says, and where the model is right the second code adds no noise.</summary>
    [Fact]
    public void Two_codes_and_the_model_are_weighed()
    {
        using SimulatedReceiver sim = new(_ => s_site, 3) { Ionosphere = s => 20 + (3 * Math.Sin(s.Number)) };
        ReceiverOptions options = SimulatedReceiver.Options with { Signals = SignalPreferences.DualFrequency, IonosphereUse = IonosphereUse.Weighted, UncorrectedIonosphere = 50 };
        SinglePointReceiver receiver = new(sim.States, options);
        Assert.All(sim.Solve(receiver), fix => Assert.True((fix.Position - s_site).Norm < 0.01, $"{(fix.Position - s_site).Norm} m"));
        Assert.All(receiver.Used.ToArray(), i => Assert.True(receiver.Prepared[i].SecondPart > 1.2));

        using SimulatedReceiver clear = new(_ => s_site, 3);
        receiver = new(clear.States, options with { UncorrectedIonosphere = 0.01 });
        Assert.All(clear.Solve(receiver), fix => Assert.True((fix.Position - s_site).Norm < 1e-3));
        Assert.All(receiver.Used.ToArray(), i => Assert.True(receiver.Prepared[i].SecondPart < 0.05));
    }

    /// <summary>A car on a circle of 200 m at 20 m/s: the filter follows it with and without four satellites.</summary>
    [Fact]
    public void The_filter_follows_a_vehicle_through_a_gap()
    {
        TopocentricFrame frame = new(s_site);
        Position<Itrf> Place(double t) => s_site + frame.FromLocal(new(200 * Math.Cos(0.1 * t), 200 * Math.Sin(0.1 * t), 0));
        SatelliteId[] seen = [];
        using SimulatedReceiver sim = new(Place, 60, 1) { Error = (k, s) => k is > 30 and < 34 && !seen.Contains(s) ? double.NaN : 0, Clock = t => 1e-7 * t };
        KinematicReceiver receiver = new(sim.States, SimulatedReceiver.Options, 3);
        ObservationEpoch epoch = new();
        for (int k = 0; sim.TryRead(epoch); k++)
        {
            seen = k == 0 ? epoch.Satellites[..3].ToArray() : seen;
            ReceiverFix fix = receiver.Solve(epoch);
            double error = (fix.Position - Place(k - (1e-7 * k))).Norm;
            Assert.Equal(ReceiverStatus.Ok, fix.Status);
            Assert.True(error < (k is > 30 and < 34 ? 8 : 1.0), $"{k}: {error} m");
        }
    }

    [Fact]
    public void What_cannot_be_solved_says_why()
    {
        using SimulatedReceiver few = new(_ => s_site, 1) { Error = (_, s) => s.Number > 9 ? double.NaN : 0, Mask = 40 };
        Assert.Equal(ReceiverStatus.TooFewSatellites, few.Solve(new SinglePointReceiver(few.States, SimulatedReceiver.Options)).Single().Status);

        using SimulatedReceiver masked = new(_ => s_site, 1);
        ReceiverOptions options = SimulatedReceiver.Options with { ElevationMask = double.DegreesToRadians(89) };
        Assert.Equal(ReceiverStatus.TooFewSatellites, masked.Solve(new SinglePointReceiver(masked.States, options)).Single().Status);

        using SimulatedReceiver unknown = new(_ => s_site, 1);
        BroadcastStates nothing = new(new NavigationMessages([]));
        Assert.Equal(ReceiverStatus.NoEphemeris, unknown.Solve(new SinglePointReceiver(nothing, SimulatedReceiver.Options)).Single().Status);

        using SimulatedReceiver silent = new(_ => s_site, 1) { Error = (_, _) => double.NaN };
        Assert.Equal(ReceiverStatus.NoObservations, silent.Solve(new SinglePointReceiver(silent.States, SimulatedReceiver.Options)).Single().Status);
    }

    [Fact]
    public void Every_status_has_a_name_and_a_meaning() =>
        Assert.All(Enum.GetValues<ReceiverStatus>(), s => Assert.True(s.Name().Length > 0 && s.Meaning().Length > 0));

    /// <summary>The hot path allocates nothing but frames of local axes once its arrays are there.</summary>
    [Fact]
    public void An_epoch_allocates_next_to_nothing()
    {
        using SimulatedReceiver sim = new(_ => s_site, 1);
        ObservationEpoch epoch = new();
        sim.TryRead(epoch);
        SinglePointReceiver receiver = new(sim.States, SimulatedReceiver.Options with { Troposphere = new TroposphereModel(Unb3Zenith.Instance, NiellModel.Instance) });
        for (int i = 0; i < 3; i++)
        {
            receiver.Solve(epoch);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            receiver.Solve(epoch);
        }

        // A frame of local axes is an object: one for each look.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 * 600, $"{(GC.GetAllocatedBytesForCurrentThread() - before) / 100} bytes an epoch");
    }

    private static Rejection Of(SinglePointReceiver receiver, SatelliteId satellite)
    {
        foreach (ref PreparedSatellite s in receiver.Prepared.Satellites)
        {
            if (s.Id == satellite)
            {
                return s.Rejection;
            }
        }

        return Rejection.NoCode;
    }

    private sealed class UnitWeights : IRangeWeights
    {
        public double CodeSigma(in PreparedSatellite satellite) => 1;

        public double Sigma(in PreparedSatellite satellite) => 1;
    }
}
