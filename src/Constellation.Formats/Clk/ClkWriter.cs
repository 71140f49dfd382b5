using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes RINEX clock files 3.00 in GPS time: satellite (AS) and station (AR) clocks, epoch by epoch. [RINEX-CLK]</summary>
/// <remarks>Offsets with 13 digits: 1e-13 of their size, 0.1 fs of a millisecond. Epochs to the microsecond, which the format ends at. Missing (NaN) offsets are left out, as the format has no mark for them.</remarks>
public sealed class ClkWriter
{
    private const int NameWidth = 4, SatellitesPerLine = 15;

    private readonly TextWriter _out;
    private readonly ClkFile _file;

    private ClkWriter(TextWriter output, ClkFile file) => (_out, _file) = (output, file);

    /// <summary>Writes the file; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="file">What: of its version only the data are taken.</param>
    /// <param name="comments">Lines of at most 60 characters; longer ones are cut.</param>
    /// <exception cref="InputException">CN3033: a station's name has more than four characters, or there is no clock.</exception>
    public static void Write(Stream stream, ClkFile file, IReadOnlyList<string>? comments = null)
    {
        if (file.Stations.Keys.FirstOrDefault(n => n.Length is 0 or > NameWidth || n.Contains(' ', StringComparison.Ordinal)) is { } name)
        {
            throw new InputException(Diagnostic.Error("CN3033", new SourceSpan("--output"), $"'{name}' is no station name of a RINEX clock file of version 3.00", "give the station a name of one to four characters"));
        }

        if (file.Satellites.Count + file.Stations.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN3033", new SourceSpan("--output"), "there is no clock to write", "choose other satellites"));
        }

        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        ClkWriter writer = new(text, file);
        writer.WriteHeader(comments ?? []);
        writer.WriteRows();
    }

    private void WriteHeader(IReadOnlyList<string> comments)
    {
        Line("     3.00           CLOCK DATA", "RINEX VERSION / TYPE");
        Line("CONSTELLATION", "PGM / RUN BY / DATE");
        foreach (string comment in comments)
        {
            Line(comment, "COMMENT");
        }

        Line("   GPS", "TIME SYSTEM ID");
        string[] types = [.. (_file.Stations.Count > 0 ? ["AR"] : Array.Empty<string>()), .. (_file.Satellites.Count > 0 ? ["AS"] : Array.Empty<string>())];
        Line($"{types.Length,6}{string.Concat(types.Select(t => "    " + t))}", "# / TYPES OF DATA");
        string center = _file.AnalysisCenter.Length > 3 ? _file.AnalysisCenter[..3] : _file.AnalysisCenter.PadRight(3);
        Line(center, "ANALYSIS CENTER");
        if (_file.Satellites.Count > 0)
        {
            Line($"{_file.Satellites.Count,6}", "# OF SOLN SATS");
            foreach (SatelliteId[] part in _file.Satellites.Keys.Chunk(SatellitesPerLine))
            {
                Line(string.Join(' ', part), "PRN LIST");
            }
        }

        Line("", "END OF HEADER");
    }

    /// <summary>Rows of all clocks by epoch, stations before satellites; every clock has its own next row.</summary>
    private void WriteRows()
    {
        (string Head, ClkSeries Series)[] clocks =
        [
            .. _file.Stations.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ($"AR {s.Key,-NameWidth}", s.Value)),
            .. _file.Satellites.OrderBy(s => s.Key).Select(s => ($"AS {s.Key,-NameWidth}", s.Value)),
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
                        _out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{head} {time}  1   {offset,19:0.000000000000E+00}"));
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
        Duration rounded = Duration.FromSeconds(since.WholeSeconds) + Duration.FromSeconds(0, micros * attosecondsPerMicrosecond);

        // GPST differs from TT by 51.184 s: whole microseconds, so rounding of one is rounding of the other.
        ScaleReading r = Epoch.FromJ2000(rounded).In(TimeScale.Gpst);
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000} {r.Month,2} {r.Day,2} {r.Hour,2} {r.Minute,2}{r.Second + (r.Attoseconds * 1e-18),10:0.000000}");
    }

    private void Line(string text, string label) => _out.WriteLine((text.Length > 60 ? text[..60] : text).PadRight(60) + label);
}
