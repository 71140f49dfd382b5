using System.Globalization;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Lines of the compact form of RINEX 3 and 4, CRINEX 3: differences in time of third order, flags and epoch lines by what changed. [Hatanaka08]</summary>
internal sealed class CompactRows
{
    private const int Order = DifferenceChains.ThirdOrder, HeadWidth = EpochLine.CompactSatellites;
    private const double ClockUnit = 1e12;

    private readonly DifferenceChains?[] _chains = new DifferenceChains?[SystemLetters.Count * SystemLetters.SatellitesPerSystem];
    private readonly DifferenceChains _clock = DifferenceChains.OfClock();
    private byte[] _head = [];
    private byte[] _line = new byte[1024];
    private int _length;
    private long _serial;
    private bool _whole = true;
    private ObservationLayout? _layout;

    /// <summary>The next epoch stands whole: after an event.</summary>
    public void Restart() => _whole = true;

    /// <summary>The line of an epoch and that of the receiver clock.</summary>
    public void WriteHead(Stream stream, string head, ObservationEpoch epoch)
    {
        if (!ReferenceEquals(_layout, epoch.Layout))
        {
            _layout = epoch.Layout;
            _whole = true;
            Array.Clear(_chains);
        }

        _serial += _whole ? 2 : 1;
        byte[] text = new byte[HeadWidth + (3 * epoch.Count)];
        text.AsSpan().Fill((byte)' ');
        System.Text.Encoding.ASCII.GetBytes(head, text);
        for (int i = 0; i < epoch.Count; i++)
        {
            SatelliteId satellite = epoch.Satellites[i];
            (text[HeadWidth + (3 * i)], text[HeadWidth + (3 * i) + 1], text[HeadWidth + (3 * i) + 2]) = ((byte)satellite.Letter, (byte)('0' + (satellite.Number / 10 % 10)), (byte)('0' + (satellite.Number % 10)));
        }

        Begin(Math.Max(text.Length, _head.Length));
        if (_whole)
        {
            Append(text);
            _clock.Reset(broken: false);
        }
        else
        {
            AppendChanges(_head, text);
        }

        (_head, _whole) = (text, false);
        End(stream);
        Begin(32);
        if (double.IsNaN(epoch.ClockOffset))
        {
            _clock.End(0);
        }
        else
        {
            AppendValue(_clock, 0, (long)Math.Round(epoch.ClockOffset * ClockUnit));
        }

        End(stream);
    }

    /// <summary>The line of a satellite.</summary>
    /// <returns>Values that do not fit the format.</returns>
    public int WriteRow(Stream stream, ObservationEpoch epoch, int index)
    {
        SatelliteId satellite = epoch.Satellites[index];
        int columns = epoch.Layout.Of(satellite.System).Length, leftOut = 0;
        ref DifferenceChains? chains = ref _chains[SystemLetters.IndexOf(satellite)];
        chains ??= new DifferenceChains(satellite, columns);
        if (chains.LastEpoch != _serial - 1)
        {
            chains.Reset(broken: false);
        }

        chains.LastEpoch = _serial;
        Begin(24 * (columns + 1));
        ReadOnlySpan<double> values = epoch.Values(index);
        for (int i = 0; i < columns; i++)
        {
            double thousandths = Math.Round(values[i] * 1000);
            if (thousandths is > -1e12 and < 1e13)
            {
                AppendValue(chains, i, (long)thousandths);
            }
            else
            {
                leftOut += double.IsNaN(thousandths) ? 0 : 1;
                chains.End(i);
            }

            _line[_length++] = (byte)' ';
        }

        AppendFlags(chains, epoch.LossOfLockOf(index), epoch.StrengthsOf(index), columns);
        End(stream);
        return leftOut;
    }

    /// <summary>A start, or the difference of the order reached.</summary>
    private void AppendValue(DifferenceChains chains, int column, long value)
    {
        if (chains.HasStarted(column))
        {
            Append(chains.Advance(column, value));
            return;
        }

        if (!chains.TryStart(column, Order, value))
        {
            throw new InvalidOperationException($"{value} thousandths have more digits than an observation");
        }

        (_line[_length], _line[_length + 1]) = ((byte)('0' + Order), (byte)'&');
        _length += 2;
        Append(value);
    }

    /// <summary>Flags of values that are missing are blank.</summary>
    private void AppendFlags(DifferenceChains chains, ReadOnlySpan<LossOfLock> lossOfLock, ReadOnlySpan<byte> strengths, int columns)
    {
        Span<byte> flags = stackalloc byte[2 * columns];
        for (int i = 0; i < columns; i++)
        {
            bool value = chains.HasStarted(i);
            flags[2 * i] = value && lossOfLock[i] != LossOfLock.None ? (byte)('0' + (byte)lossOfLock[i]) : (byte)' ';
            flags[(2 * i) + 1] = value && strengths[i] != 0 ? (byte)('0' + strengths[i]) : (byte)' ';
        }

        AppendChanges(chains.Flags, flags);
        flags.CopyTo(chains.Flags);
    }

    private void AppendChanges(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            byte a = i < before.Length ? before[i] : (byte)' ', b = i < after.Length ? after[i] : (byte)' ';
            _line[_length++] = a == b ? (byte)' ' : b == ' ' ? (byte)'&' : b;
        }
    }

    private void Begin(int most)
    {
        _length = 0;
        if (_line.Length < most + 2)
        {
            Array.Resize(ref _line, most + 2);
        }
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }

    private void Append(long value)
    {
        if (!value.TryFormat(_line.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("a long has at most twenty characters");
        }

        _length += written;
    }

    private void End(Stream stream)
    {
        int length = _line.AsSpan(0, _length).LastIndexOfAnyExcept((byte)' ') + 1;
        _line[length] = (byte)'\n';
        stream.Write(_line, 0, length + 1);
    }
}
