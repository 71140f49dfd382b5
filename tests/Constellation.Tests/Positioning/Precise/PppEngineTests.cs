using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;

namespace Constellation.Tests.Positioning.Precise;

/// <summary>Precise point positioning on measurements of a sky whose truth is known.</summary>
public sealed class PppEngineTests
{
    private static readonly Position<Itrf> s_marker = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(48, 11, 500));

    /// <summary>All models together, inverted without noise: nothing but table interpolation is left.</summary>
    [Fact]
    public void Without_noise_static_and_kinematic_are_exact()
    {
        foreach (bool kinematic in new[] { false, true })
        {
            SyntheticSky sky = new(s_marker);
            PppEngine engine = new(sky.States, SyntheticSky.Settings(kinematic), sky.Receiver);
            PppEpoch last = Run(sky, engine, 60, 1e-4)[^1];
            Check.Within(Tolerance.Of(1e-3, "m", "orbit tables of 5 min interpolate to 0.1 mm, the filter's priors pull by as much"), s_marker.Vector, last.Marker.Vector);
            Check.Within(Tolerance.Of(3e-12, "s", "1 mm"), 1e-4, last.Clocks[0].Offset);
            TroposphereColumn air = SyntheticSky.Troposphere.Over(Ellipsoid.Wgs84.ToGeodetic(s_marker), SyntheticSky.Start);
            Check.Within(Tolerance.Of(1e-3, "m", "1 mm"), air.Total + sky.Air.Wet, last.ZenithDelay);
            Check.Within(Tolerance.Of(3e-4, "m", "a prior of 2 mm against half an hour"), sky.Air.North, last.Gradient.North);
            Assert.Equal(0, engine.Slips);
            Assert.Equal(0, engine.Rejected);
        }
    }

    /// <summary>A receiver clock that is off by a second moves neither satellites nor tides, nor the position.</summary>
    [Fact]
    public void A_clock_that_is_off_by_a_second_does_not_matter()
    {
        SyntheticSky sky = new(s_marker);
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        PppEpoch last = Run(sky, engine, 60, 1.0)[^1];
        Check.Within(Tolerance.Of(1e-3, "m", "as with a good clock"), s_marker.Vector, last.Marker.Vector);
        Check.Within(Tolerance.Of(3e-12, "s", "1 mm"), 1.0, last.Clocks[0].Offset);
    }

    [Fact]
    public void With_noise_the_error_is_what_the_covariance_says()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.002, 0.3) };
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        PppEpoch last = Run(sky, engine, 240, 1e-4)[^1];
        Vector3d error = last.Marker - s_marker;
        Assert.True(error.Norm < 4 * Math.Sqrt(last.Covariance.Trace), $"error {error.Norm} m, sigma {Math.Sqrt(last.Covariance.Trace)} m");
        Assert.True(error.Norm < 0.03, $"two hours should converge to 3 cm, not {error.Norm} m");
        Assert.Equal(0, engine.Slips);
    }

    /// <summary>One cycle on both carriers of a GPS satellite (the hardest to see), a large slip, and slips on half of the sky at once.</summary>
    [Fact]
    public void Slips_do_not_move_the_position()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.001, 0.2) };
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        (double, double) Lost(int epoch, SatelliteId id) =>
            (epoch >= 100 && id.Number % 5 == 0 ? 1 : 0, epoch >= 100 && id.Number % 5 == 0 ? 1 : 0) is var (a, b) && epoch >= 130 && id.Number % 2 == 0 ? (a + 7, b - 12345) : (a, b);
        PppEpoch last = Run(sky, engine, 240, 1e-4, Lost)[^1];
        ObservationEpoch at = new();
        sky.Measure(at, 30 * 130, 1e-4);
        int large = at.Satellites.ToArray().Count(id => id.Number % 2 == 0);
        Assert.True(engine.Slips >= large, $"{engine.Slips} slips seen, {large} made at once alone");
        Check.Within(Tolerance.Of(0.03, "m", "two hours of 1 mm carriers, half of the arcs begun anew after one"), s_marker.Vector, last.Marker.Vector);
    }

    /// <summary>A receiver that steps its code clock by a millisecond and leaves its carriers: every arc goes on.</summary>
    [Fact]
    public void Millisecond_jumps_of_the_code_clock_are_repaired()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.001, 0.2) };
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        ObservationEpoch epoch = new();
        PppEpoch? last = null;
        for (int i = 0; i < 120; i++)
        {
            sky.Measure(epoch, 30 * i, i < 60 ? 4e-4 : -6e-4);
            for (int s = 0; s < epoch.Count && i >= 60; s++)
            {
                // The carriers are measured with the clock that went on: a millisecond more than the codes.
                Span<double> values = Writable(epoch, s);
                GnssSystem system = epoch.Satellites[s].System;
                values[2] += 1e-3 * Carriers.Frequency(system, '1');
                values[3] += 1e-3 * Carriers.Frequency(system, system == GnssSystem.Gps ? '2' : '5');
            }

            last = engine.Process(epoch);
        }

        Assert.Equal(1, engine.ClockJumps);
        Assert.Equal(0, engine.Slips);
        Check.Within(Tolerance.Of(0.05, "m", "an hour of 1 mm carriers"), s_marker.Vector, last!.Marker.Vector);
        Check.Within(Tolerance.Of(3e-9, "s", "codes of 0.2 m"), -6e-4, last.Clocks[0].Offset);
    }

    [Fact]
    public void Wild_codes_and_carriers_are_left_out()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.001, 0.2) };
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        ObservationEpoch epoch = new();
        PppEpoch? last = null;
        for (int i = 0; i < 120; i++)
        {
            sky.Measure(epoch, 30 * i, 1e-4);
            int victim = i % epoch.Count;
            Writable(epoch, victim)[0] += i % 3 == 0 ? 500 : 0;                      // m
            last = engine.Process(epoch);
        }

        Check.Within(Tolerance.Of(0.08, "m", "an hour of 1 mm carriers, of which a wild code makes a third begin anew by its wide lane"), s_marker.Vector, last!.Marker.Vector);
        Assert.True(engine.Rejected >= 30);
    }

    /// <summary>Kinematic positions follow a path that no static filter could.</summary>
    [Fact]
    public void Kinematic_positions_follow_the_antenna()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.001, 0.2) };
        PppEngine engine = new(sky.States, SyntheticSky.Settings(kinematic: true), sky.Receiver);
        ObservationEpoch epoch = new();
        for (int i = 0; i < 240; i++)
        {
            Vector3d moved = new(20 * Math.Sin(0.3 * i), 15 * Math.Cos(0.2 * i), 0.1 * i);
            sky.Measure(epoch, 30 * i, 1e-4, moved);
            PppEpoch solved = engine.Process(epoch);
            if (i >= 120)
            {
                Check.Within(Tolerance.Of(0.06, "m", "after an hour; 1 mm carriers make 5 mm in a pair, times the geometry"), (s_marker + moved).Vector, solved.Marker.Vector, $"epoch {i}");
            }
        }
    }

    /// <summary>A second pass from the end makes the first epochs as good as the last: slips and outliers in the middle included.</summary>
    [Fact]
    public void Smoothed_positions_do_not_need_to_converge()
    {
        SyntheticSky sky = new(s_marker) { Noise = (0.001, 0.2) };
        PppReceiver receiver = new(sky.States, _ => SyntheticSky.Settings(kinematic: true), () => sky.Receiver, ofAntenna: false, smooth: true);
        ObservationEpoch epoch = new();
        List<Vector3d> path = [];
        List<ReceiverFix> forward = [];
        for (int i = 0; i < 240; i++)
        {
            path.Add(new(20 * Math.Sin(0.3 * i), 15 * Math.Cos(0.2 * i), 0.1 * i));
            sky.Measure(epoch, 30 * i, 1e-4, path[i], id => i >= 100 && id.Number % 3 == 0 ? (5, -8) : (0, 0));
            forward.Add(receiver.Solve(epoch));
        }

        IReadOnlyList<ReceiverFix> smoothed = receiver.Smoothed();
        Assert.Equal(240, smoothed.Count);
        Assert.True((forward[0].Position - (s_marker + path[0])).Norm > 0.1, "codes alone are decimetres off");
        for (int i = 0; i < 240; i++)
        {
            Assert.Equal(forward[i].Time, smoothed[i].Time);
            Check.Within(Tolerance.Of(0.05, "m", "two hours of 1 mm carriers about every epoch"), (s_marker + path[i]).Vector, smoothed[i].Position.Vector, $"epoch {i}");
        }
    }

    [Fact]
    public void Equal_input_gives_equal_bits()
    {
        double[] Solve()
        {
            SyntheticSky sky = new(s_marker) { Noise = (0.002, 0.3) };
            return [.. Run(sky, new(sky.States, SyntheticSky.Settings(), sky.Receiver), 20, 1e-4).Select(e => e.Marker.X)];
        }

        Assert.Equal(Solve(), Solve());
    }

    [Fact]
    public void Epochs_that_cannot_be_solved_say_why()
    {
        SyntheticSky sky = new(s_marker);
        PppEngine engine = new(sky.States, SyntheticSky.Settings(), sky.Receiver);
        ObservationEpoch epoch = new();
        epoch.Begin(SyntheticSky.Start, sky.Layout);
        Assert.Equal(PppStatus.NoObservations, engine.Process(epoch).Status);
        epoch.Begin(SyntheticSky.Start, sky.Layout);
        epoch.Add(new(GnssSystem.Gps, 32), out Span<double> values, out _);
        values.Fill(2e7);
        Assert.Equal(PppStatus.NoEphemeris, engine.Process(epoch).Status);
        epoch.Begin(SyntheticSky.Start, sky.Layout);
        epoch.Add(new(GnssSystem.Gps, 1), out values, out _);
        values.Fill(2e7);
        Assert.Equal(PppStatus.NoFirstPosition, engine.Process(epoch).Status);
        Assert.Contains(new SatelliteId(GnssSystem.Gps, 32), engine.Unused);
    }

    private static List<PppEpoch> Run(SyntheticSky sky, PppEngine engine, int epochs, double clock, Func<int, SatelliteId, (double, double)>? lost = null)
    {
        List<PppEpoch> solved = [];
        ObservationEpoch epoch = new();
        for (int i = 0; i < epochs; i++)
        {
            int now = i;
            sky.Measure(epoch, 30 * i, clock, default, lost is null ? null : id => lost(now, id));
            solved.Add(engine.Process(epoch));
        }

        return solved;
    }

    private static Span<double> Writable(ObservationEpoch epoch, int satellite) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(epoch.Values(satellite)), epoch.Layout.Width);
}
