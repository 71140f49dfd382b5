using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Clock offsets as CSV: <c>epoch_gpst,clock,clock_s</c>, satellites and stations by name.</summary>
public static class ClockCsv
{
    public const string Header = "epoch_gpst,clock,clock_s";

    private const int MostRows = 50_000_000;

    internal static bool IsHeader(ReadOnlySpan<byte> line)
    {
        string[] names = FixedField.Text(line).Split(',');
        return names.Length == 3 && names[0].StartsWith("epoch_", StringComparison.Ordinal) && names[1] == "clock" && names[2] == "clock_s";
    }

    public static void Write(TableWriter writer, ClkFile file)
    {
        List<(Epoch Epoch, int Order, string Name, double Offset)> rows = [];
        int order = 0;
        foreach ((string name, ClkSeries series) in file.Satellites.Select(s => (s.Key.ToString(), s.Value)).Concat(file.Stations.Select(s => (s.Key, s.Value))))
        {
            for (int i = 0; i < series.Epochs.Length; i++)
            {
                rows.Add((series.Epochs[i], order, name, series.Offsets[i]));
            }

            order++;
        }

        rows.Sort((a, b) => a.Epoch != b.Epoch ? a.Epoch.CompareTo(b.Epoch) : a.Order.CompareTo(b.Order));
        foreach ((Epoch epoch, _, string name, double offset) in rows)
        {
            writer.Epoch(epoch).Text(name).Real(offset).EndRow();
        }
    }

    public static ReadResult<ClkFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return Read(stream, path);
    }

    public static ReadResult<ClkFile> Read(Stream stream, string fileName)
    {
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(TextSource.Decompress(stream), bag);
        string header = lines.TryRead(out ReadOnlySpan<byte> first) ? FixedField.Text(first) : "";
        if (!IsHeader(System.Text.Encoding.Latin1.GetBytes(header)) || !Enum.TryParse(header.Split(',')[0][6..], ignoreCase: true, out TimeScale scale))
        {
            bag.Error("CN3144", 1, 1, "the table lacks the columns of clocks", $"give a table with the columns {Header}");
            return bag.Remaining<ClkFile>(null);
        }

        SortedDictionary<string, ClkSeriesBuilder> clocks = new(StringComparer.Ordinal);
        int count = 0;
        while (!bag.Full && count < MostRows && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line))
            {
                continue;
            }

            int comma = line.IndexOf((byte)','), last = line.LastIndexOf((byte)',');
            string time = comma > 0 ? FixedField.Text(line[..comma]) : "", name = comma > 0 && last > comma ? FixedField.Text(line[(comma + 1)..last]) : "";
            if (name.Length is 0 or > 20 || !OdmTime.TryParse(time, scale, out Epoch epoch) || !FixedField.TryDouble(line[(last + 1)..], out double offset))
            {
                bag.Error("CN3030", lines.LineNumber, 1, "the row is not one of epoch, name and clock offset in seconds", "it is left out: mend it");
                continue;
            }

            if (!clocks.TryGetValue(name, out ClkSeriesBuilder? series))
            {
                clocks.Add(name, series = new ClkSeriesBuilder());
            }

            series.Add(epoch, offset);
            count++;
        }

        if (count == 0)
        {
            bag.Error("CN3129", lines.LineNumber, 0, "no row with a clock is left", "give a table of clocks");
            return bag.Remaining<ClkFile>(null);
        }

        SortedDictionary<SatelliteId, ClkSeries> satellites = [];
        SortedDictionary<string, ClkSeries> stations = new(StringComparer.Ordinal);
        foreach ((string name, ClkSeriesBuilder series) in clocks)
        {
            if (SatelliteId.TryParse(name, out SatelliteId id))
            {
                satellites.Add(id, series.Build());
            }
            else
            {
                stations.Add(name, series.Build());
            }
        }

        return bag.Remaining(new ClkFile { Version = 3, AnalysisCenter = "", Interval = Duration.Zero, Satellites = satellites, Stations = stations });
    }
}
