using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads SEM almanacs, plain or gzip. [SEM]</summary>
/// <remarks>
/// Angles are in semicircles, the inclination as its difference from 0.3 semicircles (54 degrees). Nine lines a satellite: PRN; SVN; URA; e, di,
/// Omega-dot; sqrt(A), Omega0, omega; M0, af0, af1; health; configuration; a blank line.
/// </remarks>
public sealed class SemAlmanacReader
{
    /// <summary>54 degrees, of which the file gives the difference.</summary>
    internal const double ReferenceInclination = 0.3;

    private readonly DiagnosticBag _bag;
    private readonly LineReader _lines;
    private readonly Epoch? _near;
    private readonly double[] _numbers = new double[3];

    private SemAlmanacReader(Stream stream, string fileName, Epoch? near)
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
        return new SemAlmanacReader(stream, path, near).ReadFile();
    }

    public static ReadResult<AlmanacFile> Read(Stream stream, string fileName, Epoch? near = null) => new SemAlmanacReader(TextSource.Decompress(stream), fileName, near).ReadFile();

    internal static bool IsFirstLine(ReadOnlySpan<byte> line)
    {
        WordReader words = new(line, 0);
        return FixedField.TryInteger(words.Next(), out int count) && count is > 0 and <= 210 && !words.Next().IsEmpty;
    }

    internal static bool IsSecondLine(ReadOnlySpan<byte> line)
    {
        WordReader words = new(line, 0);
        return FixedField.TryInteger(words.Next(), out int week) && week is >= 0 and < 10000 && FixedField.TryDouble(words.Next(), out double second) && second is >= 0 and < 604800 && words.Next().IsEmpty;
    }

    private ReadResult<AlmanacFile> ReadFile()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> first) || !IsFirstLine(first))
        {
            _bag.Error("CN3001", 1, 1, "the first line is not that of a SEM almanac (31  CURRENT.ALM)", "give a SEM almanac");
            return _bag.Remaining<AlmanacFile>(null);
        }

        WordReader words = new(first, 0);
        _ = FixedField.TryInteger(words.Next(), out int count);
        string title = FixedField.Text(words.Next());
        if (!TryLine(2, "week and time of applicability") || _numbers[0] is not (>= 0 and < 10000) || _numbers[1] is not (>= 0 and < 604800))
        {
            _bag.Error("CN3154", _lines.LineNumber, 1, "the second line is not that of a SEM almanac (week and seconds of week)", "mend it");
            return _bag.Remaining<AlmanacFile>(null);
        }

        Epoch reference = AlmanacWeek.At((int)_numbers[0], _numbers[1], _near);
        List<AlmanacEntry> entries = [];
        bool whole = true;
        for (int i = 0; i < count && whole; i++)
        {
            whole = TryEntry(reference, entries);
        }

        if (!whole)
        {
            _bag.Error("CN3013", _lines.LineNumber, 0, $"the file ends, or cannot be read on, at satellite {entries.Count + 1} of {count}", "what stands before is used: fetch the file again");
        }

        return _bag.Remaining(AlmanacCheck.Finish(entries, title, _lines.LineNumber, _bag));
    }

    private bool TryEntry(Epoch reference, List<AlmanacEntry> entries)
    {
        if (!TryLine(1, "number of the satellite"))
        {
            return false;
        }

        int line = _lines.LineNumber, number = Whole(_numbers[0], 210);
        if (!TryLine(1, "vehicle number"))
        {
            return false;
        }

        int svn = Whole(_numbers[0], 9999);
        if (!TryLine(1, "range accuracy"))
        {
            return false;
        }

        int accuracy = Whole(_numbers[0], 15);
        if (!TryLine(3, "e, inclination, rate of the node"))
        {
            return false;
        }

        (double e, double inclination, double nodeRate) = (_numbers[0], _numbers[1], _numbers[2]);
        if (!TryLine(3, "sqrt(A), node, perigee"))
        {
            return false;
        }

        (double sqrtA, double node, double perigee) = (_numbers[0], _numbers[1], _numbers[2]);
        if (!TryLine(3, "mean anomaly, af0, af1"))
        {
            return false;
        }

        (double anomaly, double af0, double af1) = (_numbers[0], _numbers[1], _numbers[2]);
        if (!TryLine(1, "health"))
        {
            return false;
        }

        int health = Whole(_numbers[0], 65535);
        if (!TryLine(1, "configuration"))
        {
            return false;
        }

        if (number < 1)
        {
            _bag.Error("CN3014", line, 1, "the number of the satellite is not one of GPS (1 to 63) or QZSS (193 to 202)", "the entry is left out");
            return true;
        }

        AlmanacCheck.Add(
            entries,
            new AlmanacEntry
            {
                Satellite = AlmanacSatellite.OfNumber(number),
                Svn = Math.Max(svn, 0),
                RangeAccuracy = Math.Max(accuracy, 0),
                Health = health < 0 ? 65535 : health,
                Configuration = Math.Max(Whole(_numbers[0], 15), 0),
                Reference = reference,
                Eccentricity = e,
                Inclination = (ReferenceInclination + inclination) * Math.PI,
                OmegaDot = nodeRate * Math.PI,
                SqrtA = sqrtA,
                Omega0 = node * Math.PI,
                ArgumentOfPerigee = perigee * Math.PI,
                M0 = anomaly * Math.PI,
                Af0 = af0,
                Af1 = af1,
            },
            line,
            _bag);
        return true;
    }

    /// <summary>-1 for what is no whole number from 0 on.</summary>
    private static int Whole(double value, int most) => value >= 0 && value <= most && value == Math.Floor(value) ? (int)value : -1;

    /// <summary>The next line that is not blank, which must hold so many numbers.</summary>
    private bool TryLine(int count, string what)
    {
        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line))
            {
                continue;
            }

            WordReader words = new(line, 0);
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> word = words.Next();
                if (!FixedField.TryDouble(word, out _numbers[i]))
                {
                    _bag.Error("CN3012", _lines.LineNumber, words.Column, $"'{FixedField.Text(word)}' is not a number ({what})", "mend the line");
                    return false;
                }
            }

            return true;
        }

        return false;
    }
}
