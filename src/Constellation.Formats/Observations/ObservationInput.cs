using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What the readers of epochs of the three layouts share: lines, header, the order of time, and what was lost.</summary>
internal sealed class ObservationInput(LineReader lines, ObservationHeaderLines header, DiagnosticBag bag)
{
    /// <summary>A step is long where it is more than so many of the shortest.</summary>
    private const int LongStep = 10;

    private readonly int[] _seen = new int[SystemLetters.Count * SystemLetters.SatellitesPerSystem];
    private readonly bool[] _unlisted = new bool[SystemLetters.Count];
    private int _serial;
    private Epoch? _last;
    private Epoch? _before;
    private Duration _step;

    public LineReader Lines => lines;

    public ObservationHeaderLines Header => header;

    public DiagnosticBag Bag => bag;

    public int Epochs { get; set; }

    public int EpochsLost { get; private set; }

    public int Events { get; private set; }

    /// <summary>Single values that could not be read, or that had no start to count from.</summary>
    public int ValuesLost { get; set; }

    /// <summary>Lines of compact files after a break, up to the next epoch that stands whole: of how many epochs is not known.</summary>
    public int LinesPassed { get; set; }

    /// <summary>The epoch taken last lies far after the one before it (or far from the first one that the header tells): a gap, or a time that is damaged.</summary>
    public bool Jumped { get; private set; }

    /// <summary>Takes the next epoch; false, and told, where it is not later than the one before.</summary>
    public bool Accept(Epoch time, int line)
    {
        _serial++;
        bool returns = Jumped && time < _last && (_before is not { } early || time > early);
        if (!returns && _last is { } last && time <= last)
        {
            bag.Error("CN3411", line, 3, time == last ? "the epoch is there a second time" : $"the epoch lies {(last - time).TotalSeconds:0.#######} s before the one before", "the first is used, this one is left out: sort the file, or remove one");
            EpochsLost++;
            return false;
        }

        _before = returns ? _before : _last;
        Duration step = _before is { } previous ? time - previous : Duration.Zero;
        Jumped = !returns && IsLong(time, step);
        _step = step > Duration.Zero && (step < _step || _step == Duration.Zero) ? step : _step;
        _last = time;
        return true;
    }

    /// <summary>The epoch taken last is left out after all.</summary>
    public void Revoke() => (_last, Jumped) = (_before, false);

    private bool IsLong(Epoch time, Duration step)
    {
        if (_before is not null)
        {
            return _step == Duration.Zero || step > LongStep * _step;     // of the first step nothing is known
        }

        Duration day = Duration.FromDays(1);
        return header.First is { } first && (time - first > day || first - time > day);
    }

    public void Lose(string code, int line, int column, string problem, string remedy)
    {
        bag.Error(code, line, column, problem, remedy);
        EpochsLost++;
    }

    /// <summary>An epoch that was counted is left out after all.</summary>
    public void Withdraw(string code, int line, int column, string problem, string remedy)
    {
        Lose(code, line, column, problem, remedy);
        Epochs--;
    }

    /// <summary>Takes a satellite into the epoch; false, and told, where it is there already or its system has no codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Accept(SatelliteId satellite, int line, int column)
    {
        int system = SystemLetters.IndexOf(satellite.System);
        ref int seen = ref _seen[(system * SystemLetters.SatellitesPerSystem) + satellite.Number];
        if (seen == _serial)
        {
            bag.Error("CN3413", line, column, $"{satellite} is there a second time in this epoch", "the first is used: remove one");
            return false;
        }

        seen = _serial;
        if (header.ColumnsOf(system) is not null)
        {
            return true;
        }

        if (!_unlisted[system])
        {
            _unlisted[system] = true;
            bag.Error("CN3418", line, column, $"the header lists no observations of {satellite.System}", "add its line to the header; satellites of this system are left out");
        }

        return false;
    }

    /// <summary>Whether the header of another file begins: files are joined that way.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) =>
        line.Length > ObservationHeaderLines.LabelColumn + 12 && line[ObservationHeaderLines.LabelColumn] is (byte)'R' or (byte)'C' &&
        (line[ObservationHeaderLines.LabelColumn..].StartsWith("RINEX VERSION"u8) || line[ObservationHeaderLines.LabelColumn..].StartsWith("CRINEX VERS"u8));

    /// <summary>Reads the header of another file from its first line on; false, and told, where what follows is of another layout.</summary>
    public bool TryHeader(ReadOnlySpan<byte> line)
    {
        int first = lines.LineNumber;
        bag.Warning("CN3424", first, 1, "a second header begins: files were joined", "what follows is read by it, as of a new site");
        do
        {
            if (!header.Fits(line))
            {
                bag.Error("CN3425", lines.LineNumber, 1, "the second header is of another version of RINEX", "take the files apart: what follows is not read");
                return false;
            }

            header.Read(line, lines.LineNumber);
        }
        while (lines.TryRead(out line) && !FixedField.Columns(line, ObservationHeaderLines.LabelColumn, 20).StartsWith("END OF HEADER"u8));
        header.Apply(3);
        return true;
    }

    /// <summary>The lines of an event, as many as it says or until an epoch begins.</summary>
    public void ReadEvent(in EpochLine head, int headLine)
    {
        Events++;
        for (int i = 0; i < head.Count && lines.TryRead(out ReadOnlySpan<byte> line); i++)
        {
            if (EpochLine.IsEpoch(line, header.Old) && EpochLine.TryRead(line[..Math.Min(line.Length, header.Old ? EpochLine.OldSatellites : EpochLine.Clock)], header.Old, header.TimeScale, out EpochLine next, out _, out _) && next.HasTime)
            {
                bag.Error("CN3414", headLine, 1, $"{head.Count} lines of the event are promised, {i} follow", "mend the number");
                lines.Unread();
                break;
            }

            header.Read(line, lines.LineNumber);
        }

        if (head.Flag is >= 2 and <= 4)
        {
            header.Apply(head.Flag);
        }
    }
}
