using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Header lines about time: the scale of the epochs, the first and the last of them, leap seconds.</summary>
/// <param name="bag">Where problems go.</param>
/// <param name="scale">That of the system of the file.</param>
internal sealed class ObservationTimeLines(DiagnosticBag bag, TimeScale scale)
{
    public TimeScale TimeScale { get; private set; } = scale;

    /// <summary>Time of the first epoch, as the header promises.</summary>
    public Epoch? First { get; private set; }

    public Epoch? Last { get; private set; }

    /// <summary>GPS time minus UTC, s.</summary>
    public int? LeapSeconds { get; private set; }

    /// <summary>Takes a line, if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> label, ReadOnlySpan<byte> line, int number)
    {
        switch (label)
        {
            case var _ when label.SequenceEqual("TIME OF FIRST OBS"u8):
                ReadTimeScale(line, number);
                First = Time(line);
                return true;
            case var _ when label.SequenceEqual("TIME OF LAST OBS"u8):
                Last = Time(line);
                return true;
            case var _ when label.SequenceEqual("LEAP SECONDS"u8):
                ReadLeapSeconds(line);
                return true;
            default:
                return false;
        }
    }

    private void ReadLeapSeconds(ReadOnlySpan<byte> line)
    {
        if (FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int leap))
        {
            // Counted from the start of BDT where the line says so.
            LeapSeconds = ObservationHeaderLines.Text(line, 24, 3) is "BDS" or "BDT" ? leap + 14 : leap;
        }
    }

    private void ReadTimeScale(ReadOnlySpan<byte> line, int number)
    {
        string name = ObservationHeaderLines.Text(line, 48, 3);
        switch (name)
        {
            case "GPS" or "GAL" or "QZS" or "IRN":
                TimeScale = TimeScale.Gpst;
                break;
            case "GLO" or "UTC":
                TimeScale = TimeScale.Utc;
                break;
            case "BDT" or "BDS":
                TimeScale = TimeScale.Bdt;
                break;
            case "":
                break;      // that of the system of the file, GPS time if it is mixed
            default:
                bag.Error("CN3407", number, 49, $"'{name}' is not a time system", "one of GPS, GLO, GAL, QZS, BDT, IRN; the usual one of the file's satellites is taken");
                break;
        }
    }

    private Epoch? Time(ReadOnlySpan<byte> line) =>
        FixedField.TryInteger(FixedField.Columns(line, 0, 6), out int year) && FixedField.TryInteger(FixedField.Columns(line, 6, 6), out int month) &&
        FixedField.TryInteger(FixedField.Columns(line, 12, 6), out int day) && FixedField.TryInteger(FixedField.Columns(line, 18, 6), out int hour) &&
        FixedField.TryInteger(FixedField.Columns(line, 24, 6), out int minute) && FileTime.TrySeconds(FixedField.Columns(line, 30, 13), out Duration second) &&
        FileTime.TryEpoch(year, month, day, hour, minute, second, TimeScale, out Epoch epoch)
            ? epoch
            : null;
}
