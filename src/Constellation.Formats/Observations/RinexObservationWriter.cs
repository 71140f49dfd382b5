using System.Globalization;
using System.Text;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes observation files of RINEX 3.05 and 4.00, plain or compact (CRINEX 3), epoch by epoch. [RINEX-3.05] tables A2 and A3, [RINEX-4] [Hatanaka08]</summary>
/// <remarks>
/// What is read and written again is equal: values to their three decimals, loss-of-lock and strength digits, time tags to 0.1 us, clock offsets to
/// 1e-12 s. Where the columns or the receiver change, so does the file, by an event. Dates of creation are not written: the same content makes the same bytes.
/// The header waits for the first epoch, whose time it tells. A value beyond F14.3 is left blank and counted; the format itself cannot tell 0.000 from a missing one.
/// </remarks>
public sealed class RinexObservationWriter : IDisposable
{
    private const int CodesPerLine = 13, ChannelsPerLine = 8, LabelColumn = 60, Buffer = 1 << 16;

    private readonly Stream _out;
    private readonly ObservationHeader _header;
    private readonly double _version;
    private readonly TimeScale _scale;
    private readonly CompactRows? _compact;
    private byte[] _line = new byte[1024];
    private int _length;
    private ObservationLayout? _layout;
    private ReceiverDescription? _receiver;

    /// <param name="stream">Receives ASCII text with line feeds; stays open.</param>
    /// <param name="header">Of the file that was read, or made for a simulation; of its times only the scale is used.</param>
    /// <param name="version">3.00 to 4.02.</param>
    /// <param name="compact">In the compact form, a quarter of the size.</param>
    public RinexObservationWriter(Stream stream, ObservationHeader header, double version = 3.05, bool compact = false)
    {
        if (!(version is >= 3.0 and < 5))
        {
            throw new ArgumentOutOfRangeException(nameof(version), version, "RINEX 3 and 4 are written");
        }

        (_out, _header, _version) = (new BufferedStream(new KeptOpenStream(stream), Buffer), header, version);
        _scale = header.TimeScale;
        _compact = compact ? new CompactRows() : null;
    }

    /// <summary>Epochs written.</summary>
    public int Epochs { get; private set; }

    /// <summary>Values that did not fit their columns.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Writes all epochs of a source.</summary>
    /// <returns>How many, and how many values did not fit.</returns>
    public static (int Epochs, int LeftOut) Write(Stream stream, ObservationHeader header, IObservationSource source, double version = 3.05, bool compact = false)
    {
        using RinexObservationWriter writer = new(stream, header, version, compact);
        ObservationEpoch epoch = new();
        while (source.TryRead(epoch))
        {
            writer.Write(epoch, source.Receiver);
        }

        writer.Finish();
        return (writer.Epochs, writer.LeftOut);
    }

    /// <summary>Writes an epoch of a receiver.</summary>
    public void Write(ObservationEpoch epoch, ReceiverDescription receiver)
    {
        if (_receiver is null)
        {
            WriteHeader(receiver, epoch.Layout, epoch.Time);
            if (receiver.Moving)
            {
                EventLine(2, 0);
            }
        }
        else
        {
            WriteChanges(receiver, epoch.Layout);
        }

        (_receiver, _layout) = (receiver, epoch.Layout);
        WriteEpochLine(epoch);
        for (int i = 0; i < epoch.Count; i++)
        {
            if (_compact is not null)
            {
                LeftOut += _compact.WriteRow(_out, epoch, i);
            }
            else
            {
                WriteRow(epoch, i);
            }
        }

        Epochs++;
    }

    /// <summary>Of a source without epochs the header is written all the same.</summary>
    public void Finish()
    {
        if (_receiver is null)
        {
            WriteHeader(_header.Receiver, _header.Layout, _header.FirstEpoch);
            _receiver = _header.Receiver;
        }

        _out.Flush();
    }

    public void Dispose() => _out.Dispose();

