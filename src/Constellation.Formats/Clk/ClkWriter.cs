using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes RINEX clock files in GPST: satellite (AS) and station (AR) clocks, epoch by epoch. [RINEX-CLK]</summary>
/// <remarks>
/// Version 3.00, or 3.04 with its nine characters where a station's name has more than four. Offsets with 13 digits: a femtosecond at a millisecond. Epochs to the microsecond, where
/// the format ends. Missing (NaN) offsets are left out, as the format has no mark for them. Memory does not grow with the rows.
/// </remarks>
public sealed class ClkWriter
{
    private const int SatellitesPerLine = 15, ShortName = 4, LongName = 9;

    private readonly TextWriter _out;
    private readonly ClkFile _file;
    private readonly bool _wide;

    private ClkWriter(TextWriter output, ClkFile file)
    {
        (_out, _file) = (output, file);
        _wide = file.Stations.Keys.Any(n => n.Length > ShortName);
    }

    private int NameWidth => _wide ? LongName : ShortName;

    /// <summary>Writes the file; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="file">What: of its version only the data are taken.</param>
    /// <exception cref="InputException">CN3033: a station's name does not fit the format.</exception>
    public static void Write(Stream stream, ClkFile file)
    {
        if (file.Stations.Keys.FirstOrDefault(n => n.Length is 0 or > LongName || n.Contains(' ', StringComparison.Ordinal)) is { } name)
        {
            throw new InputException(Diagnostic.Error("CN3033", new SourceSpan("--output"), $"'{name}' is no station name of a RINEX clock file", "give the station a name of one to nine characters without blanks"));
        }

        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        ClkWriter writer = new(text, file);
        writer.WriteHeader();
        writer.WriteRows();
    }

    private void WriteHeader()
    {
        char system = _file.Satellites.Keys.Select(s => s.Letter).Distinct().Count() == 1 ? _file.Satellites.Keys.First().Letter : 'M';
        Line(_wide ? $"3.04                 C                    {system}" : $"     3.00           C                   {system}", "RINEX VERSION / TYPE");
        Line("constellation", "PGM / RUN BY / DATE");
        Line("   GPS", "TIME SYSTEM ID");
        string types = (_file.Stations.Count > 0 ? "    AR" : "") + (_file.Satellites.Count > 0 ? "    AS" : "");
        Line($"{types.Length / 6,6}{types}", "# / TYPES OF DATA");
        Line(_file.AnalysisCenter.Length switch { 0 => "CNS", > 3 => _file.AnalysisCenter[..3], _ => _file.AnalysisCenter }, "ANALYSIS CENTER");
        Line($"{_file.Satellites.Count,6}", "# OF SOLN SATS");
        foreach (SatelliteId[] part in _file.Satellites.Keys.Chunk(SatellitesPerLine))
        {
            Line(string.Join(' ', part), "PRN LIST");
        }

        Line("", "END OF HEADER");
    }

    /// <summary>Rows of all clocks by epoch, stations before satellites; every clock has its own next row.</summary>
    private void WriteRows()
    {
        (string Head, ClkSeries Series)[] clocks =
        [
            .. _file.Stations.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ("AR " + s.Key.PadRight(NameWidth), s.Value)),
            .. _file.Satellites.OrderBy(s => s.Key).Select(s => ("AS " + s.Key.ToString().PadRight(NameWidth), s.Value)),
        ];
        int[] next = new int[clocks.Length];
        while (true)
        {
            Epoch? earliest = null;
            for (int i = 0; i < clocks.Length; i++)
            {
                if (next[i] < clocks[i].Series.Epochs.Length && !(earliest <= clocks[i].Series.Epochs[next[i]]))
                {
                    earliest = clocks[i].Series.Epochs[next[i]];
                }
            }

            if (earliest is not { } epoch)
            {
                return;
            }

            string time = Calendar(epoch);
            for (int i = 0; i < clocks.Length; i++)
            {
                (string head, ClkSeries series) = clocks[i];
                if (next[i] < series.Epochs.Length && series.Epochs[next[i]] == epoch)
                {
                    double offset = series.Offsets[next[i]++];
                    if (double.IsFinite(offset))
                    {
                        _out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{head} {time}  1   {offset.ToString("0.000000000000E+00", CultureInfo.InvariantCulture),19}"));
                    }
                }
            }
        }
    }

    /// <summary>To the microsecond, rounded before it is broken into fields so that no second reads 60.</summary>
    private static string Calendar(Epoch epoch)
    {
        const long attosecondsPerMicrosecond = 1_000_000_000_000;
        Duration since = epoch.SinceJ2000;
        long micros = (since.Attoseconds + (attosecondsPerMicrosecond / 2)) / attosecondsPerMicrosecond;

        // GPST differs from TT by 51.184 s: whole microseconds, so rounding of one is rounding of the other.
        ScaleReading r = Epoch.FromJ2000(Duration.FromSeconds(since.WholeSeconds) + (Duration.FromSeconds(0L, attosecondsPerMicrosecond) * micros)).In(TimeScale.Gpst);
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000} {r.Month:00} {r.Day:00} {r.Hour:00} {r.Minute:00} {r.Second + (r.Attoseconds * 1e-18),9:0.000000}");
    }

    private void Line(string text, string label)
    {
        int width = _wide ? 65 : 60;
        _out.WriteLine((text.Length > width ? text[..width] : text).PadRight(width) + label);
    }
}
