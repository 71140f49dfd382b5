using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock monitoring unit: compares the running clocks of a satellite and tells which has jumped.</summary>
/// <remarks>Every difference of two clocks is looked at through two second differences: over one interval (a phase jump) and over a window (a frequency step).
/// The clock that stands out against all others is blamed: three running clocks at least, two can only tell that one is wrong.</remarks>
public sealed record ClockMonitor
{
    /// <summary>Time between comparisons.</summary>
    public Duration Interval { get; init; } = Duration.FromSeconds(10);

    /// <summary>Standard deviation of a comparison, s.</summary>
    public double MeasurementSigma { get; init; } = 3e-12;

    /// <summary>Second difference over one interval that is a phase jump, s.</summary>
    public double PhaseThreshold { get; init; } = 1e-10;

    /// <summary>Difference of the mean frequencies of two neighbouring windows that is a frequency step.</summary>
    public double FrequencyThreshold { get; init; } = 1e-12;

    /// <summary>Intervals of a window.</summary>
    public int Window { get; init; } = 30;

    /// <summary>The first alarm within a span; none where the clocks behave.</summary>
    public ClockAlarm? FirstAlarm(IReadOnlyList<IClock> clocks, EpochSpan span, ulong seed, uint run, EntityId entity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clocks.Count, 2, nameof(clocks));
        RandomDraws draws = new(seed, run, entity, NoisePurpose.ClockTakeOver);
        NormalDeviates[] noise = [.. clocks.Select((_, i) => new NormalDeviates(draws, 100 + (uint)i))];
        int kept = (2 * Window) + 1;
        double[][] readings = [.. clocks.Select(_ => new double[kept])];
        long? undecidedSince = null;
        long count = Duration.FloorDivide(span.Last - span.First, Interval) + 1;
        for (long k = 0; k < count; k++)
        {
            Epoch epoch = span.First + (Interval * k);
            for (int i = 0; i < clocks.Count; i++)
            {
                readings[i][k % kept] = clocks[i].At(epoch).Offset + (MeasurementSigma / Math.Sqrt(2) * noise[i].At((ulong)k));
            }

            ClockAlarm? alarm = (k >= 2 ? Blame(readings, k, 1, PhaseThreshold, epoch, false) : null)
                ?? (k >= 2 * Window ? Blame(readings, k, Window, FrequencyThreshold * Window * Interval.TotalSeconds, epoch, true) : null);
            undecidedSince = alarm is null ? null : undecidedSince ?? k;

            // Of three clocks one difference may pass its threshold before the other: a window's time to make up its mind.
            if (alarm is not null && (alarm.Unit is not null || clocks.Count == 2 || k - undecidedSince >= Window))
            {
                return alarm;
            }
        }

        return null;
    }

    private ClockAlarm? Blame(double[][] readings, long k, int m, double threshold, Epoch epoch, bool frequency)
    {
        int kept = (2 * Window) + 1, n = readings.Length;
        double[] second = [.. readings.Select(r => r[k % kept] - (2 * r[(k - m) % kept]) + r[(k - (2 * m)) % kept])];
        int[] against = [.. second.Select(a => second.Count(b => Math.Abs(a - b) > threshold))];
        if (against.All(c => c == 0))
        {
            return null;
        }

        int[] blamed = [.. Enumerable.Range(0, n).Where(i => against[i] == n - 1)];
        return new(epoch, blamed.Length == 1 ? blamed[0] : null, frequency);
    }
}
