using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Daily Earth orientation parameters; between days by four-point Lagrange interpolation, UT1 as UT1 - TAI so that leap seconds do not break it.</summary>
public sealed class EopTable
{
    private const int RateDays = 365, PoleDays = 433;

    private static readonly Lazy<EopTable> s_builtIn = new(LoadBuiltIn);

    private readonly int _firstMjd;
    private readonly EopDay[] _days;

    /// <param name="days">One row per day at 0 h UTC, MJD without gaps.</param>
    public EopTable(IReadOnlyList<EopDay> days)
    {
        _days = [.. days];
        if (_days.Length < 4)
        {
            throw new ArgumentException("at least four days are needed", nameof(days));
        }

        _firstMjd = _days[0].Mjd;
        for (int i = 1; i < _days.Length; i++)
        {
            if (_days[i].Mjd != _firstMjd + i)
            {
                throw new ArgumentException($"days are not consecutive at MJD {_days[i].Mjd}", nameof(days));
            }
        }
    }

    /// <summary>Bulletin A (finals2000A) from 1980 on, with its predictions.</summary>
    public static EopTable BuiltIn => s_builtIn.Value;

    public int FirstMjd => _firstMjd;

    public int LastMjd => _firstMjd + _days.Length - 1;

    /// <summary>Parameters at an epoch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the table with <see cref="OutsideTable.Error"/>.</exception>
    public EarthParameters At(Epoch epoch, OutsideTable outside)
    {
        ScaleReading utc = epoch.In(TimeScale.Utc);
        double offset = utc.ModifiedJulianDay - _firstMjd + (utc.SecondOfDay.TotalSeconds / 86400.0);
        if (offset >= 0 && offset <= _days.Length - 1)
        {
            return Interpolate(offset);
        }

        EarthParameters edge = Interpolate(offset < 0 ? 0 : _days.Length - 1);
        return outside switch
        {
            OutsideTable.Hold => edge with { Ut1Rate = 0 },
            OutsideTable.Predicted => Predict(edge, offset),
            _ => throw new ArgumentOutOfRangeException(nameof(epoch), epoch.ToString(TimeScale.Utc), $"the Earth orientation table covers MJD {FirstMjd} to {LastMjd}"),
        };
    }

    private EarthParameters Interpolate(double offset)
    {
        int first = Math.Clamp((int)Math.Floor(offset) - 1, 0, _days.Length - 4);
        double u = offset - first;
        Span<double> w = [-(u - 1) * (u - 2) * (u - 3) / 6, u * (u - 2) * (u - 3) / 2, -u * (u - 1) * (u - 3) / 2, u * (u - 1) * (u - 2) / 6];
        Span<double> d =
        [
            -((3 * u * u) - (12 * u) + 11) / 6, ((3 * u * u) - (10 * u) + 6) / 2,
            -((3 * u * u) - (8 * u) + 3) / 2, ((3 * u * u) - (6 * u) + 2) / 6,
        ];
        EarthParameters sum = default;
        for (int k = 0; k < 4; k++)
        {
            EopDay day = _days[first + k];
            sum = new(
                sum.X + (w[k] * day.X), sum.Y + (w[k] * day.Y), sum.Ut1MinusTai + (w[k] * day.Ut1MinusTai),
                sum.DeltaX + (w[k] * day.DeltaX), sum.DeltaY + (w[k] * day.DeltaY), sum.Ut1Rate + (d[k] * day.Ut1MinusTai / 86400.0));
        }

        return sum;
    }

    private EarthParameters Predict(EarthParameters edge, double offset)
    {
        bool after = offset > 0;
        EopDay[] year = after ? _days[^Math.Min(_days.Length, RateDays + 1)..] : _days[..Math.Min(_days.Length, RateDays + 1)];
        EopDay[] chandler = after ? _days[^Math.Min(_days.Length, PoleDays)..] : _days[..Math.Min(_days.Length, PoleDays)];
        double rate = (year[^1].Ut1MinusTai - year[0].Ut1MinusTai) / (year[^1].Mjd - year[0].Mjd);
        double beyond = after ? offset - (_days.Length - 1) : offset;
        return new(chandler.Average(d => d.X), chandler.Average(d => d.Y), edge.Ut1MinusTai + (rate * beyond), 0, 0, rate / 86400.0);
    }

    private static EopTable LoadBuiltIn() =>
        new([.. EmbeddedTable.Rows("eop.csv").Select(r => EopDay.FromUtc((int)r[0], r[1], r[2], r[3], r[4], r[5]))]);
}
