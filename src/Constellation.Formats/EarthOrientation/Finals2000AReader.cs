using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>IERS <c>finals2000A</c>: Bulletin A in fixed columns, Bulletin B behind it where published, predictions at the end.</summary>
/// <remarks>
/// Pole in arcseconds, UT1 - UTC in s, LOD in ms, dX and dY in mas. Bulletin B values are taken where all five stand. Rows at the end with nothing
/// but a date are left out; dX and dY end before the rest and are held.
/// </remarks>
internal static class Finals2000AReader
{
    public static bool IsFirstLine(ReadOnlySpan<byte> line) =>
        line.Length >= 68 && FixedField.TryDouble(line[7..15], out double mjd) && mjd is > 30_000 and < 200_000 && line[57] is (byte)'I' or (byte)'P';

    public static ReadResult<EopTable> Read(ReadOnlySpan<byte> first, LineReader lines, EopRows rows)
    {
        (double Dx, double Dy) held = (0, 0);
        ReadLine(first, 1, rows, ref held);
        while (!rows.Bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadLine(line, lines.LineNumber, rows, ref held);
        }

        return rows.Result();
    }

    private static void ReadLine(ReadOnlySpan<byte> line, int number, EopRows rows, ref (double Dx, double Dy) held)
    {
        if (FixedField.IsBlank(line) || FixedField.IsBlank(FixedField.Columns(line, 18, 50)))
        {
            return;
        }

        double mjd = rows.Number(FixedField.Columns(line, 7, 8), number, 8, "the Modified Julian Date");
        bool final = true;
        foreach ((int start, int length) in ((int, int)[])[(134, 10), (144, 10), (154, 11), (165, 10), (175, 10)])
        {
            final &= !FixedField.IsBlank(FixedField.Columns(line, start, length));
        }

        double x = final ? rows.Number(line[134..144], number, 135, "x of Bulletin B") : rows.Number(FixedField.Columns(line, 18, 9), number, 19, "x of the pole");
        double y = final ? rows.Number(line[144..154], number, 145, "y of Bulletin B") : rows.Number(FixedField.Columns(line, 37, 9), number, 38, "y of the pole");
        double ut1 = final ? rows.Number(line[154..165], number, 155, "UT1-UTC of Bulletin B") : rows.Number(FixedField.Columns(line, 58, 10), number, 59, "UT1-UTC");
        double lod = FixedField.TryDouble(FixedField.Columns(line, 79, 7), out double ms) ? ms * 1e-3 : double.NaN;
        int dx = final ? 165 : 97, dy = final ? 175 : 116, width = final ? 10 : 9;
        if (!FixedField.IsBlank(FixedField.Columns(line, dx, width)))
        {
            held = (rows.Number(FixedField.Columns(line, dx, width), number, dx + 1, "dX") * 1e-3, rows.Number(FixedField.Columns(line, dy, width), number, dy + 1, "dY") * 1e-3);
        }

        bool observed = final || FixedField.Columns(line, 57, 1) is [(byte)'I'];
        rows.Add(mjd, x, y, ut1, lod, held.Dx, held.Dy, observed, number);
    }
}
