using System.Text;
using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Formats;

/// <summary>Reads gravity fields: ICGEM files (<c>.gfc</c>, with trends and periods), and bare tables of degree, order, C and S as EGM96 and EGM2008 come.</summary>
/// <remarks>[ICGEM]. Fully normalised coefficients only. A bare table has no head: it gets the GM and radius of EGM96 and EGM2008, and is tide-free.</remarks>
public static class GravityFieldReader
{
    /// <summary>Degrees above it are not read unless asked for; no satellite needs them.</summary>
    public const int UsualDegree = 360;

    /// <param name="path">Plain or gzip.</param>
    /// <param name="greatestDegree">Coefficients above are left unread.</param>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<GravityField> Read(string path, int greatestDegree = UsualDegree)
    {
        using Stream stream = TextSource.Open(path);
        return ReadPlain(stream, path, greatestDegree);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    /// <param name="greatestDegree">Coefficients above are left unread.</param>
    public static ReadResult<GravityField> Read(Stream stream, string fileName, int greatestDegree = UsualDegree) =>
        ReadPlain(TextSource.Decompress(stream), fileName, greatestDegree);

    private static ReadResult<GravityField> ReadPlain(Stream stream, string fileName, int greatestDegree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(greatestDegree, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(greatestDegree, GravityField.GreatestDegree);
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(stream, bag);
        GravityFieldBuilder builder = new(bag, greatestDegree);
        bool head = true, bare = false;
        while (!bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            WordReader words = new(line, 0);
            ReadOnlySpan<byte> key = words.Next();
            if (key.IsEmpty)
            {
                continue;
            }

            if (head && IsWholeNumber(key) && LooksBare(line))
            {
                (head, bare) = (false, true);
                builder.BareTable();
            }

            if (head)
            {
                head = !key.SequenceEqual("end_of_head"u8);
                builder.Head(Encoding.Latin1.GetString(key), Encoding.Latin1.GetString(words.Next()), lines.LineNumber, words.Column);
            }
            else
            {
                builder.Row(bare ? "gfc" : Encoding.Latin1.GetString(key), bare ? new WordReader(line, 0) : words, lines.LineNumber);
            }
        }

        if (head && !bag.HasErrors)
        {
            bag.Error("CN3360", 1, 1, "this is no gravity field that is known here", "give an ICGEM file (.gfc), or a table of degree, order, C and S, plain or gzip");
        }

        return builder.Result();
    }

    private static bool IsWholeNumber(ReadOnlySpan<byte> word) => FixedField.TryInteger(word, out _);

    /// <summary>Two whole numbers and two decimals, as no line of a head is.</summary>
    private static bool LooksBare(ReadOnlySpan<byte> line)
    {
        WordReader words = new(line, 0);
        return FixedField.TryInteger(words.Next(), out _) && FixedField.TryInteger(words.Next(), out _) && FixedField.TryDouble(words.Next(), out _) && FixedField.TryDouble(words.Next(), out _);
    }
}
