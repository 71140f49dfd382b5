using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes SP3-a (GPS only), SP3-c (up to 85 satellites) and SP3-d files; what a version cannot hold is written in the next that can. [SP3-c] [SP3-d]</summary>
public sealed class Sp3Writer
{
    private const int MostOfC = 85;
    private const int PerLine = 17;

    private readonly TextWriter _out;
    private readonly Sp3File _file;
    private readonly char _version;

    private Sp3Writer(TextWriter output, Sp3File file)
    {
        (_out, _file) = (output, file);
        _version = VersionOf(file);
    }

    /// <summary>The file's own version, or the next that holds all of it.</summary>
    public static char VersionOf(Sp3File file) =>
        file.Version == 'd' || file.Satellites.Count > MostOfC ? 'd'
        : file.Version == 'a' && Problem(file).Length == 0 && !file.HasMarks ? 'a'
        : 'c';

    /// <summary>What of the file its version cannot hold; empty where it holds all.</summary>
    public static string Problem(Sp3File file) => file.Version switch
    {
        'a' when file.Satellites.Any(s => s.Id.System != GnssSystem.Gps) => "other satellites than those of GPS",
        'a' when file.TimeScale != TimeScale.Gpst => "other time systems than that of GPS",
        'a' or 'c' when file.Satellites.Count > MostOfC => $"{file.Satellites.Count} satellites ({MostOfC} at most)",
        _ => "",
    };

    /// <summary>Writes the file; the stream stays open.</summary>
    public static void Write(Stream stream, Sp3File file)
    {
        ArgumentOutOfRangeException.ThrowIfZero(file.Epochs.Length);
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        Sp3Writer writer = new(text, file);
        writer.WriteHeader();
        for (int row = 0; row < file.Epochs.Length; row++)
        {
            writer.WriteEpoch(row);
        }

        text.WriteLine("EOF");
    }

    private void WriteHeader()
    {
        Epoch start = _file.Epochs[0];
        ScaleReading reading = start.In(_file.TimeScale);
        Line($"#{_version}{(_file.HasVelocities ? 'V' : 'P')}{Calendar(start)} {_file.Epochs.Length,7} {Cut(_file.DataUsed, 5)} {Cut(_file.CoordinateSystem, 5)} {Cut(_file.OrbitType, 3)} {Cut(_file.Agency, 4)}");

        // Week and second of week of the reading, in weeks that begin with those of GPS.
        int days = reading.DayFrom2000 - CalendarDay.FromDate(1980, 1, 6);
        int week = (int)Math.Floor(days / 7.0);
        double second = ((days - (7 * week)) * 86400) + reading.SecondOfDay.TotalSeconds;
        Line($"## {week,4} {second,15:0.00000000} {_file.Interval.TotalSeconds,14:0.00000000} {reading.ModifiedJulianDay,5} {reading.SecondOfDay.TotalSeconds / 86400,15:0.0000000000000}");
        int lines = Math.Max(5, (_file.Satellites.Count + PerLine - 1) / PerLine);
        for (int line = 0; line < lines; line++)
        {
            Line((line == 0 ? $"+  {_file.Satellites.Count,3}   " : "+        ") + Row(line, s => Name(s.Id), "  0"));
        }

        for (int line = 0; line < lines; line++)
        {
            Line("++       " + Row(line, s => $"{s.AccuracyExponent,3}", "  0"));
        }

        string system = _file.Satellites.Select(s => s.Id.Letter).Distinct().Count() == 1 ? _file.Satellites[0].Id.Letter.ToString() : "M";
        Line($"%c {(_version == 'a' ? "cc" : system + " ")} cc {(_version == 'a' ? "ccc" : TimeSystem(_file.TimeScale))} ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc");
        Line("%c cc cc ccc ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc");
        Line("%f  1.2500000  1.025000000  0.00000000000  0.000000000000000");
        Line("%f  0.0000000  0.000000000  0.00000000000  0.000000000000000");
        Line("%i    0    0    0    0      0      0      0      0         0");
        Line("%i    0    0    0    0      0      0      0      0         0");
        // Versions a and c have four lines of comments, d has as many as it likes.
        for (int i = 0; i < (_version == 'd' ? Math.Max(4, _file.Comments.Count) : 4); i++)
        {
            string comment = i < _file.Comments.Count ? _file.Comments[i] : "";
            Line("/* " + (comment.Length > 77 ? comment[..77] : comment));
        }
    }

    private void WriteEpoch(int row)
    {
        Line($"*  {Calendar(_file.Epochs[row])}");
        foreach (Sp3Satellite satellite in _file.Satellites)
        {
            Vector3d position = satellite.Positions[row];
            double clock = satellite.Clocks[row];
            position = double.IsNaN(position.X) ? Vector3d.Zero : position / 1000;
            Line($"P{Name(satellite.Id)}{Triple(position)}{(double.IsNaN(clock) ? 999999.999999 : clock * 1e6),14:0.000000}{(_version == 'a' ? "" : Marks(satellite.Marks[row]))}");
            if (satellite.Velocities is { } velocities)
            {
                Vector3d velocity = double.IsNaN(velocities[row].X) ? Vector3d.Zero : 10 * velocities[row];
                double rate = satellite.ClockRates is { } rates && !double.IsNaN(rates[row]) ? rates[row] * 1e10 : 999999.999999;
                Line($"V{Name(satellite.Id)}{Triple(velocity)}{rate,14:0.000000}");
            }
        }
    }

    /// <summary>SP3-a numbers satellites without a letter.</summary>
    private string Name(SatelliteId id) => _version == 'a' ? $"{id.Number,3}" : id.ToString();

    private string Calendar(Epoch epoch)
    {
        ScaleReading r = epoch.In(_file.TimeScale);
        return Text($"{r.Year:0000} {r.Month,2} {r.Day,2} {r.Hour,2} {r.Minute,2} {r.Second + (r.Attoseconds * 1e-18),11:0.00000000}");
    }

    private string Row(int line, Func<Sp3Satellite, string> cell, string filler) => string.Concat(
        Enumerable.Range(line * PerLine, PerLine).Select(i => i < _file.Satellites.Count ? cell(_file.Satellites[i]) : filler));

    private static string Triple(Vector3d v) => Text($"{v.X,14:0.000000}{v.Y,14:0.000000}{v.Z,14:0.000000}");

    /// <summary>Columns 61-80: no standard deviations, then the marks.</summary>
    private static string Marks(Sp3Marks marks) => marks == Sp3Marks.None
        ? ""
        : $"              {(marks.HasFlag(Sp3Marks.ClockEvent) ? 'E' : ' ')}{(marks.HasFlag(Sp3Marks.ClockPredicted) ? 'P' : ' ')}  {(marks.HasFlag(Sp3Marks.Maneuver) ? 'M' : ' ')}{(marks.HasFlag(Sp3Marks.OrbitPredicted) ? 'P' : ' ')}";

    private static string TimeSystem(TimeScale scale) => scale switch
    {
        TimeScale.Gst => "GAL",
        TimeScale.Qzsst => "QZS",
        TimeScale.Bdt => "BDT",
        TimeScale.Tai => "TAI",
        TimeScale.Utc => "UTC",
        _ => "GPS",
    };

    private static string Cut(string text, int width) => (text.Length > width ? text[..width] : text).PadRight(width);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Line(string text) => _out.WriteLine(text);
}
