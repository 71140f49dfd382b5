using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Header lines about the marker, the receiver, its antenna and its GLONASS channels.</summary>
internal sealed class ReceiverLines(DiagnosticBag bag)
{
    private readonly Dictionary<SatelliteId, int> _channels = [];
    private bool _channelsChanged;
    private ReceiverDescription _receiver = new() { Marker = "" };

    /// <summary>What holds since <see cref="Apply()"/>; the same object until a line changes it.</summary>
    public ReceiverDescription Receiver { get; private set; } = new() { Marker = "" };

    /// <summary>Takes a line, if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> label, ReadOnlySpan<byte> line, int number)
    {
        switch (label)
        {
            case var _ when label.SequenceEqual("MARKER NAME"u8):
                _receiver = _receiver with { Marker = ObservationHeaderLines.Text(line, 0, 60) };
                return true;
            case var _ when label.SequenceEqual("MARKER NUMBER"u8):
                _receiver = _receiver with { MarkerNumber = ObservationHeaderLines.Text(line, 0, 20) };
                return true;
            case var _ when label.SequenceEqual("REC # / TYPE / VERS"u8):
                _receiver = _receiver with { ReceiverSerial = ObservationHeaderLines.Text(line, 0, 20), Receiver = ObservationHeaderLines.Text(line, 20, 20), Firmware = ObservationHeaderLines.Text(line, 40, 20) };
                return true;
            case var _ when label.SequenceEqual("ANT # / TYPE"u8):
                _receiver = _receiver with { AntennaSerial = ObservationHeaderLines.Text(line, 0, 20), Antenna = ObservationHeaderLines.Text(line, 20, 20) };
                return true;
            case var _ when label.SequenceEqual("ANTENNA: DELTA H/E/N"u8):
                _receiver = TryThree(line, number, out Vector3d delta) ? _receiver with { AntennaDelta = (delta.X, delta.Y, delta.Z) } : _receiver;
                return true;
            case var _ when label.SequenceEqual("ANTENNA: DELTA X/Y/Z"u8):
                _receiver = TryThree(line, number, out Vector3d body) ? _receiver with { AntennaDeltaBody = body } : _receiver;
                return true;
            case var _ when label.SequenceEqual("APPROX POSITION XYZ"u8):
                _receiver = TryThree(line, number, out Vector3d position) ? _receiver with { ApproximatePosition = position == Vector3d.Zero ? null : new Position<Itrf>(position) } : _receiver;
                return true;
            case var _ when label.SequenceEqual("INTERVAL"u8):
                ReadInterval(line, number);
                return true;
            case var _ when label.SequenceEqual("RCV CLOCK OFFS APPL"u8):
                _receiver = _receiver with { ClockOffsetApplied = ObservationHeaderLines.Text(line, 0, 6) == "1" };
                return true;
            case var _ when label.SequenceEqual("GLONASS SLOT / FRQ #"u8):
                ReadChannels(line, number);
                return true;
            default:
                return false;
        }
    }

    /// <summary>After an event of a moving antenna (2) or a new site (3).</summary>
    public void Apply(int flag)
    {
        ReceiverDescription before = Receiver;
        _receiver = flag is 2 or 3 ? _receiver with { Moving = flag == 2 } : _receiver;
        Apply();
        if (flag is 2 or 3 && ReferenceEquals(before, Receiver))
        {
            Receiver = _receiver = before with { };     // a site of the same name is another all the same
        }
    }

    /// <summary>What was read holds from here on.</summary>
    public void Apply()
    {
        if (_channelsChanged)
        {
            _receiver = _receiver with { GlonassChannels = new Dictionary<SatelliteId, int>(_channels) };
            _channelsChanged = false;
        }

        Receiver = _receiver == Receiver ? Receiver : _receiver;
        _receiver = Receiver;
    }

    private void ReadInterval(ReadOnlySpan<byte> line, int number)
    {
        if (FileTime.TrySeconds(FixedField.Columns(line, 0, 10), out Duration interval))
        {
            _receiver = _receiver with { Interval = interval > Duration.Zero ? interval : null };
            return;
        }

        bag.Error("CN3406", number, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 10))}' is not an interval in seconds", "mend the number; the epochs tell the interval too");
    }

    private void ReadChannels(ReadOnlySpan<byte> line, int number)
    {
        for (int column = 4; column + 6 <= Math.Min(line.Length, ObservationHeaderLines.LabelColumn); column += 7)
        {
            if (FixedField.IsBlank(line.Slice(column + 3, 3)))
            {
                continue;
            }

            if (!SystemLetters.TrySatellite(line.Slice(column, 3), GnssSystem.Glonass, out SatelliteId satellite) ||
                !FixedField.TryInteger(line.Slice(column + 3, 3), out int channel) || channel is < -7 or > 13)
            {
                bag.Error("CN3408", number, column + 1, $"'{FixedField.Text(line.Slice(column, 6))}' is not a GLONASS satellite and its channel, -7 to 13", "mend or remove it");
                continue;
            }

            _channelsChanged |= !_channels.TryGetValue(satellite, out int before) || before != channel;
            _channels[satellite] = channel;
        }
    }

    private bool TryThree(ReadOnlySpan<byte> line, int number, out Vector3d vector)
    {
        Span<double> values = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            ReadOnlySpan<byte> field = FixedField.Columns(line, 14 * i, 14);
            if (!FixedField.TryDouble(field, out values[i]) || Math.Abs(values[i]) >= 1e10)
            {
                bag.Error("CN3406", number, (14 * i) + 1, $"'{FixedField.Text(field)}' is not a number of metres ({FixedField.Text(FixedField.Columns(line, ObservationHeaderLines.LabelColumn, 20))})", "mend the number; the line is passed over");
                vector = default;
                return false;
            }
        }

        vector = new Vector3d(values[0], values[1], values[2]);
        return true;
    }
}
