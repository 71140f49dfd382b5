using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Epochs of compact observation files, CRINEX 1 (RINEX 2) and 3 (RINEX 3 and 4): differences in time, decoded to values without their text. [Hatanaka08]</summary>
/// <remarks>
/// A line of a satellite does not name it, and a line of an epoch tells only what changed: after one that is missing or damaged nothing
/// is known until the next that stands whole. So an epoch is given only when its own lines fit and the line after them begins an epoch
/// that is later; else it is left out, and so is all up to the next start. A line of a satellite that cannot be read takes that satellite
/// out until its observations start anew.
/// </remarks>
internal sealed class CompactEpochs(ObservationInput input) : IEpochReader
{
    /// <summary>Of an epoch line: a thousand satellites.</summary>
    private const int LongestHead = 4096, MostSatellites = 999;

    private readonly DifferenceChains?[] _chains = new DifferenceChains?[SystemLetters.Count * SystemLetters.SatellitesPerSystem];
    private readonly SatelliteId[] _satellites = new SatelliteId[MostSatellites];
    private readonly bool _old = input.Header.Old;
    private readonly DifferenceChains _clock = DifferenceChains.OfClock();
    private readonly double _clockUnit = input.Header.Old ? 1e9 : 1e12;
    private readonly int _listColumn = input.Header.Old ? EpochLine.OldSatellites : EpochLine.CompactSatellites;
    private byte[] _head = new byte[256];
    private byte[] _next = new byte[256];
    private int _length;

    /// <summary>The line of the epoch before is whole.</summary>
    private bool _chained;
    private ObservationLayout _layout = input.Header.Layout;

    /// <summary>Counts epochs; an epoch that stands whole leaves a gap, so that every satellite starts anew.</summary>
    private long _serial;

    public bool TryRead(ObservationEpoch epoch)
    {
        bool told = false;
        while (!input.Bag.Full && input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            int number = input.Lines.LineNumber;
            bool whole = IsWhole(line);
            if (!whole && ObservationInput.IsHeader(line))
            {
                _chained = false;
                if (!input.TryHeader(line))
                {
                    return false;
                }

                TakeLayout();
                continue;
            }

            if (!whole && (!_chained || FixedField.IsBlank(line)))
            {
                input.LinesPassed += _chained ? 0 : 1;
                if (!told && !FixedField.IsBlank(line))
                {
                    input.Bag.Error("CN3430", number, 1, "the line belongs to no epoch that is known", "all up to the next epoch that stands whole is passed over");
                    told = true;
                }

                continue;
            }

            int length = Change(line, ref _head, _chained ? _length : 0);
            _chained = TryHead(_head.AsSpan(0, length), out EpochLine head, out int column, out string problem);
            if (!_chained)
            {
                input.Lose("CN3431", number, column, $"{problem}: the differences of the epoch lines are broken", "fetch the file again; all up to the next epoch that stands whole is passed over");
                told = true;
                continue;
            }

            _length = length;
            _serial += whole ? 2 : 1;
            if (head.Flag > 1)
            {
                _chained = false;       // the next stands whole
                ReadEvent(head, number);
                continue;
            }

            if (TryReadEpoch(epoch, head, number))
            {
                input.Epochs++;
                return true;
            }

            told = !_chained;
        }

        return false;
    }

    /// <summary>Whether a line starts an epoch without regard to the one before.</summary>
    private bool IsWhole(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] == (_old ? (byte)'&' : (byte)'>');

    /// <summary>The text after a line of differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Change(ReadOnlySpan<byte> line, ref byte[] text, int length)
    {
        int most = Math.Min(line.Length, LongestHead);
        if (text.Length < most)
        {
            Array.Resize(ref text, LongestHead);
        }

        if (IsWhole(line))
        {
            line[..most].CopyTo(text);
            text[0] = _old ? (byte)' ' : text[0];
            return most;
        }

        text.AsSpan(length, Math.Max(0, most - length)).Fill((byte)' ');
        for (int i = 0; i < most; i++)
        {
            byte c = line[i];
            text[i] = c switch { (byte)' ' => text[i], (byte)'&' => (byte)' ', _ => c };
        }

        return Math.Max(length, most);
    }

