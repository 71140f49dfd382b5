using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Carries an <see cref="EopTable"/> on beyond its last row, in the manner of IERS Bulletin A.</summary>
/// <remarks>
/// Pole: mean, annual and Chandler (433 d) terms fitted to the last four years, the misfit of the last row dying away in 150 d. UT1: the
/// conventional seasonal variation UT2 - UT1 and a straight line through UT2 - TAI of the last 120 d. Errors (1 sigma, hindcasts since 2001):
/// pole 12, 26, 36 mas and UT1 5.5, 15, 70 ms after 30, 90, 365 days. A table of less than two and a half years holds the pole.
/// </remarks>
internal sealed class EopPrediction
{
    private const double FitDays = 4 * 365, RateDays = 120, LeastSpan = 2.5 * 365, MisfitDays = 150;
    private const int Terms = 5;

    private readonly EopRow _last;
    private readonly double[] _x = new double[Terms];
    private readonly double[] _y = new double[Terms];
    private readonly double _misfitX, _misfitY, _rate;

    public EopPrediction(EopTable table)
    {
        IReadOnlyList<EopRow> rows = table.Rows;
        _last = rows[^1];
        if ((_last.Epoch - rows[0].Epoch).TotalDays >= LeastSpan)
        {
            EopRow[] recent = [.. rows.Where(r => DaysAfterLast(r.Epoch) >= -FitDays)];
            double[][] design = [.. recent.Select(r => Basis(DaysAfterLast(r.Epoch)))];
            _x = LeastSquares(design, [.. recent.Select(r => r.PoleX)]);
            _y = LeastSquares(design, [.. recent.Select(r => r.PoleY)]);
        }

        double[] now = Basis(0);
        (_misfitX, _misfitY) = (_last.PoleX - Dot(now, _x), _last.PoleY - Dot(now, _y));
        _rate = Ut2Rate(rows);
    }

    /// <summary>x, y, UT1 - TAI, dX, dY and their rates per second; the celestial offsets hold.</summary>
    public void At(Epoch epoch, Span<double> values, Span<double> rates)
    {
        double day = DaysAfterLast(epoch);
        // Smooth over weeks: a central difference over two hours is exact to the digits that matter.
        const double h = 1.0 / 24;
        values[0] = Pole(day, _x, _misfitX);
        values[1] = Pole(day, _y, _misfitY);
        values[2] = Ut1(day);
        (values[3], values[4]) = (_last.CipDx, _last.CipDy);
        rates[0] = (Pole(day + h, _x, _misfitX) - Pole(day - h, _x, _misfitX)) / (2 * h * 86400);
        rates[1] = (Pole(day + h, _y, _misfitY) - Pole(day - h, _y, _misfitY)) / (2 * h * 86400);
        rates[2] = (Ut1(day + h) - Ut1(day - h)) / (2 * h * 86400);
        (rates[3], rates[4]) = (0, 0);
    }

    private static double Pole(double day, double[] coefficients, double misfit) => Dot(Basis(day), coefficients) + (misfit * Math.Exp(-day / MisfitDays));

    private double Ut1(double day) => _last.Ut1MinusTai + (_rate * day) + Ut2MinusUt1(0) - Ut2MinusUt1(day);

    /// <summary>Seasonal variation by convention of the IERS [BulletinA], s; T in Besselian years.</summary>
    private double Ut2MinusUt1(double day)
    {
        double years = (((_last.Epoch.SinceJ2000.TotalSeconds / 86400) + day) + 0.47) / 365.242189899;
        (double s1, double c1) = Math.SinCos(Math.Tau * years);
        (double s2, double c2) = Math.SinCos(2 * Math.Tau * years);
        return (0.022 * s1) - (0.012 * c1) - (0.006 * s2) + (0.007 * c2);
    }

    /// <summary>Slope of UT2 - TAI, s per day; of a single row, from its length of day.</summary>
    private double Ut2Rate(IReadOnlyList<EopRow> rows)
    {
        EopRow[] recent = [.. rows.Where(r => DaysAfterLast(r.Epoch) >= -RateDays)];
        if (recent.Length < 2)
        {
            return double.IsFinite(_last.LengthOfDay) ? -_last.LengthOfDay : 0;
        }

        double[] days = [.. recent.Select(r => DaysAfterLast(r.Epoch))];
        double[] ut2 = [.. recent.Select((r, i) => r.Ut1MinusTai + Ut2MinusUt1(days[i]))];
        double mean = days.Average(), level = ut2.Average();
        double above = 0, below = 0;
        for (int i = 0; i < days.Length; i++)
        {
            above += (days[i] - mean) * (ut2[i] - level);
            below += (days[i] - mean) * (days[i] - mean);
        }

        return above / below;
    }

    private double DaysAfterLast(Epoch epoch) => (epoch - _last.Epoch).TotalSeconds / 86400;

    private static double[] Basis(double day)
    {
        (double sa, double ca) = Math.SinCos(Math.Tau * day / 365.2422);
        (double sc, double cc) = Math.SinCos(Math.Tau * day / 433);
        return [1, ca, sa, cc, sc];
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Normal equations by Gauss-Jordan elimination: five well separated unknowns.</summary>
    private static double[] LeastSquares(double[][] design, double[] values)
    {
        double[,] n = new double[Terms, Terms + 1];
        for (int row = 0; row < design.Length; row++)
        {
            for (int i = 0; i < Terms; i++)
            {
                for (int j = 0; j < Terms; j++)
                {
                    n[i, j] += design[row][i] * design[row][j];
                }

                n[i, Terms] += design[row][i] * values[row];
            }
        }

        for (int p = 0; p < Terms; p++)
        {
            for (int i = 0; i < Terms; i++)
            {
                double factor = i == p ? 0 : n[i, p] / n[p, p];
                for (int j = p; j <= Terms; j++)
                {
                    n[i, j] -= factor * n[p, j];
                }
            }
        }

        return [.. Enumerable.Range(0, Terms).Select(i => n[i, Terms] / n[i, i])];
    }
}
