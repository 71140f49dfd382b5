using System.Text;
using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>Reads BLQ files of ocean loading: comments after <c>$$</c>, a name, three lines of amplitudes (m; radial, west, south) and three of phases (degrees) for eleven waves.</summary>
/// <remarks>[IERS10] section 7.1.2. Codes: CN4260 for a value that is not a number, CN4261 for a station whose lines do not go on.</remarks>
public sealed class BlqReader
{
    private const int Lines = 6;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly List<OceanLoading> _stations = [];

    private BlqReader(Stream stream, string fileName)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<BlqFile> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return new BlqReader(stream, path).ReadFile(path);
    }

    /// <param name="stream">Plain or gzip.</param>
    /// <param name="fileName">For the diagnostics.</param>
    public static ReadResult<BlqFile> Read(Stream stream, string fileName) => new BlqReader(TextSource.Decompress(stream), fileName).ReadFile(fileName);

    private ReadResult<BlqFile> ReadFile(string path)
    {
        while (!_bag.Full && TryContent(out string line))
        {
            int at = _lines.LineNumber;
            double[] values = new double[Lines * OceanLoading.Waves];
            bool whole = true;
            for (int row = 0; row < Lines && whole; row++)
            {
                whole = TryContent(out string numbers) && TryRow(numbers, values.AsSpan(row * OceanLoading.Waves, OceanLoading.Waves));
            }

            if (!whole)
            {
                _bag.Error("CN4261", at, 1, $"station '{line.Trim()}' does not have six lines of {OceanLoading.Waves} numbers after its name", "fetch the file again, or take the station out");
                break;
            }

            const int half = 3 * OceanLoading.Waves;
            _stations.Add(new(line.Trim(), values.AsSpan(0, half), [.. values[half..].Select(double.DegreesToRadians)]));
        }

        if (_stations.Count == 0 && !_bag.HasErrors)
        {
            _bag.Error("CN4261", 1, 1, "there is no station in the file", "give a BLQ file of an ocean loading service");
        }

        return _bag.Result(new BlqFile(path, _stations));
    }

    private bool TryContent(out string line)
    {
        while (_lines.TryRead(out ReadOnlySpan<byte> bytes))
        {
            if (!bytes.TrimStart((byte)' ').IsEmpty && !bytes.TrimStart((byte)' ').StartsWith("$$"u8))
            {
                line = Encoding.Latin1.GetString(bytes);
                return true;
            }
        }

        line = "";
        return false;
    }

    private bool TryRow(string line, Span<double> values)
    {
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != values.Length)
        {
            return false;
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i]))
            {
                _bag.Error("CN4260", _lines.LineNumber, ColumnOf(line, i), $"'{words[i]}' is not a number", "mend the line, or take the station out");
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a word of a line begins, from one on.</summary>
    private static int ColumnOf(string line, int word)
    {
        int at = 0;
        for (int k = 0; at < line.Length; k++)
        {
            at += line.AsSpan(at).Length - line.AsSpan(at).TrimStart().Length;
            if (k == word)
            {
                break;
            }

            while (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                at++;
            }
        }

        return at + 1;
    }
}
