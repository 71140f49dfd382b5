using System.Text;
using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>IERS EOP C04 with semicolons, columns by their names: arcseconds and seconds.</summary>
internal static class EopC04Reader
{
    private static readonly string[] s_needed = ["MJD", "x_pole", "y_pole", "UT1-UTC", "LOD", "dX", "dY"];

    public static ReadResult<EopTable> Read(ReadOnlySpan<byte> header, LineReader lines, EopRows rows)
    {
        string[] names = Encoding.Latin1.GetString(header).Split(';', StringSplitOptions.TrimEntries);
        int[] columns = [.. s_needed.Select(n => Array.IndexOf(names, n))];
        for (int i = 0; i < 4; i++)
        {
            if (columns[i] < 0)
            {
                rows.Bag.Error("CN3056", 1, 1, $"the header has no column {s_needed[i]}", "columns MJD, x_pole, y_pole and UT1-UTC are needed, LOD, dX and dY read where they are");
            }
        }

        Range[] fields = new Range[names.Length + 1];
        double[] v = new double[s_needed.Length];
        while (!rows.Bag.Full && columns[..4].All(c => c >= 0) && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line))
            {
                continue;
            }

            int count = Split(line, fields);
            for (int i = 0; i < v.Length; i++)
            {
                Range at = columns[i] >= 0 && columns[i] < count ? fields[columns[i]] : line.Length..line.Length;
                bool absent = i >= 4 && FixedField.IsBlank(line[at]);
                v[i] = absent ? double.NaN : rows.Number(line[at], lines.LineNumber, at.Start.Value + 1, s_needed[i]);
            }

            rows.Add(v[0], v[1], v[2], v[3], v[4], v[5], v[6], observed: true, lines.LineNumber);
        }

        return rows.Result();
    }

    private static int Split(ReadOnlySpan<byte> line, Range[] fields)
    {
        int count = 0, start = 0;
        while (count < fields.Length)
        {
            int length = line[start..].IndexOf((byte)';');
            int end = length < 0 ? line.Length : start + length;
            fields[count++] = start..end;
            if (length < 0)
            {
                break;
            }

            start = end + 1;
        }

        return count;
    }
}