    private void WriteHeader(ReceiverDescription receiver, ObservationLayout layout, Epoch? first)
    {
        char[] systems = [.. layout.Systems.Select(s => (char)s)];
        string system = systems.Length == 1 ? $"{systems[0]}: {RinexNavWriter.NameOf((GnssSystem)systems[0])}" : "M: MIXED";
        if (_compact is not null)
        {
            HeaderLine("3.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE");
            HeaderLine("Constellation", "CRINEX PROG / DATE");
        }

        HeaderLine($"{_version,9:0.00}           {"OBSERVATION DATA",-20}{system,-20}", "RINEX VERSION / TYPE");
        HeaderLine("Constellation", "PGM / RUN BY / DATE");
        WriteMarker(receiver);
        HeaderLine(_header.MarkerType.Length > 0 ? _header.MarkerType : receiver.Moving ? "NON_GEODETIC" : "GEODETIC", "MARKER TYPE");
        HeaderLine($"{Fit(_header.Observer, 20)}{Fit(_header.Agency, 40)}", "OBSERVER / AGENCY");
        WriteInstruments(receiver);
        WriteCodes(layout);
        HeaderLine("DBHZ", "SIGNAL STRENGTH UNIT");
        if (receiver.Interval is { } interval)
        {
            HeaderLine($"{interval.TotalSeconds,10:0.000}", "INTERVAL");
        }

        if (first is { } time)
        {
            HeaderLine(TimeOf(time), "TIME OF FIRST OBS");
        }

        HeaderLine(receiver.ClockOffsetApplied ? "     1" : "     0", "RCV CLOCK OFFS APPL");
        if (_version < 4)
        {
            WritePhaseShifts(layout);
        }

        WriteChannels(receiver, layout);
        if (_header.LeapSeconds is { } leap)
        {
            HeaderLine($"{leap,6}", "LEAP SECONDS");
        }

        HeaderLine("", "END OF HEADER");
    }

    private void WriteMarker(ReceiverDescription receiver)
    {
        HeaderLine(receiver.Marker, "MARKER NAME");
        if (receiver.MarkerNumber.Length > 0)
        {
            HeaderLine(receiver.MarkerNumber, "MARKER NUMBER");
        }
    }

    private void WriteInstruments(ReceiverDescription receiver)
    {
        HeaderLine($"{Fit(receiver.ReceiverSerial, 20)}{Fit(receiver.Receiver, 20)}{Fit(receiver.Firmware, 20)}", "REC # / TYPE / VERS");
        HeaderLine($"{Fit(receiver.AntennaSerial, 20)}{Fit(receiver.Antenna, 20)}", "ANT # / TYPE");
        Position<Itrf> position = receiver.ApproximatePosition ?? default;
        HeaderLine($"{Metres(position.X)}{Metres(position.Y)}{Metres(position.Z)}", "APPROX POSITION XYZ");
        HeaderLine($"{Metres(receiver.AntennaDelta.Up)}{Metres(receiver.AntennaDelta.East)}{Metres(receiver.AntennaDelta.North)}", "ANTENNA: DELTA H/E/N");
        if (receiver.AntennaDeltaBody is { } body)
        {
            HeaderLine($"{Metres(body.X)}{Metres(body.Y)}{Metres(body.Z)}", "ANTENNA: DELTA X/Y/Z");
        }

        static string Metres(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture).PadLeft(14);
    }

    private int WriteCodes(ObservationLayout layout)
    {
        int lines = 0;
        foreach (GnssSystem system in layout.Systems)
        {
            ObservationCode[] codes = layout.Of(system).ToArray();
            for (int i = 0; i < codes.Length; i += CodesPerLine, lines++)
            {
                string head = i == 0 ? $"{(char)system}  {codes.Length,3}" : "      ";
                HeaderLine(head + string.Concat(codes.Skip(i).Take(CodesPerLine).Select(c => " " + c)), "SYS / # / OBS TYPES");
            }
        }

        return lines;
    }

    /// <summary>Phases are as aligned as they were read: without a correction here; unknown for files that did not tell (RINEX 2).</summary>
    private void WritePhaseShifts(ObservationLayout layout)
    {
        foreach (GnssSystem system in layout.Systems)
        {
            ObservationCode[] phases = [.. layout.Of(system).ToArray().Where(c => c.Kind == ObservableKind.CarrierPhase)];
            if (_header.Version < 3)
            {
                HeaderLine($"{(char)system}", "SYS / PHASE SHIFT");
                continue;
            }

            foreach (ObservationCode phase in phases)
            {
                HeaderLine($"{(char)system} {phase}", "SYS / PHASE SHIFT");
            }
        }
    }

    private void WriteChannels(ReceiverDescription receiver, ObservationLayout layout)
    {
        if (!layout.Systems.Contains(GnssSystem.Glonass))
        {
            return;
        }

        KeyValuePair<SatelliteId, int>[] channels = [.. receiver.GlonassChannels.OrderBy(c => c.Key)];
        for (int i = 0; i == 0 || i < channels.Length; i += ChannelsPerLine)
        {
            string head = i == 0 ? $"{channels.Length,3} " : "    ";
            HeaderLine(head + string.Concat(channels.Skip(i).Take(ChannelsPerLine).Select(c => $"{c.Key} {c.Value,2} ")), "GLONASS SLOT / FRQ #");
        }

        HeaderLine("", "GLONASS COD/PHS/BIS");
    }

