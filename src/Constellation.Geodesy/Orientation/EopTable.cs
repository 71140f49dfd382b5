using Constellation.Core;
using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Observed Earth orientation: pole, UT1, celestial pole offsets, interpolated between rows.</summary>
/// <remarks>
/// Lagrange polynomials of eight rows (fewer near the ends); UT1 as UT1 - TAI, so leap seconds do not show, and on the true elapsed time between
/// rows. The error at mid-interval of daily rows is below that of the rows (tests leave rows out).
/// </remarks>
public sealed class EopTable
{
    internal const int Channels = 5;
    private const double GreatestPole = 1e-4;       // rad, 20 arcseconds: what is larger is a wrong unit
    private static readonly Lazy<EopTable> s_builtIn = new(() => BuiltInEop.Load().ExtendedBy(Installed?.Invoke()));

    private readonly EopRow[] _rows;
    private readonly double[] _days;                // of 86400 s since the first row
    private readonly double[] _values;              // Channels per row
    private readonly Lazy<EopPrediction> _prediction;

    /// <param name="rows">At least one, in order of time.</param>
    /// <param name="name">What messages call the table.</param>
    /// <param name="observedThrough">Last observed epoch where predictions follow; the last row if not given.</param>
    /// <exception cref="ArgumentException">No rows, rows not in order, values not finite or beyond reason.</exception>
    public EopTable(IReadOnlyList<EopRow> rows, string name, Epoch? observedThrough = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            throw new ArgumentException("a table of Earth orientation has at least one row", nameof(rows));
        }

        (_rows, Name) = ([.. rows], name);
        _days = new double[_rows.Length];
        _values = new double[_rows.Length * Channels];
        for (int i = 0; i < _rows.Length; i++)
        {
            EopRow r = _rows[i];
            _days[i] = (r.Epoch - _rows[0].Epoch).TotalDays;
            (_values[Channels * i], _values[(Channels * i) + 1], _values[(Channels * i) + 2]) = (r.PoleX, r.PoleY, r.Ut1MinusTai);
            (_values[(Channels * i) + 3], _values[(Channels * i) + 4]) = (r.CipDx, r.CipDy);
            if (i > 0 && !(_days[i] > _days[i - 1]))
            {
                throw new ArgumentException($"row {i + 1} ({r.Epoch}) is not later than the row before it", nameof(rows));
            }

            double greatest = Math.Max(Math.Max(Math.Abs(r.PoleX), Math.Abs(r.PoleY)), Math.Max(Math.Abs(r.CipDx), Math.Abs(r.CipDy)));
            if (!(greatest < GreatestPole) || !(Math.Abs(r.Ut1MinusTai) < 1e5))
            {
                throw new ArgumentException($"row {i + 1} ({r.Epoch}) has a value that is not finite or beyond reason", nameof(rows));
            }
        }

