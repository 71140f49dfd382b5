using System.Text;

namespace Constellation.Formats;

/// <summary>Messages as lines of a table whose first line names the keywords. [CelesTrakTle]</summary>
internal static class OmmCsv
{
    public static void Read(LineReader lines, ElementSetBag sets)
    {
        string[]? header = null;
        OmmFields fields = new();
        List<(string Value, int Column)> values = [];
        while (lines.TryRead(out ReadOnlySpan<byte> bytes))
        {
            if (bytes.IsEmpty)
            {
                continue;
            }

            string line = Encoding.UTF8.GetString(bytes);
            if (!TrySplit(line, values))
            {
                sets.LeaveOut("CN3211", lines.LineNumber, 1, "a quotation mark is not closed", "close it", "with broken quotation");
                continue;
            }

            if (header is null)
            {
                header = [.. values.Select(v => v.Value.Trim().ToUpperInvariant())];
                continue;
            }

            if (values.Count != header.Length)
            {
                sets.LeaveOut("CN3211", lines.LineNumber, 1, $"the line has {values.Count} values, the header {header.Length}", "mend the line", "with missing or surplus values");
                continue;
            }

            fields.Clear();
            for (int i = 0; i < header.Length; i++)
            {
                fields.Set(header[i], values[i].Value, lines.LineNumber, values[i].Column);
            }

            fields.Finish(sets);
        }
    }

    /// <summary>RFC 4180 within one line.</summary>
    private static bool TrySplit(string line, List<(string Value, int Column)> values)
    {
        values.Clear();
        int at = 0;
        while (true)
        {
            int start = at;
            StringBuilder value = new();
            if (at < line.Length && line[at] == '"')
            {
                at++;
                while (at < line.Length && (line[at] != '"' || (at + 1 < line.Length && line[at + 1] == '"')))
                {
                    at += line[at] == '"' ? 1 : 0;
                    value.Append(line[at++]);
                }

                if (at >= line.Length)
                {
                    return false;
                }

                at++;
            }

            int comma = line.IndexOf(',', at);
            value.Append(line, at, (comma < 0 ? line.Length : comma) - at);
            values.Add((value.ToString(), start + 1));
            if (comma < 0)
            {
                return true;
            }

            at = comma + 1;
        }
    }
}
