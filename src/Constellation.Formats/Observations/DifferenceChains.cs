using System.Runtime.CompilerServices;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>What a compact file (Hatanaka) carries from epoch to epoch for one satellite: differences of each observation, and the flags as text. [Hatanaka08] section 3.</summary>
internal sealed class DifferenceChains(SatelliteId satellite, int columns)
{
    /// <summary>Differences of higher order are not written.</summary>
    public const int MostOrder = 5;

    /// <summary>What is written.</summary>
    public const int ThirdOrder = 3;

    /// <summary>F14.3 holds no more.</summary>
    private const long Largest = 9_999_999_999_999;

    /// <summary>Of a difference: sums of six of them and of values fit into a long.</summary>
    private const long LargestDifference = 1_000_000_000_000_000_000;

    private readonly long[] _differences = new long[columns * (MostOrder + 1)];
    private readonly sbyte[] _order = new sbyte[columns];
    private readonly sbyte[] _reached = new sbyte[columns];

    public SatelliteId Satellite => satellite;

    /// <summary>Loss-of-lock and strength characters, two a column.</summary>
    public byte[] Flags { get; } = new byte[2 * columns];

    /// <summary>The epoch, counted from 1, that it was observed in last.</summary>
    public long LastEpoch { get; set; }

    /// <summary>A line could not be read: what follows has nothing to count from, which was told.</summary>
    public bool Broken { get; private set; }

    /// <summary>A satellite that was not there the epoch before starts anew.</summary>
    public void Reset(bool broken)
    {
        _order.AsSpan().Fill(-1);
        Flags.AsSpan().Fill((byte)' ');
        Broken = broken;
    }

    /// <summary>Of the receiver clock.</summary>
    public static DifferenceChains OfClock()
    {
        DifferenceChains clock = new(default, 1);
        clock.Reset(broken: false);
        return clock;
    }

    public void End(int column) => _order[column] = -1;

    /// <summary>Starts to count at a value; false where the order or the value cannot be.</summary>
    public bool TryStart(int column, int order, long value)
    {
        if (order is < 0 or > MostOrder || Math.Abs(value) > Largest)
        {
            return false;
        }

        (_order[column], _reached[column]) = ((sbyte)order, 0);
        _differences[column * (MostOrder + 1)] = value;
        return true;
    }

    public bool HasStarted(int column) => _order[column] >= 0;

    /// <summary>Adds a difference of the order reached; false where the sum is beyond what an observation can be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(int column, long difference, out long value)
    {
        int order = _reached[column];
        if (order < _order[column])
        {
            _reached[column] = (sbyte)++order;
        }

        Span<long> d = _differences.AsSpan(column * (MostOrder + 1), MostOrder + 1);
        d[order] = order == 0 ? d[0] + difference : difference;
        for (int i = order - 1; i >= 0; i--)
        {
            d[i] += d[i + 1];
        }

        value = d[0];
        return Math.Abs(difference) <= LargestDifference && value is >= -Largest and <= Largest;
    }

    /// <summary>The difference of the order reached that leads to a value: what is written for it.</summary>
    public long Advance(int column, long value)
    {
        int order = _reached[column];
        if (order < _order[column])
        {
            _reached[column] = (sbyte)++order;
        }

        // d[0] is the value before, d[i] its difference of order i: each is replaced by the one of the new value.
        Span<long> d = _differences.AsSpan(column * (MostOrder + 1), MostOrder + 1);
        long difference = value;
        for (int i = 0; i < order; i++)
        {
            (difference, d[i]) = (difference - d[i], difference);
        }

        d[order] = difference;
        return difference;
    }

    /// <summary>Changes the flags by a text of differences: a blank keeps, an ampersand blanks, all else replaces; false where one is no flag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryChangeFlags(ReadOnlySpan<byte> text, out int wrong)
    {
        int count = Math.Min(text.Length, Flags.Length);
        for (wrong = 0; wrong < count; wrong++)
        {
            byte c = text[wrong];
            if (c != ' ')
            {
                if (c != '&' && c is < (byte)'0' or > (byte)'9')
                {
                    return false;
                }

                Flags[wrong] = c == '&' ? (byte)' ' : c;
            }
        }

        return FixedField.IsBlank(text[count..]);
    }
}