    private bool TryHead(ReadOnlySpan<byte> text, out EpochLine head, out int column, out string problem)
    {
        if (!EpochLine.TryRead(text[..Math.Min(text.Length, _listColumn)], _old, input.Header.TimeScale, out head, out column, out problem))
        {
            return false;
        }

        if (head.Flag > 1)
        {
            return true;
        }

        for (int i = 0; i < head.Count; i++)
        {
            if (!SystemLetters.TrySatellite(FixedField.Columns(text, _listColumn + (3 * i), 3), input.Header.BlankSystem, out _satellites[i]))
            {
                (column, problem) = (_listColumn + (3 * i) + 1, $"'{FixedField.Text(FixedField.Columns(text, _listColumn + (3 * i), 3))}' is not a satellite");
                return false;
            }
        }

        if (!FixedField.IsBlank(FixedField.Columns(text, _listColumn + (3 * head.Count), text.Length)))
        {
            (column, problem) = (_listColumn + (3 * head.Count) + 1, $"{head.Count} satellites are promised, more are listed");
            return false;
        }

        return true;
    }

    private void ReadEvent(in EpochLine head, int number)
    {
        if (head.Flag == 6)
        {
            while (input.Lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (IsWhole(line))
                {
                    input.Lines.Unread();
                    return;
                }
            }

            return;
        }

        input.ReadEvent(head, number);
        TakeLayout();
    }

