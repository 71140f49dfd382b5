using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class RedundantClockTests
{
    private static readonly Epoch Start = Epoch.FromGps(2333, Duration.Zero);
    private static readonly EntityId Satellite = EntityId.Satellite(SatelliteId.Parse("C30"));
    private static readonly EpochSpan Span = new(Start, After(100_000));
    private static readonly TakeOverSettings Exact = new() { PhaseSigma = 0, HotFrequencySigma = 0, ColdFrequencySigma = 0, HotDelay = Duration.FromSeconds(10), ColdDelay = Duration.FromSeconds(1000) };

    /// <summary>Clocks of known lines: the output goes on with the phase and frequency of the one before, through the gap and after (rounding of 1e-4 s).</summary>
    [Fact]
    public void Switch_over_carries_phase_and_frequency_on()
    {
        ClockUnit[] units = [new(Line(1e-5, 1e-11, 20_000), true), new(Line(-3e-5, 5e-11, 90_000), false), new(Line(9e-5, -7e-11, 50_000), true)];
        RedundantClock clock = RedundantClock.Assemble(units, Span, Exact, [], 1, 0, Satellite);
        Assert.Equal([2, 1], clock.Switches.Select(s => s.Unit));                               // the hot one first
        Assert.Equal([After(20_010), After(51_000)], clock.Switches.Select(s => s.Restored));
        Assert.Equal(After(90_000), clock.Validity.Last);
        foreach (double t in (double[])[0, 20_000, 20_005, 20_010, 40_000, 50_500, 51_000, 90_000])
        {
            Assert.Equal(1e-5 + (1e-11 * t), clock.At(After(t)).Offset, 1e-18);
            Assert.Equal(1e-11, clock.At(After(t)).Frequency, 1e-24);
        }

        Assert.Equal([true, false, true, false, true, false], new[] { 19_999, 20_000, 20_010, 50_500, 51_000, 90_000 }.Select(t => clock.IsAvailable(After(t))));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.At(After(90_001)));
    }

    /// <summary>Errors of the take-over have their deviations: 2000 satellites, 7 % (four standard errors); the output steps by exactly what is told.</summary>
    [Fact]
    public void Take_over_errors_have_their_size()
    {
        TakeOverSettings settings = new() { PhaseSigma = 1e-10, HotFrequencySigma = 1e-13, ColdFrequencySigma = 1e-11, ColdDelay = Duration.Zero };
        (double phase, double hot, double cold) = (0, 0, 0);
        for (uint run = 0; run < 2000; run++)
        {
            ClockUnit[] units = [new(Line(0, 0, 1000), true), new(Line(0, 0, 2000), true), new(Line(0, 0, 200_000), false)];
            RedundantClock clock = RedundantClock.Assemble(units, Span, settings, [], 3, run, Satellite);
            ClockSwitch first = clock.Switches[0];
            Assert.Equal(new(first.PhaseError, first.FrequencyError), clock.At(After(1000)));
            phase += first.PhaseError * first.PhaseError;
            hot += first.FrequencyError * first.FrequencyError;
            cold += clock.Switches[1].FrequencyError * clock.Switches[1].FrequencyError;
        }

        Assert.Equal(1, Math.Sqrt(phase / 2000) / 1e-10, 0.07);
        Assert.Equal(1, Math.Sqrt(hot / 2000) / 1e-13, 0.07);
        Assert.Equal(1, Math.Sqrt(cold / 2000) / 1e-11, 0.07);
    }

    /// <summary>A frequency jump of 2e-12 and a phase jump of 1 ns of one of three masers are found and blamed within a window; the working clock is then taken off.</summary>
    [Theory, InlineData(0, 2e-12, true), InlineData(1e-9, 0, false)]
    public void Monitoring_unit_blames_the_clock_that_jumped(double phaseStep, double frequencyStep, bool isFrequency)
    {
        ClockModel maser = new("M", "", "") { H0 = 1.8e-24, HMinus1 = 2.9e-30, InitialFrequencySpread = 1e-12, InitialOffsetSpread = 1e-5 };
        EpochGrid grid = new(Start, Duration.FromSeconds(10), 2001);
        IClock Draw(int unit) => ClockRealization.Draw(maser, grid, 4, 0, EntityId.SatelliteUnit(SatelliteId.Parse("C30"), unit));
        IClock jumping = new EventClock(Draw(0), [new(After(10_003), phaseStep, frequencyStep)]);
        ClockMonitor monitor = new();
        EpochSpan watched = new(grid.Start, grid.Last);
        Assert.Null(monitor.FirstAlarm([Draw(0), Draw(1), Draw(2)], watched, 4, 0, Satellite));
        ClockAlarm alarm = monitor.FirstAlarm([jumping, Draw(1), Draw(2)], watched, 4, 0, Satellite)!;
        Assert.Equal(0, alarm.Unit);
        Assert.Equal(isFrequency, alarm.IsFrequency);
        Assert.InRange((alarm.Epoch - After(10_003)).TotalSeconds, 0, isFrequency ? 310 : 10);
        Assert.Null(monitor.FirstAlarm([jumping, Draw(1)], watched, 4, 0, Satellite)!.Unit);    // two cannot tell who

        RedundantClock clock = RedundantClock.Assemble(
            [new(jumping, true), new(Draw(1), true), new(Draw(2), true)], watched, new TakeOverSettings(), [alarm.Epoch], 4, 0, Satellite);
        Assert.Equal(alarm.Epoch, Assert.Single(clock.Switches).Lost);
    }

    /// <summary>A clock that was taken off after a jump: its successor is aligned to what it was before, and what is taken back is told. Lines: exact to rounding of 1e-5 s.</summary>
    [Fact]
    public void A_jump_that_was_seen_goes_with_its_clock()
    {
        IClock jumped = new EventClock(Line(1e-5, 1e-11, 20_000), [new(After(19_000), 2e-9, 3e-12)]);
        ClockUnit[] units = [new(jumped, true) { TrustedUntil = After(18_500) }, new(Line(-3e-5, 5e-11, 90_000), true)];
        RedundantClock clock = RedundantClock.Assemble(units, Span with { Last = After(80_000) }, Exact, [], 1, 0, Satellite);
        Assert.Equal(1e-5 + (1e-11 * 19_500) + 2e-9 + (3e-12 * 500), clock.At(After(19_500)).Offset, 1e-18);
        Assert.Equal(1e-5 + (1e-11 * 70_000), clock.At(After(70_000)).Offset, 1e-18);
        ClockState correction = Assert.Single(clock.Switches).Correction;
        Assert.Equal(-2e-9 - (3e-12 * 1010), correction.Offset, 1e-18);
        Assert.Equal(-3e-12, correction.Frequency, 1e-24);
    }

    /// <summary>A clock that is 1e-11 off is brought to zero: offset and slope gone after ten time constants, the way there that of a double pole.</summary>
    [Fact]
    public void Steering_takes_offset_and_frequency_out()
    {
        EpochSpan span = new(Start, After(20 * 86_400));
        SteeredClock clock = new(Line(1e-8, 1e-11, 30 * 86_400), span, new SteeringSettings { Interval = Duration.FromHours(1), TimeConstant = Duration.FromHours(24) }, 1, 0, Satellite);
        Assert.Equal(1e-8, clock.At(Start).Offset, 1e-20);
        Assert.Equal(0, clock.At(After(19.99 * 86_400)).Offset, 1e-12);
        Assert.Equal(0, clock.At(After(19.99 * 86_400)).Frequency, 1e-17);
        ClockState before = clock.At(After(3599.999)), after = clock.At(After(3600));
        Assert.Equal(before.Offset, after.Offset, 1e-13);                                       // phase is continuous, 1 ms at 1e-11 and a command
        Assert.NotEqual(before.Frequency, after.Frequency);
        double[] x = [.. Enumerable.Range(0, 400).Select(k => clock.At(After(3600 * k)).Offset)];
        double r = Math.Exp(-1.0 / 24);
        for (int k = 3; k < 399; k++)
        {
            Assert.Equal(0, x[k + 1] - (2 * r * x[k]) + (r * r * x[k - 1]), 1e-18);            // (z - r)^2
        }
    }

    private static Epoch After(double seconds) => Start + Duration.FromSeconds(seconds);

    private static EventClock Line(double offset, double frequency, double life) =>
        new(PerfectClock.Instance, [new(Start, offset, frequency), new(After(life), 0) { Failure = true }]);
}
