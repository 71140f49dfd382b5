using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes RINEX clock files, version 3.00, epochs in GPST. [RINEX-CLK]</summary>
public static class ClkWriter
{
    private const int SatellitesPerLine = 15;

    /// <summary>Writes the file; the stream stays open.</summary>
    public static void Write(Stream stream, ClkFile file)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        Header(text, file);
        List<(Epoch Epoch, int Order, string Kind, string Name, double Offset)> rows = [];
        int order = 0;
        foreach ((string name, ClkSeries series) in file.Stations)
        {
            Add("AR", name, series);
        }

        foreach ((SatelliteId id, ClkSeries series) in file.Satellites)
        {
            Add("AS", id.ToString(), series);
        }

        rows.Sort((a, b) => a.Epoch != b.Epoch ? a.Epoch.CompareTo(b.Epoch) : a.Order.CompareTo(b.Order));
        foreach ((Epoch epoch, _, string kind, string name, double offset) in rows)
        {
            ScaleReading r = epoch.In(TimeScale.Gpst);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {name,-4} {r.Year:0000} {r.Month:00} {r.Day:00} {r.Hour:00} {r.Minute:00} {r.Second + (r.Attoseconds * 1e-18),9:0.000000}  1   {Scientific(offset),19}"));
        }

        void Add(string kind, string name, ClkSeries series)
        {
            for (int i = 0; i < series.Epochs.Length; i++)
            {
                rows.Add((series.Epochs[i], order, kind, name, series.Offsets[i]));
            }

            order++;
        }
    }

    private static void Header(StreamWriter text, ClkFile file)
    {
        Line($"{"3.00",9}           C                   {(file.Satellites.Keys.Select(s => s.Letter).Distinct().Count() == 1 ? file.Satellites.Keys.First().Letter : 'M')}", "RINEX VERSION / TYPE");
        Line("constellation", "PGM / RUN BY / DATE");
        Line("   GPS", "TIME SYSTEM ID");
        Line(file.Stations.Count > 0 ? "     2    AR    AS" : "     1    AS", "# / TYPES OF DATA");
        Line($"{Cut(file.AnalysisCenter.Length > 0 ? file.AnalysisCenter : "CNS", 3)}", "ANALYSIS CENTER");
        Line($"{file.Satellites.Count,6}", "# OF SOLN SATS");
        foreach (SatelliteId[] chunk in file.Satellites.Keys.Chunk(SatellitesPerLine))
        {
            Line(string.Concat(chunk.Select(s => $"{s} ")), "PRN LIST");
        }

        Line("", "END OF HEADER");

        void Line(string content, string label) => text.WriteLine($"{Cut(content, 60).PadRight(60)}{label}");
    }

    /// <summary>E19.12 with a digit before the point: twelve decimals, a femtosecond at a millisecond.</summary>
    private static string Scientific(double value)
    {
        string text = value.ToString("0.000000000000E+00", CultureInfo.InvariantCulture);
        return text;
    }

    private static string Cut(string text, int width) => text.Length > width ? text[..width] : text;
}
