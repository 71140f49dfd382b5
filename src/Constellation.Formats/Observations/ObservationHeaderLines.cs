using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Takes header lines of observation files, at the start and in the middle of a file, and tells what holds after them. [RINEX-2.11] table A1, [RINEX-3.05] table A2.</summary>
/// <remarks>
/// Phases of RINEX 3 are aligned to each other by the writer of the file; SYS / PHASE SHIFT tells by how much and is not applied again.
/// SYS / SCALE FACTOR is applied. Labels that are not known are passed over: every version of the format adds some.
/// </remarks>
internal sealed class ObservationHeaderLines(DiagnosticBag bag)
{
    public const int LabelColumn = 60;

    private readonly SystemColumns?[] _columns = new SystemColumns?[SystemLetters.Count];
    private readonly ObservationCodeLines _codes = new(bag);
    private readonly ReceiverLines _receiver = new(bag);
    private ObservationFirstLine _begin = new(0, 0, 'M');
    private ObservationTimeLines _time = new(bag, TimeScale.Gpst);
    private string _observer = "", _agency = "", _markerType = "";

    public double Version => _begin.Version;

    public int CompactVersion => _begin.CompactVersion;

    /// <inheritdoc cref="ObservationFirstLine.Old"/>
    public bool Old => _begin.Old;

    public TimeScale TimeScale => _time.TimeScale;

    public ObservationLayout Layout { get; private set; } = new([]);

    public ReceiverDescription Receiver => _receiver.Receiver;

    /// <inheritdoc cref="ObservationTimeLines.First"/>
    public Epoch? First => _time.First;

    /// <inheritdoc cref="ObservationFirstLine.BlankSystem"/>
    public GnssSystem BlankSystem => _begin.BlankSystem;

    /// <summary>Columns of a system; null for one that the header does not list.</summary>
    public SystemColumns? ColumnsOf(int system) => _columns[system];

    /// <inheritdoc cref="ObservationFirstLine.Fits"/>
    public bool Fits(ReadOnlySpan<byte> line) => _begin.Fits(line);

    public ObservationHeader ToHeader() => new()
    {
        Version = Version,
        CompactVersion = CompactVersion,
        System = _begin.System,
        TimeScale = TimeScale,
        Layout = Layout,
        Receiver = Receiver,
        FirstEpoch = _time.First,
        LastEpoch = _time.Last,
        LeapSeconds = _time.LeapSeconds,
        Observer = _observer,
        Agency = _agency,
        MarkerType = _markerType,
    };

    /// <summary>Reads from the first line to END OF HEADER; false where nothing after it can be read.</summary>
    public bool TryRead(LineReader lines)
    {
        if (ObservationFirstLine.Read(lines, bag) is not { } begin)
        {
            return false;
        }

        (_begin, _time) = (begin, new(bag, begin.TimeScale));
        bool ended = false;
        while (!ended && !bag.Full)
        {
            if (!lines.TryRead(out ReadOnlySpan<byte> line))
            {
                bag.Error("CN3011", lines.LineNumber, 0, "the file ends inside its header", "fetch the file again: it is cut");
                return false;
            }

            if (EpochLine.IsEpoch(line, Old) && EpochLine.TryRead(line[..Math.Min(line.Length, Old ? EpochLine.OldSatellites : EpochLine.Clock)], Old, TimeScale, out EpochLine start, out _, out _) && start.HasTime)
            {
                bag.Error("CN3400", lines.LineNumber, 1, "observations begin, but no END OF HEADER line was before them", "write it; the header is taken to end here");
                lines.Unread();
                break;
            }

            ended = FixedField.Columns(line, LabelColumn, 20).StartsWith("END OF HEADER"u8);
            if (!ended)
            {
                Read(line, lines.LineNumber);
            }
        }

        Apply();
        if (Layout.Width == 0)
        {
            bag.Error("CN3401", lines.LineNumber, 1, "the header lists no observation that could be read", $"write the line {(Old ? "# / TYPES OF OBSERV" : "SYS / # / OBS TYPES")}");
            return false;
        }

        return !bag.Full;
    }

    /// <summary>One header line.</summary>
    public void Read(ReadOnlySpan<byte> line, int number)
    {
        ReadOnlySpan<byte> label = FixedField.Columns(line, LabelColumn, 20).TrimEnd((byte)' ');
        if (_codes.TryRead(label, line, number) || _receiver.TryRead(label, line, number) || _time.TryRead(label, line, number))
        {
            return;
        }

        if (label.SequenceEqual("MARKER TYPE"u8))
        {
            _markerType = Text(line, 0, 20);
        }
        else if (label.SequenceEqual("OBSERVER / AGENCY"u8))
        {
            (_observer, _agency) = (Text(line, 0, 20), Text(line, 20, 40));
        }
    }

    /// <summary>After the lines of an event: of a moving antenna (2), a new site (3) or a header (4).</summary>
    public void Apply(int flag)
    {
        _receiver.Apply(flag);
        LayColumns();
    }

    /// <summary>Text of a field, without the label.</summary>
    internal static string Text(ReadOnlySpan<byte> line, int column, int width) =>
        FixedField.Text(FixedField.Columns(line[..Math.Min(line.Length, LabelColumn)], column, width));

    /// <summary>What was read holds from here on: columns and layout are made anew if codes changed.</summary>
    private void Apply()
    {
        _receiver.Apply();
        LayColumns();
    }

    private void LayColumns()
    {
        _codes.End();
        if (_codes.Changed)
        {
            Layout = _codes.Lay(_begin, _columns);
        }
    }
}
