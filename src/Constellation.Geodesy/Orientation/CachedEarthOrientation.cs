using System.Collections.Concurrent;
using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The fast form of <see cref="IauEarthOrientation"/>: what varies slowly from Chebyshev polynomials, the rotation angle exactly.</summary>
/// <remarks>
/// One polynomial per interval between table rows (never longer than a day), where the interpolated table is itself a polynomial: within 0.01
/// microarcsecond of the exact form. A polynomial is a pure function of its interval, made at first use: the same bits whatever
/// the order or the thread of the calls. Holds 1.5 kB per day visited, 6 MB at most outside the table.
/// </remarks>
public sealed class CachedEarthOrientation : IEarthOrientation
{
    private const double Day = 86400, LongestBlock = Day + 2;

    /// <summary>Days outside the table that are kept, eleven years; who visits more starts anew.</summary>
    internal const int MostOutside = 1 << 12;

    private readonly IauEarthOrientation _exact;
    private readonly Epoch _first;
    private readonly double[] _starts;              // block i of the table covers [_starts[i], _starts[i + 1]) seconds after the first row
    private readonly int[] _firstOfDay;             // where to begin to look for a block, per 86400 s
    private readonly RotationPolynomial?[] _inside;
    private readonly ConcurrentDictionary<long, RotationPolynomial> _outside = new();

    public CachedEarthOrientation(IauEarthOrientation exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        (_exact, _first) = (exact, exact.Eop.First);
        _starts = Boundaries(exact.Eop.Days);
        _inside = new RotationPolynomial?[_starts.Length - 1];
        _firstOfDay = new int[(int)(_starts[^1] / Day) + 1];
        for (int day = 0, block = 0; day < _firstOfDay.Length; day++)
        {
            while (block + 2 < _starts.Length && _starts[block + 1] <= day * Day)
            {
                block++;
            }

            _firstOfDay[day] = block;
        }
    }

    public IauEarthOrientation Exact => _exact;

    /// <summary>Days outside the table that are held now.</summary>
    internal int HeldOutside => _outside.Count;

    public EarthRotation At(Epoch epoch) => EarthAttitude.At(epoch, ParametersAt(epoch));

    internal RotationParameters ParametersAt(Epoch epoch)
    {
        double seconds = (epoch - _first).TotalSeconds;
        if (seconds < 0 || seconds >= _starts[^1])
        {
            return OutsideAt(epoch, seconds);
        }

        int i = _firstOfDay[(int)(seconds / Day)];
        while (seconds >= _starts[i + 1])
        {
            i++;
        }

        // Two threads may both make it: the same bits, so either may stay.
        RotationPolynomial block = Volatile.Read(ref _inside[i]) ?? MakeInside(i);
        return block.At(seconds);
    }

    private RotationPolynomial MakeInside(int i)
    {
        RotationPolynomial made = new(_exact, _first, _starts[i], _starts[i + 1]);
        Volatile.Write(ref _inside[i], made);
        return made;
    }

    /// <summary>Blocks of a day on from the last row or back from the first; a table that refuses is asked itself, to hear its message.</summary>
    private RotationParameters OutsideAt(Epoch epoch, double seconds)
    {
        if (_exact.Outside == OutsideTable.Error)
        {
            return _exact.ParametersAt(epoch);
        }

        double origin = seconds < 0 ? 0 : _starts[^1];
        long number = (long)Math.Floor((seconds - origin) / Day);
        long key = number < 0 ? number : number + 1;
        if (!_outside.TryGetValue(key, out RotationPolynomial? block))
        {
            if (_outside.Count >= MostOutside)
            {
                _outside.Clear();
            }

            _outside[key] = block = new RotationPolynomial(_exact, _first, origin + (number * Day), origin + ((number + 1) * Day));
        }

        return block.At(seconds);
    }

    private static double[] Boundaries(ReadOnlySpan<double> days)
    {
        List<double> starts = [0];
        for (int i = 1; i < days.Length; i++)
        {
            double begin = days[i - 1] * Day, length = (days[i] * Day) - begin;
            int parts = (int)Math.Ceiling(length / LongestBlock);
            for (int p = 1; p <= parts; p++)
            {
                starts.Add(p == parts ? days[i] * Day : begin + (length * p / parts));
            }
        }

        return [.. starts];
    }
}
