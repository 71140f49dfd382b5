using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads Yuma almanacs, plain or gzip. [YUMA]</summary>
/// <remarks>A line a value, <c>label: value</c>; labels are told by their first words, which all makers share. The week counts modulo 1024.</remarks>
public sealed class YumaAlmanacReader
{
    /// <summary>First letters of the labels, in the order of the file, without blanks and in small letters.</summary>
    private static readonly string[] s_labels =
        ["id", "health", "eccentricity", "timeofapp", "orbitalincl", "rateofright", "sqrt(a)", "rightascen", "argumentof", "meananom", "af0", "af1", "week"];

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly Epoch? _near;
    private readonly double[] _values = new double[s_labels.Length];
    private readonly List<AlmanacEntry> _entries = [];
    private int _begin;
    private bool _spoiled;

    private YumaAlmanacReader(Stream stream, string fileName, Epoch? near)
    {
        _bag = new DiagnosticBag(fileName);
        _lines = new LineReader(stream, _bag);
        _near = near;
    }

    /// <param name="path">The file.</param>
    /// <param name="near">Tells the era of weeks modulo 1024; by default the one from April 2019 on.</param>
    public static ReadResult<AlmanacFile> Read(string path, Epoch? near = null)
    {
        using Stream stream = TextSource.Open(path);
        return new YumaAlmanacReader(stream, path, near).ReadFile();
    }

    public static ReadResult<AlmanacFile> Read(Stream stream, string fileName, Epoch? near = null) => new YumaAlmanacReader(TextSource.Decompress(stream), fileName, near).ReadFile();

    private ReadResult<AlmanacFile> ReadFile()
    {
        bool any = false;
        while (!_bag.Full && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line))
            {
                continue;
            }

            if (line.TrimStart((byte)' ').StartsWith("****"u8))
            {
                Finish();
                any = true;
                (_begin, _spoiled) = (_lines.LineNumber, false);
                Array.Fill(_values, double.NaN);
            }
            else if (!any)
            {
                _bag.Error("CN3001", _lines.LineNumber, 1, "the first line is not that of a Yuma almanac (******** Week ... almanac for PRN-01 ********)", "give a Yuma almanac");
                return _bag.Remaining<AlmanacFile>(null);
            }
            else
            {
                ReadValue(line);
            }
        }

        Finish();
        return _bag.Remaining(AlmanacCheck.Finish(_entries, "CURRENT.ALM", _lines.LineNumber, _bag));
    }

    private void ReadValue(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        string label = colon > 0 ? FixedField.Text(line[..colon]).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : "";
        int index = Array.FindIndex(s_labels, l => label.StartsWith(l, StringComparison.Ordinal));
        if (index < 0)
        {
            _bag.Error("CN3153", _lines.LineNumber, 1, $"'{FixedField.Text(line[..Math.Min(line.Length, 40)])}' is no value of an almanac", "it is passed over: mend or remove the line");
            return;
        }

        if (!FixedField.TryDouble(line[(colon + 1)..], out _values[index]))
        {
            _bag.Error("CN3012", _lines.LineNumber, colon + 2, $"'{FixedField.Text(line[(colon + 1)..])}' is not a number ({label})", "the entry is left out: mend the number");
            _spoiled = true;
        }
    }

    private void Finish()
    {
        if (_begin == 0 || _spoiled)
        {
            return;
        }

        int missing = Array.FindIndex(_values, double.IsNaN);
        if (missing >= 0)
        {
            _bag.Error("CN3013", _begin, 1, $"the entry lacks {_values.Count(double.IsNaN)} of {s_labels.Length} values, the first '{s_labels[missing]}'", "it is left out: the file may be cut");
            return;
        }

        double[] v = _values;
        if (v[0] is not (>= 1 and <= 210) || v[0] != Math.Floor(v[0]) || v[3] is not (>= 0 and < 604800) || v[12] is not (>= 0 and < 10000) || v[1] is not (>= 0 and < 65536))
        {
            _bag.Error("CN3154", _begin, 1, $"satellite {v[0]}, health {v[1]}, time {v[3]} and week {v[12]} are not those of an almanac", "the entry is left out");
            return;
        }

        AlmanacCheck.Add(
            _entries,
            new AlmanacEntry
            {
                Satellite = AlmanacSatellite.OfNumber((int)v[0]),
                Health = (int)v[1],
                Reference = AlmanacWeek.At((int)v[12], v[3], _near),
                Eccentricity = v[2],
                Inclination = v[4],
                OmegaDot = v[5],
                SqrtA = v[6],
                Omega0 = v[7],
                ArgumentOfPerigee = v[8],
                M0 = v[9],
                Af0 = v[10],
                Af1 = v[11],
            },
            _begin,
            _bag);
    }
}