        ObservedThrough = observedThrough ?? Last;
        _prediction = new(() => new EopPrediction(this));
    }

    /// <summary>Where a table that was installed is found; asked once, when Earth orientation is first needed. Null: none.</summary>
    public static Func<EopTable?>? Installed { get; set; }

    /// <summary>The table in the assembly, with what is installed where that was observed longer: IERS finals2000A, daily from 1980-01-01, with a year of predictions at its end.</summary>
    public static EopTable BuiltIn => s_builtIn.Value;

    /// <summary>This table before and after another one that was observed longer; this one where the other was not.</summary>
    public EopTable ExtendedBy(EopTable? other) => other is null || other.ObservedThrough <= ObservedThrough
        ? this
        : new([.. _rows.Where(r => r.Epoch < other.First), .. other._rows, .. _rows.Where(r => r.Epoch > other.Last)], other.Name, other.ObservedThrough);

    public string Name { get; }

    public Epoch First => _rows[0].Epoch;

    public Epoch Last => _rows[^1].Epoch;

    /// <summary>After it rows are predictions of the table's maker.</summary>
    public Epoch ObservedThrough { get; }

    /// <summary>MJD (UTC) of the first row's day.</summary>
    public int FirstMjd => First.In(TimeScale.Utc).ModifiedJulianDay;

    /// <summary>MJD (UTC) of the last row's day.</summary>
    public int LastMjd => Last.In(TimeScale.Utc).ModifiedJulianDay;

    public IReadOnlyList<EopRow> Rows => _rows;

    internal ReadOnlySpan<double> Days => _days;

    /// <summary>Values at an epoch; <see cref="EopRow.LengthOfDay"/> is the negative slope of the interpolated UT1.</summary>
    /// <exception cref="InputException">The epoch is outside and <paramref name="outside"/> is <see cref="OutsideTable.Error"/>.</exception>
    public EopRow At(Epoch epoch, OutsideTable outside = OutsideTable.Error)
    {
        Span<double> v = stackalloc double[Channels], rates = stackalloc double[Channels];
        Interpolate(epoch, outside, v, rates);
        return new EopRow(epoch, v[0], v[1], v[2], -86400 * rates[2], v[3], v[4]);
    }

    /// <summary>x, y, UT1 - TAI, dX, dY and their rates per second.</summary>
    internal void Interpolate(Epoch epoch, OutsideTable outside, Span<double> values, Span<double> rates)
    {
        if (epoch < First || epoch > Last)
        {
            Outside(epoch, outside, values, rates);
            return;
        }

        double day = (epoch - First).TotalDays;
        (int first, int count) = Window(IntervalAt(day));
        Span<double> difference = stackalloc double[8];
        for (int channel = 0; channel < Channels; channel++)
        {
            Newton(day, first, difference[..count], channel, out values[channel], out rates[channel]);
            rates[channel] /= 86400;
        }
    }

    /// <summary>Index of the row at or before a day of the table.</summary>
    private int IntervalAt(double day)
    {
        int index = Array.BinarySearch(_days, day);
        index = index >= 0 ? index : ~index - 1;
        return Math.Clamp(index, 0, Math.Max(0, _days.Length - 2));
    }

    /// <summary>Eight rows around an interval, six, then four as an end comes near: never more beyond the middle than needed.</summary>
    private (int First, int Count) Window(int interval)
    {
        int half = Math.Min(4, Math.Min(interval + 1, _days.Length - 1 - interval));
        int count = Math.Min(Math.Max(2 * half, 4), _days.Length);
        return (Math.Clamp(interval + 1 - (count / 2), 0, _days.Length - count), count);
    }

    /// <summary>Newton's divided differences in place, then Horner for value and slope.</summary>
    private void Newton(double day, int first, Span<double> d, int channel, out double value, out double slope)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = _values[((first + i) * Channels) + channel];
        }

        for (int order = 1; order < d.Length; order++)
        {
            for (int i = d.Length - 1; i >= order; i--)
            {
                d[i] = (d[i] - d[i - 1]) / (_days[first + i] - _days[first + i - order]);
            }
        }

        (value, slope) = (d[^1], 0);
        for (int i = d.Length - 2; i >= 0; i--)
        {
            double x = day - _days[first + i];
            slope = (slope * x) + value;
            value = (value * x) + d[i];
        }
    }

    private void Outside(Epoch epoch, OutsideTable outside, Span<double> values, Span<double> rates)
    {
        if (outside == OutsideTable.Error)
        {
            throw new InputException(Diagnostic.Error(
                "CN4101",
                new SourceSpan(Name),
                $"no Earth orientation at {epoch}: the table covers {First} to {Last}",
                "give a table that covers the span, or choose held or predicted values"));
        }

        if (outside == OutsideTable.Predicted && epoch > Last)
        {
            _prediction.Value.At(epoch, values, rates);
            return;
        }

        int row = epoch < First ? 0 : _rows.Length - 1;
        _values.AsSpan(row * Channels, Channels).CopyTo(values);
        rates[..Channels].Clear();
    }
}