    /// <summary>Events: motion begins (2), a new site (3), new columns (4).</summary>
    private void WriteChanges(ReceiverDescription receiver, ObservationLayout layout)
    {
        if (!ReferenceEquals(receiver, _receiver))
        {
            EventLine(receiver.Moving ? 2 : 3, 5 + (receiver.AntennaDeltaBody is null ? 0 : 1) + (receiver.MarkerNumber.Length > 0 ? 1 : 0));
            WriteMarker(receiver);
            WriteInstruments(receiver);
        }

        if (!ReferenceEquals(layout, _layout))
        {
            EventLine(4, layout.Systems.Sum(s => (layout.Of(s).Length + CodesPerLine - 1) / CodesPerLine));
            WriteCodes(layout);
        }
    }

    private void EventLine(int flag, int lines)
    {
        _compact?.Restart();
        Text($">{"",30}{flag}{lines,3}");
        End();
    }

    private void WriteEpochLine(ObservationEpoch epoch)
    {
        (ScaleReading r, int ticks) = Tenths(epoch.Time);
        string head = string.Create(CultureInfo.InvariantCulture, $"> {r.Year:0000} {r.Month:00} {r.Day:00} {r.Hour:00} {r.Minute:00} {r.Second:00}.{ticks:0000000}  {(int)epoch.Mark}{epoch.Count,3}");
        if (_compact is not null)
        {
            _compact.WriteHead(_out, head, epoch);
            return;
        }

        string clock = double.IsNaN(epoch.ClockOffset) ? "" : "      " + epoch.ClockOffset.ToString("0.000000000000", CultureInfo.InvariantCulture).PadLeft(15);
        Text(head + clock);
        End();
    }

    private string TimeOf(Epoch time)
    {
        (ScaleReading r, int ticks) = Tenths(time);
        string scale = _scale switch { TimeScale.Utc => "GLO", TimeScale.Bdt => "BDT", _ => "GPS" };
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year,6}{r.Month,6}{r.Day,6}{r.Hour,6}{r.Minute,6}{r.Second,5}.{ticks:0000000}     {scale}");
    }

    /// <summary>Rounded to 0.1 us before it is broken into fields, so that no second reads 60.</summary>
    private (ScaleReading Reading, int Ticks) Tenths(Epoch time)
    {
        const long tick = 100_000_000_000;
        ScaleReading exact = time.In(_scale);
        long up = tick / 2;
        Epoch rounded = time + Duration.FromSeconds(0L, up - ((exact.Attoseconds + up) % tick));
        ScaleReading reading = rounded.In(_scale);
        return (reading, (int)(reading.Attoseconds / tick));
    }

    private void WriteRow(ObservationEpoch epoch, int satellite)
    {
        SatelliteId id = epoch.Satellites[satellite];
        int columns = epoch.Layout.Of(id.System).Length, needed = 3 + (ObservationField.Width * columns) + 1;
        if (_line.Length < needed)
        {
            Array.Resize(ref _line, needed);
        }

        _length = 3 + (ObservationField.Width * columns);
        Span<byte> line = _line.AsSpan(0, _length);
        line.Fill((byte)' ');
        line[0] = (byte)id.Letter;
        line[1] = (byte)('0' + (id.Number / 10 % 10));
        line[2] = (byte)('0' + (id.Number % 10));
        ReadOnlySpan<double> values = epoch.Values(satellite);
        ReadOnlySpan<LossOfLock> lossOfLock = epoch.LossOfLockOf(satellite);
        ReadOnlySpan<byte> strengths = epoch.StrengthsOf(satellite);
        for (int i = 0; i < columns; i++)
        {
            Span<byte> field = line.Slice(3 + (ObservationField.Width * i), ObservationField.Width);
            if (!double.IsNaN(values[i]) && !ObservationField.TryWrite(values[i], field))
            {
                LeftOut++;
            }

            field[14] = lossOfLock[i] == LossOfLock.None ? field[14] : (byte)('0' + (byte)lossOfLock[i]);
            field[15] = strengths[i] == 0 ? field[15] : (byte)('0' + strengths[i]);
        }

        End();
    }

    private void HeaderLine(string content, string label)
    {
        Text(Fit(content, LabelColumn) + label);
        End();
    }

    private static string Fit(string text, int width) => text.Length > width ? text[..width] : text.PadRight(width);

    /// <summary>Letters beyond ASCII become question marks, as the format has none.</summary>
    private void Text(string text) => _length = Encoding.ASCII.GetBytes(text, _line);

    private void End()
    {
        int length = _line.AsSpan(0, _length).LastIndexOfAnyExcept((byte)' ') + 1;
        _line[length] = (byte)'\n';
        _out.Write(_line, 0, length + 1);
    }
}
