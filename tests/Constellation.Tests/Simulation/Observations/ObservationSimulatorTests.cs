using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Observations;

public sealed class ObservationSimulatorTests
{
    private const double C = PhysicalConstants.SpeedOfLight;

    /// <summary>Pseudoranges of a receiver in empty space against the light-time equation on celestial axes, solved here by bisection with the full rotation at reception.</summary>
    [Fact]
    public void Pseudorange_is_the_light_time_equation()
    {
        TrueSky sky = SmallSky.Of("gps");
        ObservationSettings settings = SmallSky.Settings("G1C").WithoutErrors();
        using ObservationSimulator simulator = SmallSky.Simulate(settings, 3, 3600);
        ObservationEpoch epoch = new();
        int compared = 0;
        while (simulator.TryRead(epoch))
        {
            EarthRotation earth = EarthOrientation.BuiltIn.At(epoch.Time);
            Vector3d receiver = earth.ToGcrf(Ellipsoid.Wgs84.ToCartesian(SmallSky.Berlin)).Vector;
            for (int i = 0; i < epoch.Count; i++)
            {
                SimulatedSatellite satellite = (SimulatedSatellite)sky.Satellites.Single(s => s.Id == epoch.Satellites[i]);
                (double low, double high) = (0.05, 0.12);
                TrueTransmission sent = default;
                for (int n = 0; n < 80; n++)
                {
                    double middle = (low + high) / 2;
                    Assert.True(satellite.TryAt(epoch.Time - Duration.FromSeconds(middle), epoch.Time, out sent));
                    (low, high) = (sent.State.Position - receiver).Norm > C * middle ? (middle, high) : (low, middle);
                }

                double relativity = -2 * sent.State.Position.Dot(sent.State.Velocity) / (C * C);
                double expected = (sent.State.Position - receiver).Norm - (C * ((1e-5 * satellite.Id.Number) + relativity));
                Check.Within(Tolerance.Of(2e-7, "m", "rounding of 2.7e7 m in the turns of axes"), expected, epoch.Values(i)[0], $"{satellite.Id}");
                compared++;
            }
        }

        Assert.True(compared > 20);
    }

    /// <summary>Every term stands in the ledger: their sum is the observation, bit by bit.</summary>
    [Fact]
    public void Terms_add_up_to_the_observation()
    {
        ObservationSettings settings = Everything();
        using ObservationSimulator simulator = SmallSky.Simulate(settings, 40);
        List<(SatelliteId, double[])> observed = [];
        Rows rows = new();
        simulator.Ledger = rows;
        ObservationEpoch epoch = new();
        int checkedValues = 0;
        while (simulator.TryRead(epoch))
        {
            foreach (LedgerRow row in rows.All)
            {
                double value = epoch.Values(epoch.IndexOf(row.Satellite))[simulator.Layout.Column(GnssSystem.Gps, row.Code)];
                double metres = row.Code.Kind == ObservableKind.Pseudorange ? value : value * C / Carriers.Frequency(GnssSystem.Gps, row.Code.Signal.Band) * (row.Code.Kind == ObservableKind.Doppler ? -1 : 1);
                Assert.Equal(row.Value, row.Sum);
                Check.Within(Tolerance.Of(2e-8, "m", "rounding of 3e7 m, divided by the wavelength and multiplied again"), row.Sum, metres, $"{row.Satellite} {row.Code}");
                checkedValues++;
            }

            rows.All.Clear();
        }

        Assert.True(checkedValues > 1000);
    }

