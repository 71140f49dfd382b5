using System.Text;
using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>IGS ERP version 2: whole numbers of 1e-6 arcseconds and 1e-7 s, LOD in 1e-7 s a day, usually at noon.</summary>
/// <remarks>
/// Columns are taken from the line of names, which analysis centres write differently (<c>X</c>, <c>Xpole</c>). A file of a single epoch becomes
/// two rows, twelve hours before and after, by its pole rates and length of day. ERP files have no celestial pole offsets: they are zero.
/// </remarks>
internal static class IgsErpReader
{
    private const double Pole = 1e-6, Ut1 = 1e-7;

    public static ReadResult<EopTable> Read(ReadOnlySpan<byte> first, LineReader lines, EopRows rows)
    {
        if (!Encoding.Latin1.GetString(first).Contains('2', StringComparison.Ordinal))
        {
            rows.Bag.Error("CN3057", 1, 1, "only version 2 of the ERP format is read", "give a file that begins with 'version 2'");
            return rows.Result();
        }

        string[]? names = null;
        (double XRate, double YRate) rates = (0, 0);
        while (!rows.Bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            WordReader words = new(line, 0);
            ReadOnlySpan<byte> word = words.Next();
            if (word.SequenceEqual("MJD"u8))
            {
                names = Encoding.Latin1.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
            else if (names is not null && word.IndexOfAny((byte)'*', (byte)'(') < 0 && (word is [>= (byte)'0' and <= (byte)'9', ..] or [(byte)'-', >= (byte)'0' and <= (byte)'9', ..]))
            {
                rates = ReadRow(line, lines.LineNumber, names, rows);
            }
        }

        if (names is null && !rows.Bag.HasErrors)
        {
            rows.Bag.Error("CN3056", lines.LineNumber, 0, "there is no line of column names that begins with MJD", "check that it is an ERP file and not cut");
        }

        if (rows.Count == 1 && !rows.Bag.HasErrors)
        {
            rows.WidenSingle(rates.XRate, rates.YRate);
        }

        return rows.Result();
    }

    private static (double XRate, double YRate) ReadRow(ReadOnlySpan<byte> line, int number, string[] names, EopRows rows)
    {
        WordReader words = new(line, 0);
        double mjd = double.NaN, x = double.NaN, y = double.NaN, ut1 = double.NaN, lod = double.NaN, xRate = 0, yRate = 0;
        int seen = 0;
        foreach (string name in names)
        {
            ReadOnlySpan<byte> word = words.Next();
            if (word.IsEmpty)
            {
                break;
            }

            switch (name)
            {
                case "MJD":
                    mjd = rows.Number(word, number, words.Column, name);
                    seen++;
                    break;
                case "X" or "Xpole":
                    x = Pole * rows.Number(word, number, words.Column, name);
                    seen++;
                    break;
                case "Y" or "Ypole":
                    y = Pole * rows.Number(word, number, words.Column, name);
                    seen++;
                    break;
                case "UT1-UTC":
                    ut1 = Ut1 * rows.Number(word, number, words.Column, name);
                    seen++;
                    break;
                case "LOD":
                    lod = Ut1 * rows.Number(word, number, words.Column, name);
                    break;
                case "Xrt":
                    xRate = Pole * rows.Number(word, number, words.Column, name);
                    break;
                case "Yrt":
                    yRate = Pole * rows.Number(word, number, words.Column, name);
                    break;
            }
        }

        if (seen < 4)
        {
            rows.Bag.Error("CN3058", number, line.Length + 1, "the row ends before MJD, pole and UT1-UTC are complete", "fetch the file again: it may be cut");
        }

        rows.Add(mjd, x, y, ut1, lod, double.NaN, double.NaN, observed: true, number);
        return (xRate, yRate);
    }
}