    /// <summary>Chains are as long as their columns.</summary>
    private void TakeLayout()
    {
        if (!ReferenceEquals(_layout, input.Header.Layout))
        {
            _layout = input.Header.Layout;
            Array.Clear(_chains);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadEpoch(ObservationEpoch epoch, in EpochLine head, int number)
    {
        bool inOrder = input.Accept(head.Time, number);
        if (!TryClock(out double clock))
        {
            return false;
        }

        epoch.Begin(head.Time, input.Header.Layout, (EpochMark)head.Flag, clock, number);
        for (int i = 0; i < head.Count; i++)
        {
            bool ended = !input.Lines.TryRead(out ReadOnlySpan<byte> line);
            if (ended || IsWhole(line) || ObservationInput.IsHeader(line))
            {
                if (!ended)
                {
                    input.Lines.Unread();
                }

                Break(number, $"{head.Count} satellites are promised, {i} follow");
                return false;
            }

            ReadSatellite(epoch, _satellites[i], line, number, _listColumn + (3 * i) + 1);
        }

        if (!IsFollowed(head))
        {
            Break(number, "the lines after the epoch line are not those of its satellites: one is missing or too many");
            return false;
        }

        if (inOrder && epoch.Count == 0 && head.Count > 0)
        {
            input.Lose("CN3420", number, 1, "no satellite of the epoch could be read", "the epoch is left out");
            return false;
        }

        return inOrder;
    }

    private void Break(int number, string problem)
    {
        _chained = false;
        input.Revoke();
        _clock.Reset(broken: true);
        foreach (DifferenceChains? chain in _chains)
        {
            chain?.Reset(broken: true);
        }

        input.Lose("CN3432", number, 0, problem, "fetch the file again; the epoch and all up to the next that stands whole is left out");
    }

    /// <summary>What comes next has to be a later epoch, an event or the end of the file.</summary>
    private bool IsFollowed(in EpochLine head)
    {
        ReadOnlySpan<byte> line;
        bool blanks = false;
        do
        {
            if (!input.Lines.TryRead(out line))
            {
                return true;
            }

            blanks |= FixedField.IsBlank(line);
        }
        while (FixedField.IsBlank(line));
        input.Lines.Unread();
        bool starts = IsWhole(line) || ObservationInput.IsHeader(line);
        if (starts || blanks)
        {
            return starts;       // a blank line is that of a clock: its epoch line was taken for a satellite's
        }

        if (_next.Length < _head.Length)
        {
            Array.Resize(ref _next, _head.Length);
        }

        _head.AsSpan(0, _length).CopyTo(_next);
        int length = Change(line, ref _next, _length);
        return TryHead(_next.AsSpan(0, length), out EpochLine next, out _, out _) && (!next.HasTime || next.Time > head.Time);
    }

    /// <summary>The line of the receiver clock's offset, mostly empty. Its differences go on over epochs that stand whole.</summary>
    private bool TryClock(out double offset)
    {
        offset = double.NaN;
        if (!input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            Break(input.Lines.LineNumber, "the file ends in this epoch");
            return false;
        }

        line = line.TrimEnd((byte)' ');
        if (line.IsEmpty)
        {
            _clock.End(0);
            return true;
        }

        int at = 0;
        bool read = TryValue(line, ref at, _clock, 0, out long value, out string problem);
        if (at >= line.Length && (read || problem.Length == 0))
        {
            offset = read ? value / _clockUnit : double.NaN;        // after a break it has nothing to count from until it starts anew
            input.ValuesLost += read ? 0 : 1;
            return true;
        }

        Break(input.Lines.LineNumber, $"'{FixedField.Text(line[..Math.Min(line.Length, 40)])}' is not the offset of the receiver clock");
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadSatellite(ObservationEpoch epoch, SatelliteId satellite, ReadOnlySpan<byte> line, int headLine, int headColumn)
    {
        if (!input.Accept(satellite, headLine, headColumn))
        {
            return;
        }

        SystemColumns columns = input.Header.ColumnsOf(SystemLetters.IndexOf(satellite.System))!;
        DifferenceChains chains = ChainsOf(satellite, columns.Count);
        epoch.Add(satellite, out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths);
        ObservationRow row = new(satellite, values, lossOfLock, strengths);
        int at = 0, lost = 0;
        for (int i = 0; i < columns.Count; i++, at++)
        {
            if (at >= line.Length || line[at] == ' ')
            {
                chains.End(i);
                continue;
            }

            int start = at;
            if (!TryValue(line, ref at, chains, i, out long value, out string problem))
            {
                if (problem.Length == 0)
                {
                    lost++;
                    continue;
                }

                TakeOut(epoch, chains, start, problem);
                return;
            }

            if (columns.Targets[i] >= 0)
            {
                row.Set(columns.Targets[i], value, columns.Divisors[i]);
            }
        }

        input.ValuesLost += lost;
        if (at < line.Length && !chains.TryChangeFlags(line[at..], out int wrong))
        {
            TakeOut(epoch, chains, at + wrong, "is not a flag");
            return;
        }

        ReadOnlySpan<byte> flags = chains.Flags;
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns.Targets[i] >= 0 && chains.HasStarted(i))
            {
                row.SetFlags(columns.Targets[i], flags[2 * i], flags[(2 * i) + 1], input, 0);
            }
        }
    }

    private void TakeOut(ObservationEpoch epoch, DifferenceChains chains, int at, string problem)
    {
        input.ValuesLost += epoch.Layout.Of(chains.Satellite.System).Length;
        input.Bag.Error("CN3433", input.Lines.LineNumber, at + 1, $"what stands here {problem} ({chains.Satellite})", "fetch the file again; the satellite is left out until its observations start anew");
        epoch.RemoveLast();
        chains.Reset(broken: true);
    }

    private DifferenceChains ChainsOf(SatelliteId satellite, int columns)
    {
        ref DifferenceChains? chains = ref _chains[SystemLetters.IndexOf(satellite)];
        chains ??= new DifferenceChains(satellite, columns);
        if (chains.LastEpoch != _serial - 1)
        {
            chains.Reset(broken: false);
        }

        chains.LastEpoch = _serial;
        return chains;
    }

    /// <summary>A start, <c>3&amp;20715949461</c>, or a difference, up to the next blank.</summary>
    /// <returns>False with a problem where it is neither; false without one where it has nothing to count from and that was told.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryValue(ReadOnlySpan<byte> line, ref int at, DifferenceChains chains, int column, out long value, out string problem)
    {
        const int mostDigits = 18;
        int order = -1;
        value = 0;
        if (at + 1 < line.Length && line[at + 1] == '&')
        {
            order = line[at] - '0';
            at += 2;
        }

        bool negative = at < line.Length && line[at] == '-';
        at += negative ? 1 : 0;
        int start = at;
        long number = 0;
        for (; at < line.Length && (uint)(line[at] - '0') <= 9; at++)
        {
            number = (10 * number) + (line[at] - '0');
            if (at - start >= mostDigits)
            {
                break;
            }
        }

        if (at == start || at - start > mostDigits || (at < line.Length && line[at] != ' '))
        {
            problem = "is not a number";
            return false;
        }

        number = negative ? -number : number;
        if (order != -1)
        {
            value = number;
            problem = chains.TryStart(column, order, number) ? "" : "is not a start of differences of order 0 to 5";
            return problem.Length == 0;
        }

        if (!chains.HasStarted(column))
        {
            problem = chains.Broken ? "" : "is a difference that has nothing to count from";
            return false;
        }

        problem = chains.TryAdd(column, number, out value) ? "" : "leads beyond what the columns of an observation can hold";
        return problem.Length == 0;
    }
}
