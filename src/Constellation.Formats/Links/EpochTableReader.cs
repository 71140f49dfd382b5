using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>
/// Reads tables of orbits and ranges as research groups exchange them: commas, one row an epoch, plain or gzip, '#' before comments. Columns are named by a header or by the
/// caller, units in the names: <c>epoch_gpst</c> (any scale), or <c>date</c> (2010-07-27, 2010/7/27 or 27/7/2010) and <c>time</c> (00:00:10); <c>x_km</c>, <c>range_m</c>, ...; '-' for one to leave out.
/// </summary>
/// <remarks>Without names, three columns are date, time and range_m, eight are date, time, positions in km and velocities in dm/s: the day files of GRACE orbits and ranges.
/// Codes: CN3380 columns, CN3382 a time, CN3383 a number, CN3384 the order of time, CN3385 nothing there, CN3386 size.</remarks>
public static class EpochTableReader
{
    private const int MostRows = 20_000_000;

    private static readonly string[][] s_layouts = [["date", "time", "range_m"], ["date", "time", "x_km", "y_km", "z_km", "vx_dmps", "vy_dmps", "vz_dmps"]];

    /// <param name="path">The file.</param>
    /// <param name="names">Names of the columns; null: those of the header, or of the number of columns.</param>
    /// <param name="scale">Time scale of <c>date</c> and <c>time</c>.</param>
    public static ReadResult<EpochTable> Read(string path, IReadOnlyList<string>? names = null, TimeScale scale = TimeScale.Gpst)
    {
        using Stream stream = TextSource.Open(path);
        return Read(stream, path, names, scale);
    }

    public static ReadResult<EpochTable> Read(Stream stream, string fileName, IReadOnlyList<string>? names, TimeScale scale)
    {
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(TextSource.Decompress(stream), bag);
        Columns? columns = null;
        List<Epoch> epochs = [];
        List<double[]> rows = [];
        while (!bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line) || line[0] == (byte)'#')
            {
                continue;
            }

            string[] fields = [.. FixedField.Text(line).Split(',').Select(f => f.Trim())];
            if (columns is null)
            {
                bool header = fields.All(f => f.Length > 0 && char.IsAsciiLetter(f[0]));
                columns = Columns.Of(names ?? (header ? fields : s_layouts.FirstOrDefault(l => l.Length == fields.Length)), fields.Length, scale, lines.LineNumber, bag);
                if (columns is null)
                {
                    break;
                }

                if (header)
                {
                    continue;
                }
            }

            if (rows.Count == MostRows)
            {
                bag.Error("CN3386", lines.LineNumber, 0, $"more than {MostRows} rows", "cut the table into parts");
                break;
            }

            if (columns.TryRow(fields, lines.LineNumber, bag, out Epoch epoch, out double[] values) && InOrder(epochs, epoch, lines.LineNumber, bag))
            {
                epochs.Add(epoch);
                rows.Add(values);
            }
        }

        if (!bag.HasErrors && rows.Count == 0)
        {
            bag.Error("CN3385", 0, 0, "has no rows", "give a table with an epoch and numbers a row");
        }

        return bag.Result(new EpochTable(fileName, columns?.Numbers ?? [], epochs, [.. Enumerable.Range(0, columns?.Numbers.Count ?? 0).Select(c => rows.Select(r => r[c]).ToArray())]));
    }

    private static bool InOrder(List<Epoch> epochs, Epoch epoch, int line, DiagnosticBag bag)
    {
        if (epochs.Count == 0 || epoch > epochs[^1])
        {
            return true;
        }

        bag.Error("CN3384", line, 1, epoch == epochs[^1] ? $"the epoch {epoch.ToString(TimeScale.Gpst)} is there twice" : $"the epoch {epoch.ToString(TimeScale.Gpst)} is before that of the row above", "order the rows by time, one an epoch");
        return false;
    }

    /// <summary>Which field holds what.</summary>
    private sealed class Columns
    {
        private readonly int _epoch, _date, _time, _count;
        private readonly TimeScale _scale;
        private readonly int[] _fields;

        private Columns(int epoch, int date, int time, int count, TimeScale scale, int[] fields, string[] numbers) =>
            (_epoch, _date, _time, _count, _scale, _fields, Numbers) = (epoch, date, time, count, scale, fields, numbers);

        public IReadOnlyList<string> Numbers { get; }

        public static Columns? Of(IReadOnlyList<string>? names, int count, TimeScale scale, int line, DiagnosticBag bag)
        {
            if (names is null || names.Count != count)
            {
                bag.Error("CN3380", line, 1, names is null ? $"the table has {count} columns and no header" : $"the table has {count} columns, {names.Count} are named", "name every column with --columns, such as date,time,x_km,y_km,z_km or epoch_gpst,range_m; '-' leaves one out");
                return null;
            }

            string[] all = [.. names];
            int epoch = Array.FindIndex(all, n => n.StartsWith("epoch_", StringComparison.Ordinal)), date = Array.IndexOf(all, "date"), time = Array.IndexOf(all, "time");
            if (epoch >= 0 && !(Enum.TryParse(all[epoch][6..], ignoreCase: true, out scale) && Enum.IsDefined(scale)))
            {
                bag.Error("CN3380", line, 1, $"'{all[epoch]}' names no time scale", "write epoch_gpst, epoch_utc, epoch_tai, ...");
                return null;
            }

            if (epoch < 0 && (date < 0 || time < 0))
            {
                bag.Error("CN3380", line, 1, $"none of the columns {string.Join(", ", all)} tells the epoch", "name one epoch_gpst (or of another scale), or two date and time");
                return null;
            }

            int[] fields = [.. Enumerable.Range(0, all.Length).Where(i => i != epoch && i != date && i != time && all[i] != "-")];
            return new Columns(epoch, date, time, count, scale, fields, [.. fields.Select(i => all[i])]);
        }

        public bool TryRow(string[] fields, int line, DiagnosticBag bag, out Epoch epoch, out double[] values)
        {
            (epoch, values) = (default, new double[_fields.Length]);
            if (fields.Length != _count)
            {
                bag.Error("CN3383", line, 1, $"the row has {fields.Length} of {_count} columns", "mend the line; if it is the last, the file is cut");
                return false;
            }

            string time = _epoch >= 0 ? fields[_epoch] : Iso(fields[_date]) is { } date ? $"{date}T{fields[_time]}" : "";
            if (!OdmTime.TryParse(time, _scale, out epoch))
            {
                string written = _epoch >= 0 ? fields[_epoch] : $"{fields[_date]},{fields[_time]}";
                bag.Error("CN3382", line, 1, $"'{written}' is not a time", "write 2010-07-27T00:00:10, or a date 2010-07-27 or 27/7/2010 and a time 00:00:10");
                return false;
            }

            for (int i = 0; i < values.Length; i++)
            {
                string field = fields[_fields[i]];
                if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i]))
                {
                    bag.Error("CN3383", line, 1 + fields.Take(_fields[i]).Sum(f => f.Length + 1), $"'{field}' is not a number ({Numbers[i]})", "mend the row or leave it out");
                    return false;
                }
            }

            return true;
        }

        /// <summary>Year first where it has four digits, else day, month, year.</summary>
        private static string? Iso(string date)
        {
            string[] parts = date.Split('-', '/', '.');
            if (parts.Length != 3)
            {
                return null;
            }

            (string year, string month, string day) = parts[0].Length == 4 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0]);
            return $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        }
    }
}
