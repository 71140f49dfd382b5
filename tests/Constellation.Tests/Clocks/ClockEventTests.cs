using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class ClockEventTests
{
    private static readonly Epoch Start = Epoch.FromGps(2333, Duration.Zero);
    private static readonly EntityId Unit = EntityId.Station(6);

    /// <summary>A change of drift of 1e-18 per second seen 1000 s later: x = d t^2 / 2 = 5e-13 s, y = 1e-15.</summary>
    [Fact]
    public void Drift_changes_bend_the_phase()
    {
        EventClock clock = new(PerfectClock.Instance, [new(After(100), 0) { DriftStep = 1e-18 }]);
        Assert.Equal(default, clock.At(After(99)));
        Assert.Equal(5e-13, clock.At(After(1100)).Offset, 1e-27);
        Assert.Equal(1e-15, clock.At(After(1100)).Frequency, 1e-29);
    }

    /// <summary>A lamp event of 1e-12 that dies away in 1000 s: e^-1 of it after 1000 s, and a phase of 1e-12 x 1000 s (1 - e^-1) by then.</summary>
    [Fact]
    public void Lamp_events_die_away()
    {
        EventClock clock = new(PerfectClock.Instance, [new(Start, 0) { TransientFrequency = 1e-12, TransientTime = 1000 }]);
        Assert.Equal(1e-12 * Math.Exp(-1), clock.At(After(1000)).Frequency, 1e-26);
        Assert.Equal(1e-9 * (1 - Math.Exp(-1)), clock.At(After(1000)).Offset, 1e-23);
        Assert.Equal(1e-9, clock.At(After(1e6)).Offset, 1e-23);
    }

    [Fact]
    public void A_failed_clock_is_refused_from_then_on()
    {
        EventClock clock = new(PerfectClock.Instance, [new(After(100), 0) { Failure = true }]);
        Assert.Equal(After(100), clock.Validity.Last);
        clock.At(After(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.At(After(101)));
    }

    /// <summary>Noise doubled from node 1500 on (the event lies between two nodes): same path before, increments exactly twice after.</summary>
    [Fact]
    public void Noise_changes_where_the_event_lies()
    {
        ClockModel model = new("W", "", "") { H0 = 1e-24, HMinus2 = 1e-34 };
        EpochGrid grid = new(Start, Duration.FromSeconds(10), 4000);
        ClockRealization plain = ClockRealization.Draw(model, grid, 7, 0, Unit);
        ClockRealization loud = ClockRealization.Draw(model, grid, [new(After(14_995), 0) { NoiseFactor = 2 }], 7, 0, Unit);
        Assert.Equal(plain.AtNode(1500), loud.AtNode(1500));
        ClockState from = plain.AtNode(1500);
        for (int i = 1501; i < 4000; i += 7)
        {
            double straight = from.Offset + (from.Frequency * 10 * (i - 1500));
            Assert.Equal(2 * (plain.AtNode(i).Offset - straight), loud.AtNode(i).Offset - straight, 1e-21);
        }
    }

    /// <summary>Poisson: the number of events in 1000 mean times is 1000 within four standard deviations, the gaps have the mean and, being exponential, the same deviation.</summary>
    [Fact]
    public void Random_events_are_a_poisson_process()
    {
        ClockEventRates rates = new() { PhaseJumpInterval = Duration.FromDays(1), PhaseJumpSigma = 1e-9 };
        IReadOnlyList<ClockEvent> events = rates.Draw(new(Start, Start + Duration.FromDays(1000)), 5, 0, Unit);
        Assert.InRange(events.Count, 1000 - (4 * 32), 1000 + (4 * 32));
        double[] gaps = [.. events.Zip(events.Skip(1), (a, b) => (b.Epoch - a.Epoch).TotalSeconds / 86_400)];
        Assert.Equal(1, gaps.Average(), 4 / Math.Sqrt(gaps.Length));
        Assert.Equal(2, gaps.Average(g => g * g), 4 * Math.Sqrt(20.0 / gaps.Length));
        Assert.Equal(1e-18, events.Average(e => e.PhaseStep * e.PhaseStep), 4e-18 * Math.Sqrt(2.0 / events.Count));
        Assert.Equal(events, rates.Draw(new(Start, Start + Duration.FromDays(1000)), 5, 0, Unit));
    }

    /// <summary>Another rate of one kind leaves the others; a failure ends everything, after its mean time on average (400 units, four standard errors).</summary>
    [Fact]
    public void Kinds_are_independent_and_a_failure_is_the_end()
    {
        EpochSpan span = new(Start, Start + Duration.FromDays(3000));
        ClockEventRates rates = new()
        {
            PhaseJumpInterval = Duration.FromDays(10),
            PhaseJumpSigma = 1e-9,
            FrequencyStepInterval = Duration.FromDays(20),
            FrequencyStepSigma = 1e-13,
            LampInterval = Duration.FromDays(50),
            LampSigma = 1e-12,
            DriftChangeInterval = Duration.FromDays(50),
            DriftChangeSigma = 1e-19,
            NoiseChangeInterval = Duration.FromDays(50),
            NoiseChangeSigma = 0.3,
        };
        Assert.Equal(
            rates.Draw(span, 5, 0, Unit).Where(e => e.FrequencyStep != 0), (rates with { PhaseJumpInterval = Duration.FromDays(3) }).Draw(span, 5, 0, Unit).Where(e => e.FrequencyStep != 0));
        ClockEventRates mortal = rates with { FailureInterval = Duration.FromDays(100) };
        double lives = 0;
        for (uint run = 0; run < 400; run++)
        {
            IReadOnlyList<ClockEvent> events = mortal.Draw(span, 5, run, Unit);
            Assert.True(events[^1].Failure);
            Assert.DoesNotContain(events.SkipLast(1), e => e.Failure);
            lives += (events[^1].Epoch - Start).TotalSeconds / 86_400;
        }

        Assert.Equal(100, lives / 400, 4 * 100 / Math.Sqrt(400));
    }

    private static Epoch After(double seconds) => Start + Duration.FromSeconds(seconds);
}
