using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What the line says that begins an epoch or an event. [RINEX-2.11] table A2, [RINEX-3.05] table A3.</summary>
/// <param name="HasTime">Events need no time.</param>
/// <param name="Time">By the receiver's clock.</param>
/// <param name="Flag">0 and 1 observations, 2 to 5 events, 6 cycle slips.</param>
/// <param name="Count">Of satellites, or of lines that follow.</param>
/// <param name="ClockOffset">s; NaN where there is none.</param>
internal readonly record struct EpochLine(bool HasTime, Epoch Time, int Flag, int Count, double ClockOffset)
{
    /// <summary>Columns of the two layouts.</summary>
    public const int OldSatellites = 32, CompactSatellites = 41, OldClock = 68, Clock = 41;

    /// <summary>Whether a line looks as one that begins an epoch: no line of observations does.</summary>
    public static bool IsEpoch(ReadOnlySpan<byte> line, bool old) => old
        ? line.Length >= OldSatellites && line[0] == ' ' && line[10] != '.' && (line[18] is (byte)'.' or (byte)' ') && line[26] == ' ' && line[27] == ' ' &&
          line[28] is >= (byte)'0' and <= (byte)'6' && (line[29] is (byte)' ' or (>= (byte)'0' and <= (byte)'9'))
        : line is [(byte)'>', ..];

    /// <summary>Takes the line apart.</summary>
    /// <param name="line">The line.</param>
    /// <param name="old">RINEX 2.</param>
    /// <param name="scale">Of the time.</param>
    /// <param name="epoch">What it says.</param>
    /// <param name="column">Where it is wrong, from 1.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, bool old, TimeScale scale, out EpochLine epoch, out int column, out string problem)
    {
        int start = old ? 1 : 2, flagColumn = old ? 28 : 31;
        (epoch, column, problem) = (default, flagColumn + 1, "");
        ReadOnlySpan<byte> flagField = FixedField.Columns(line, flagColumn, 1), countField = FixedField.Columns(line, flagColumn + 1, 3);
        if (flagField is not [>= (byte)'0' and <= (byte)'6'])
        {
            problem = $"'{FixedField.Text(flagField)}' is not a flag of an epoch, 0 to 6";
            return false;
        }

        int flag = flagField[0] - '0';
        if (!FixedField.TryInteger(countField, out int count) || count < 0)
        {
            (column, problem) = (flagColumn + 2, $"'{FixedField.Text(countField)}' is not a number of satellites");
            return false;
        }

        ReadOnlySpan<byte> text = FixedField.Columns(line, start, flagColumn - start);
        bool timed = TryTime(text, old, scale, out Epoch time);
        if (!timed && (flag < 2 || flag > 5 || !FixedField.IsBlank(text)))
        {
            (column, problem) = (start + 1, $"'{FixedField.Text(text)}' is not a time (year month day hour minute second)");
            return false;
        }

        ReadOnlySpan<byte> clockField = old ? FixedField.Columns(line, OldClock, 12) : FixedField.Columns(line, Clock, 15);
        double clock = double.NaN;
        if (flag < 2 && !FixedField.IsBlank(clockField) && (!FixedField.TryDouble(clockField, out clock) || Math.Abs(clock) > 100))
        {
            (column, problem) = ((old ? OldClock : Clock) + 1, $"'{FixedField.Text(clockField)}' is not a clock offset in seconds");
            return false;
        }

        epoch = new EpochLine(timed, time, flag, count, clock);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, bool old, TimeScale scale, out Epoch time)
    {
        int digits = old ? 2 : 4;
        time = default;
        if (!FixedField.TryInteger(FixedField.Columns(text, 0, digits), out int year) || !FixedField.TryInteger(FixedField.Columns(text, digits, 3), out int month) ||
            !FixedField.TryInteger(FixedField.Columns(text, digits + 3, 3), out int day) || !FixedField.TryInteger(FixedField.Columns(text, digits + 6, 3), out int hour) ||
            !FixedField.TryInteger(FixedField.Columns(text, digits + 9, 3), out int minute) || !FileTime.TrySeconds(FixedField.Columns(text, digits + 12, 11), out Duration second))
        {
            return false;
        }

        year += !old ? 0 : year < 80 ? 2000 : 1900;
        return FileTime.TryEpoch(year, month, day, hour, minute, second, scale, out time);
    }
}
