using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Gathers rows of Earth orientation, with the checks that all file kinds share.</summary>
internal sealed class EopRows(DiagnosticBag bag)
{
    /// <summary>Largest pole coordinate ever seen is 0.6 arcseconds, |UT1 - UTC| is below 0.9 s by definition (1 s with a margin).</summary>
    private const double GreatestPoleArcsec = 2, GreatestUt1MinusUtc = 1.5;

    /// <summary>Over such gaps UT1 - TAI changes by less than a third of a second: days are longer than 86400 s by less than 5 ms.</summary>
    private static readonly Duration s_smooth = Duration.FromDays(60);

    private readonly List<EopRow> _rows = [];
    private Epoch? _observedThrough;
    private int _steps;

    public DiagnosticBag Bag => bag;

    public int Count => _rows.Count;

    /// <summary>A decimal in a column range, or a diagnostic and NaN.</summary>
    public double Number(ReadOnlySpan<byte> field, int line, int column, string what)
    {
        if (FixedField.TryDouble(field, out double value))
        {
            return value;
        }

        string text = FixedField.Text(field);
        bag.Error("CN3051", line, column, text.Length == 0 ? $"{what} is missing" : $"{what} '{text}' is not a number", "fetch the file again, or mend the line");
        return double.NaN;
    }

    /// <summary>Takes a row in arcseconds and seconds; a value that is NaN has been reported already.</summary>
    public void Add(double mjd, double x, double y, double ut1MinusUtc, double lengthOfDay, double dx, double dy, bool observed, int line)
    {
        if (!double.IsFinite(mjd) || !double.IsFinite(x) || !double.IsFinite(y) || !double.IsFinite(ut1MinusUtc))
        {
            return;
        }

        int day = mjd is >= 41317 and < 200_000 ? (int)mjd : 0;
        if (day == 0)
        {
            bag.Error("CN3052", line, 0, string.Create(CultureInfo.InvariantCulture, $"Modified Julian Date {mjd} is not a day of UTC"), "days from 41317 (1972-01-01) on are read");
            return;
        }

        if (Math.Abs(x) > GreatestPoleArcsec || Math.Abs(y) > GreatestPoleArcsec || Math.Abs(ut1MinusUtc) > GreatestUt1MinusUtc || Math.Abs(dx) > 1 || Math.Abs(dy) > 1)
        {
            bag.Error(
                "CN3054", line, 0,
                string.Create(CultureInfo.InvariantCulture, $"pole {x}, {y} arcseconds, UT1-UTC {ut1MinusUtc} s are beyond all that was ever observed"),
                "check the units and the columns of the file");
            return;
        }

        EopRow row = EopRow.FromPublished(day, x, y, ut1MinusUtc, lengthOfDay, double.IsFinite(dx) ? dx : 0, double.IsFinite(dy) ? dy : 0, mjd - day);
        if (_rows.Count > 0 && row.Epoch <= _rows[^1].Epoch)
        {
            bag.Error("CN3053", line, 0, string.Create(CultureInfo.InvariantCulture, $"the row of MJD {mjd} is not later than the one before it"), "sort the file and leave out what is twice");
            return;
        }

        _rows.Add(Continued(row, line));
        _observedThrough = observed ? row.Epoch : _observedThrough;
    }

    /// <summary>UT1 - TAI goes on smoothly: a step of whole seconds is a leap second that either the maker of the file or the program did not know.</summary>
    private EopRow Continued(EopRow row, int line)
    {
        row = row with { Ut1MinusTai = row.Ut1MinusTai - _steps };
        if (_rows.Count == 0 || row.Epoch - _rows[^1].Epoch > s_smooth || Math.Round(row.Ut1MinusTai - _rows[^1].Ut1MinusTai) is not (1 or -1))
        {
            return row;
        }

        int step = (int)Math.Round(row.Ut1MinusTai - _rows[^1].Ut1MinusTai);
        _steps += step;
        bag.Warning(
            "CN6140", line, 0, $"UT1-UTC and the leap seconds of the program differ by {step} s from this row on",
            "the row is taken to be right and UT1 goes on smoothly; 'constellation data add' a newer list of leap seconds, or fetch the file again");
        return row with { Ut1MinusTai = row.Ut1MinusTai - step };
    }

    /// <summary>Replaces a single row by two, half a day before and after, drawn out by its rates per day.</summary>
    public void WidenSingle(double xRate, double yRate)
    {
        EopRow row = _rows[0];
        double lod = double.IsFinite(row.LengthOfDay) ? row.LengthOfDay : 0;
        _rows.Clear();
        foreach (double half in (double[])[-0.5, 0.5])
        {
            _rows.Add(row with
            {
                Epoch = row.Epoch + Duration.FromSeconds(86400 * half),
                PoleX = row.PoleX + (half * xRate * Angles.Arcsecond),
                PoleY = row.PoleY + (half * yRate * Angles.Arcsecond),
                Ut1MinusTai = row.Ut1MinusTai - (half * lod),
            });
        }

        _observedThrough = _rows[^1].Epoch;
    }

    public ReadResult<EopTable> Result()
    {
        if (_rows.Count == 0 && !bag.HasErrors)
        {
            bag.Error("CN3055", 0, 0, "the file has no row with pole and UT1", "fetch it again: it may be cut");
        }

        return bag.HasErrors ? new ReadResult<EopTable>(null, bag.Diagnostics) : bag.Result(new EopTable(_rows, bag.File, _observedThrough));
    }
}
