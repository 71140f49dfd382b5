using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock given as a table of offsets (RINEX CLK, SP3), joined by straight lines.</summary>
/// <remarks>
/// Lines, because clock noise is not smooth: between 30 s rows the error is that of the clock's own noise, a few picoseconds for a maser and
/// some tens for a caesium; between 15 min rows it is a nanosecond. No line is drawn over a gap longer than <see cref="LongestInterval"/> or into a row marked as a jump.
/// </remarks>
public sealed class TabulatedClock : IClock
{
    private readonly Epoch[] _epochs;
    private readonly double[] _offsets;
    private readonly bool[]? _jumps;

    /// <param name="epochs">Increasing.</param>
    /// <param name="offsets">Seconds, one per epoch; missing rows are left out by the caller.</param>
    /// <param name="longestInterval">Rows farther apart than this are not joined.</param>
    /// <param name="jumps">True where the clock was reset or swapped since the row before; null when never.</param>
    public TabulatedClock(Epoch[] epochs, double[] offsets, Duration longestInterval, bool[]? jumps = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(epochs.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(offsets.Length, epochs.Length);
        for (int i = 1; i < epochs.Length; i++)
        {
            if (epochs[i] <= epochs[i - 1])
            {
                throw new ArgumentException($"row {i} is not later than the row before it", nameof(epochs));
            }
        }

        _epochs = epochs;
        _offsets = offsets;
        _jumps = jumps;
        LongestInterval = longestInterval;
        Validity = new EpochSpan(epochs[0], epochs[^1]);
    }

    public EpochSpan Validity { get; }

    public Duration LongestInterval { get; }

    public ReadOnlySpan<Epoch> Epochs => _epochs;

    /// <summary>Seconds, one per epoch.</summary>
    public ReadOnlySpan<double> Offsets => _offsets;

    /// <summary>The same rows, gaps and jumps with other offsets.</summary>
    public TabulatedClock With(double[] offsets) => new(_epochs, offsets, LongestInterval, _jumps);

    public ClockState At(Epoch epoch) =>
        TryAt(epoch, out ClockState state)
            ? state
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "the table has no clock here: before its first row, after its last, in a gap or across a jump");

    /// <summary>The state, or false outside the table, in a gap and across a jump. A row with no neighbour to join has an unknown (NaN) frequency.</summary>
    public bool TryAt(Epoch epoch, out ClockState state)
    {
        state = default;
        int found = Array.BinarySearch(_epochs, epoch);
        if (found >= 0)
        {
            double slope = Joined(found) ? Slope(found) : found > 0 && Joined(found - 1) ? Slope(found - 1) : double.NaN;
            state = new ClockState(_offsets[found], slope);
            return true;
        }

        int before = ~found - 1;
        if (before < 0 || !Joined(before))
        {
            return false;
        }

        double frequency = Slope(before);
        state = new ClockState(_offsets[before] + (frequency * (epoch - _epochs[before]).TotalSeconds), frequency);
        return true;
    }

    /// <summary>Whether there is a clock at every epoch of a span, without a gap or jump in it.</summary>
    public bool Covers(EpochSpan span)
    {
        int row = Array.BinarySearch(_epochs, span.First);
        row = row >= 0 ? row : ~row - 1;
        if (row < 0 || span.Last > _epochs[^1])
        {
            return false;
        }

        for (; row < _epochs.Length && _epochs[row] < span.Last; row++)
        {
            if (!Joined(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a line may be drawn from this row to the next.</summary>
    private bool Joined(int row) =>
        row + 1 < _epochs.Length && _epochs[row + 1] - _epochs[row] <= LongestInterval && _jumps?[row + 1] != true;

    private double Slope(int row) => (_offsets[row + 1] - _offsets[row]) / (_epochs[row + 1] - _epochs[row]).TotalSeconds;
}