    /// <summary>All terms but tides and antenna are at work there, each of a sensible size.</summary>
    [Fact]
    public void Terms_have_their_sizes()
    {
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(Everything(), 120));
        LedgerRow[] codes = [.. rows.Where(r => r.Code.Kind == ObservableKind.Pseudorange)], phases = [.. rows.Where(r => r.Code.Kind == ObservableKind.CarrierPhase)];
        void Largest(IEnumerable<LedgerRow> of, Func<LedgerRow, double> term, double low, double high) => Assert.InRange(of.Max(r => Math.Abs(term(r))), low, high);
        Largest(codes, r => r.Sagnac, 10, 45);
        Largest(codes, r => r.Relativity, 0.5, 20);
        Largest(codes, r => r.Gravitation, 0.015, 0.02);
        Largest(codes, r => r.Troposphere, 5, 30);
        Largest(codes, r => r.Ionosphere, 2, 60);
        Largest(codes, r => r.Tide, 0.01, 0.5);
        Largest(codes, r => r.Multipath, 0.1, 5);
        Largest(codes, r => r.Noise, 0.1, 10);
        Largest(codes, r => r.GroupDelayError, 0.1, 3);
        Largest(codes, r => r.WindUp, 0, 0);
        Largest(codes, r => r.Ambiguity, 0, 0);
        Largest(phases, r => r.WindUp, 0.001, 0.5);
        Largest(phases, r => r.Noise, 0.001, 0.05);
        Largest(phases, r => r.Multipath, 0.001, 0.1);
        Largest(phases, r => r.Ambiguity, 1e5, 1.3e6);
        Assert.All(phases, r => Assert.Equal(Math.Round(r.Ambiguity / Wavelength(r)), r.Ambiguity / Wavelength(r), 1e-6));
        Assert.All(phases, r => Assert.True(r.Ionosphere <= 0));
    }

    /// <summary>Another number of threads, fewer satellites, other signals: not a bit of what is left changes.</summary>
    [Fact]
    public void Draws_belong_to_epoch_satellite_and_signal()
    {
        List<LedgerRow> all = SmallSky.Ledger(SmallSky.Simulate(Everything(), 100, threads: 1));
        List<LedgerRow> threads = SmallSky.Ledger(SmallSky.Simulate(Everything(), 100, threads: 7));
        Assert.Equal(all, threads);
        List<LedgerRow> fewer = SmallSky.Ledger(SmallSky.Simulate(Everything(), 100, without: ["G01", "G10", "G24"]));
        Assert.Equal(all.Where(r => r.Satellite.Number is not (1 or 10 or 24)), fewer);
        List<LedgerRow> one = SmallSky.Ledger(SmallSky.Simulate(Everything() with { Signals = DefaultSignals.Parse("G2L", SmallSky.Signals) }, 100));
        Assert.Equal(all.Where(r => r.Code.Signal.Band == '2'), one);
        List<LedgerRow> other = SmallSky.Ledger(SmallSky.Simulate(Everything() with { Number = 1 }, 100));
        Assert.NotEqual(all[0].Noise, other[0].Noise);
    }

    /// <summary>Thermal noise over its theory at the strength of each observation: a chi-square of n values has a deviation of sqrt(2 / n).</summary>
    [Fact]
    public void Thermal_noise_has_the_size_of_its_loops()
    {
        ObservationSettings settings = SmallSky.Settings("G1C,G5Q").WithoutErrors() with { ThermalNoise = 1 };
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(settings, 400));
        ReceiverModel receiver = settings.Receiver;
        foreach (IGrouping<ObservationCode, LedgerRow> group in rows.GroupBy(r => r.Code))
        {
            SignalDefinition signal = SmallSky.Signals.Find(GnssSystem.Gps, group.Key.Signal)!;
            double wavelength = C / signal.Frequency;
            double sum = 0;
            int n = 0;
            foreach (LedgerRow row in group)
            {
                // The strength told has noise of 0.3 dB itself: 7 % of a variance, both ways.
                double sigma = group.Key.Kind switch
                {
                    ObservableKind.Pseudorange => receiver.Code(signal).Sigma(row.CarrierToNoise),
                    ObservableKind.CarrierPhase => receiver.Carrier(signal.Frequency).Sigma(row.CarrierToNoise),
                    _ => wavelength * receiver.Frequency().Sigma(row.CarrierToNoise),
                };
                sum += row.Noise * row.Noise / (sigma * sigma);
                n++;
            }

            Check.Within(Tolerance.Of((4 * Math.Sqrt(2.0 / n)) + 0.005, "", "four deviations of the estimate, and the mean of 10^(0.1 x) for 0.3 dB"), 1, sum / n, group.Key.ToString());
        }
    }

    /// <summary>Multipath of one signal in time: correlation exp(-t / T) after the envelope is taken off.</summary>
    [Fact]
    public void Multipath_has_its_correlation_time()
    {
        ObservationSettings settings = SmallSky.Settings("G1C").WithoutErrors() with { Multipath = new() };
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(settings, 900, 10));
        (double now, double after, long n) = (0, 0, 0);
        foreach (IGrouping<SatelliteId, LedgerRow> satellite in rows.Where(r => r.Code.Kind == ObservableKind.Pseudorange).GroupBy(r => r.Satellite))
        {
            LedgerRow[] of = [.. satellite];
            for (int i = 0; i + 6 < of.Length; i++)
            {
                if ((of[i + 6].Time - of[i].Time).TotalSeconds == 60)
                {
                    double a = of[i].Multipath / CodeMultipath.Static.Sigma(of[i].Elevation), b = of[i + 6].Multipath / CodeMultipath.Static.Sigma(of[i + 6].Elevation);
                    (now, after, n) = (now + (a * a), after + (a * b), n + 1);
                }
            }
        }

        double independent = n * 10 / 240.0;          // one value in two correlation times
        Check.Within(Tolerance.Of(4 * Math.Sqrt(2 / independent), "", "four deviations"), 1, now / n, "variance");
        Check.Within(Tolerance.Of(4 * Math.Sqrt(1 / independent), "", "four deviations"), Math.Exp(-0.5), after / n, "correlation at 60 s");
    }

    /// <summary>Slips come at their rate (Poisson: deviation is the root), are flagged, and change the ambiguity by whole cycles; nothing else does.</summary>
    [Fact]
    public void Slips_are_counted_and_flagged()
    {
        ObservationSettings settings = SmallSky.Settings("G1C").WithoutErrors() with { SlipsPerHour = 6 };
        using ObservationSimulator simulator = SmallSky.Simulate(settings, 720);
        Rows rows = new();
        simulator.Ledger = rows;
        ObservationEpoch epoch = new();
        Dictionary<SatelliteId, (double Ambiguity, Epoch Time)> last = [];
        long flagged = 0, tracked = 0;
        while (simulator.TryRead(epoch))
        {
            foreach (LedgerRow row in rows.All.Where(r => r.Code.Kind == ObservableKind.CarrierPhase))
            {
                bool flag = epoch.LossOfLockOf(epoch.IndexOf(row.Satellite))[1] == LossOfLock.Slip;
                if (last.TryGetValue(row.Satellite, out (double Ambiguity, Epoch Time) before) && (row.Time - before.Time).TotalSeconds == 30)
                {
                    tracked++;
                    flagged += flag ? 1 : 0;
                    Assert.Equal(flag, row.Ambiguity != before.Ambiguity);
                    double cycles = (row.Ambiguity - before.Ambiguity) / Wavelength(row);
                    Assert.Equal(Math.Round(cycles), cycles, 1e-6);
                    Assert.InRange(Math.Abs(cycles), 0, 1000.5);
                }
                else
                {
                    Assert.Equal(epoch.Time != SmallSky.Start, flag);
                }

                last[row.Satellite] = (row.Ambiguity, row.Time);
            }

            rows.All.Clear();
        }

        double expected = tracked * 6 * 30 / 3600.0;
        Assert.Equal(flagged, simulator.Slips);
        Check.Within(Tolerance.Of(4 * Math.Sqrt(expected), "slips", "four deviations"), expected, flagged, "slips");
    }

    /// <summary>The Doppler is minus the rate of the phase: differences of phases over two seconds, with the clock's frequency in both.</summary>
    [Fact]
    public void Doppler_is_the_rate_of_the_phase()
    {
        // A quartz with an offset of its frequency alone: white frequency noise has no frequency at an instant.
        ClockModel quartz = new("Q", "test", "test") { InitialFrequencySpread = 1e-7 };
        ObservationSettings settings = SmallSky.Settings("G1C").WithoutErrors() with { ReceiverClock = quartz, MillisecondJumps = false };
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(settings, 60, 1));
        foreach (IGrouping<SatelliteId, LedgerRow> satellite in rows.GroupBy(r => r.Satellite))
        {
            LedgerRow[] phase = [.. satellite.Where(r => r.Code.Kind == ObservableKind.CarrierPhase)], doppler = [.. satellite.Where(r => r.Code.Kind == ObservableKind.Doppler)];
            for (int i = 1; i + 1 < phase.Length; i++)
            {
                double rate = (phase[i + 1].Value - phase[i - 1].Value) / 2;
                Check.Within(Tolerance.Of(3e-4, "m/s", "a clock that runs fast by 1e-7 takes its seconds shorter: 1e-7 of 900 m/s; third derivative over a second"), rate, doppler[i].Value, $"{satellite.Key}");
            }
        }
    }

    /// <summary>A receiver that sets its clock by milliseconds: code and phase jump together by whole light-milliseconds, and the offset stays within half of one.</summary>
    [Fact]
    public void Clock_is_set_by_milliseconds()
    {
        ClockModel quartz = new("Q", "test", "test") { InitialFrequencySpread = 5e-6 };
        ObservationSettings settings = SmallSky.Settings("G1C").WithoutErrors() with { ReceiverClock = quartz };
        List<LedgerRow> set = SmallSky.Ledger(SmallSky.Simulate(settings, 120)), free = SmallSky.Ledger(SmallSky.Simulate(settings with { MillisecondJumps = false }, 120));
        Assert.All(set, r => Assert.True(r.Code.Kind == ObservableKind.Doppler || Math.Abs(r.ReceiverClock) <= 0.5e-3 * C * 1.0001));
        Assert.True(free.Where(r => r.Code.Kind == ObservableKind.Pseudorange).Max(r => Math.Abs(r.ReceiverClock)) > 1e-3 * C);
        foreach ((LedgerRow a, LedgerRow b) in set.Zip(free).Where(p => p.First.Code.Kind != ObservableKind.Doppler))
        {
            double milliseconds = (b.ReceiverClock - a.ReceiverClock) / (1e-3 * C);
            Assert.Equal(Math.Round(milliseconds), milliseconds, 1e-9);
        }
    }

    /// <summary>A mirror shows in strength, code and phase with one period.</summary>
    [Fact]
    public void Mirror_is_in_the_observations()
    {
        ObservationSettings plain = SmallSky.Settings("G1C").WithoutErrors(), settings = plain with { Multipath = MultipathModel.None with { Mirror = new SpecularReflection(1.5, 0.2) } };
        List<LedgerRow> with = SmallSky.Ledger(SmallSky.Simulate(settings, 100)), without = SmallSky.Ledger(SmallSky.Simulate(plain, 100));
        foreach ((LedgerRow a, LedgerRow b) in with.Zip(without).Where(p => p.First.Code.Kind == ObservableKind.Pseudorange))
        {
            CodeTracking code = settings.Receiver.Code(SmallSky.Signals.Find(GnssSystem.Gps, a.Code.Signal)!);
            (double error, _, double strength) = settings.Multipath.Mirror.At(Math.Sin(a.Elevation), 1575.42e6, code);
            Assert.Equal(error, a.Multipath, 1e-12);
            Assert.Equal(strength, a.CarrierToNoise - b.CarrierToNoise, 1e-9);
        }
    }

    /// <summary>A satellite in low orbit sees past the horizon, never through the Earth, and has no air.</summary>
    [Fact]
    public void Receivers_in_orbit_see_past_the_limb()
    {
        ObservationSettings settings = Everything() with { Mask = double.DegreesToRadians(-30), Receiver = ReceiverModel.Geodetic with { Antenna = ReceiverAntenna.Isotropic } };
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(settings, 100, 60, trajectory: OrbitTrajectory.LowEarth(SmallSky.Start)));
        Assert.All(rows, r => Assert.Equal((0.0, 0.0, 0.0), (Math.Abs(r.Ionosphere), r.Troposphere, Math.Abs(r.Tide))));

        // The limb of the Earth and its weather is 20 degrees below the horizon at 500 km.
        Assert.InRange(double.RadiansToDegrees(rows.Min(r => r.Elevation)), -21, -10);
        Assert.Contains(rows, r => r.Elevation < 0);
    }

    /// <summary>A phase centre 10 cm above the reference point brings a satellite nearer by 10 cm times the sine of its elevation; a variation lengthens distances.</summary>
    [Fact]
    public void Phase_centres_of_the_antenna_are_in_the_distances()
    {
        ObservationSettings settings = SmallSky.Settings("G1C,G5Q").WithoutErrors() with { Calibration = new TenCentimetres() };
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(settings, 20));
        foreach (LedgerRow row in rows.Where(r => r.Code.Kind != ObservableKind.Doppler))
        {
            double expected = row.Code.Signal.Band == '5' ? 0 : 0.002 - (0.1 * Math.Sin(row.Elevation));
            Check.Within(Tolerance.Of(1e-6, "m", "the direction is that of the light, the elevation that of the same point"), expected, row.Antenna, row.Code.ToString());
        }
    }

    private sealed class TenCentimetres : Constellation.Positioning.IReceiverAntenna
    {
        public string Name => "TEN CENTIMETRES";

        public bool TryOffset(GnssSystem system, char band, out Vector3d offset)
        {
            offset = new(0, 0, 0.1);
            return band == '1';
        }

        public double Variation(GnssSystem system, char band, double azimuth, double elevation) => 0.002;
    }

    /// <summary>Blocks decide what is sent: no L5 from IIR satellites.</summary>
    [Fact]
    public void Satellites_send_what_their_blocks_send()
    {
        ConstellationDefinition gps = EphemerisLibrary.BuiltIn.Constellation("gps", new SourceSpan("test"));
        List<LedgerRow> rows = SmallSky.Ledger(SmallSky.Simulate(SmallSky.Settings("G1C,G5Q,G1L").WithoutErrors(), 240, 120));
        foreach (IGrouping<SatelliteId, LedgerRow> satellite in rows.GroupBy(r => r.Satellite))
        {
            string block = gps.Satellites.Single(s => s.Id == satellite.Key).Block;
            Assert.Equal(block is "GPS-IIF" or "GPS-IIIA", satellite.Any(r => r.Code.Signal.Band == '5'));
            Assert.Equal(block == "GPS-IIIA", satellite.Any(r => r.Code.Signal.Attribute == 'L'));
        }
    }

    private static ObservationSettings Everything() => SmallSky.Settings() with
    {
        Ionosphere = new KlobucharIonosphere(Klobuchar.Of2023March12),
        IonosphereResidual = 0.4,
        Troposphere = new TroposphereModel(Unb3Zenith.Instance, NiellModel.Instance),
        ZenithResidual = TroposphereResidual.Blind,
        GradientSigma = 5e-4,
        SlipsPerHour = 1,
        GroupDelaySigma = 0.3,
        ReceiverClock = EphemerisLibrary.BuiltIn.Clock("OCXO", new SourceSpan("test")),
    };

    private static double Wavelength(LedgerRow row) => C / Carriers.Frequency(row.Satellite.System, row.Code.Signal.Band);

    private sealed class Rows : ILedger
    {
        public List<LedgerRow> All { get; } = [];

        public void Add(in LedgerRow row) => All.Add(row);
    }
}
