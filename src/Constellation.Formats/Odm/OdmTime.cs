using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Time systems and epochs of orbit data messages. [CCSDS502] 7.5.10, annex A3</summary>
internal static class OdmTime
{
    public const string Known = "UTC, TAI, TT, TDB, GPS, BDT, GST, QZSST, GLONASS";

    private static readonly (string Name, TimeScale Scale)[] s_names =
    [
        ("UTC", TimeScale.Utc), ("TAI", TimeScale.Tai), ("TT", TimeScale.Tt), ("TDB", TimeScale.Tdb), ("GPS", TimeScale.Gpst), ("GPST", TimeScale.Gpst),
        ("BDT", TimeScale.Bdt), ("BDS", TimeScale.Bdt), ("GST", TimeScale.Gst), ("GAL", TimeScale.Gst), ("QZSST", TimeScale.Qzsst), ("QZS", TimeScale.Qzsst),
        ("GLONASS", TimeScale.Glonasst), ("GLONASST", TimeScale.Glonasst),
    ];

    /// <summary>UT1, mission and spacecraft clocks are not here: they are no way to name an instant without further data.</summary>
    public static TimeScale? Scale(string name)
    {
        foreach ((string known, TimeScale scale) in s_names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return scale;
            }
        }

        return null;
    }

    /// <summary>The first name of a scale.</summary>
    public static string Name(TimeScale scale) => s_names.First(n => n.Scale == scale).Name;

    /// <summary>ISO date and time or day of year, with or without a final Z.</summary>
    public static bool TryParse(string text, TimeScale scale, out Epoch epoch)
    {
        text = text.EndsWith('Z') ? text[..^1] : text;
        string suffix = scale == TimeScale.Utc ? "Z" : scale.ToString().ToUpperInvariant();
        epoch = default;
        return text.Length is >= 10 and <= 64 && char.IsAsciiDigit(text[^1]) && text.Contains('T', StringComparison.Ordinal) && Epoch.TryParse(text + suffix, out epoch, out _) && IsReasonable(epoch);
    }

    /// <summary>All digits that are not zero, milliseconds at least.</summary>
    public static string Text(Epoch epoch, TimeScale scale)
    {
        string text = epoch.ToString(scale, 18).TrimEnd('0');
        int digits = text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
        return digits >= 3 ? text : text + new string('0', 3 - digits);
    }

    private static bool IsReasonable(Epoch epoch) => epoch.In(TimeScale.Tai).Date.Year is >= 1957 and <= 2200;
}
