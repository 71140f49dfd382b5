using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Orientation;

public class OrientationErrorsTests
{
    private static readonly Epoch s_upload = Epoch.FromGps(2332, Duration.FromDays(5));

    /// <summary>Root mean square over 400 seeds against the law, at every age; 3.3 sigma of a deviation from 400 draws is 3.3/sqrt(800) = 12 %.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void Drawn_errors_grow_as_the_law(int days)
    {
        OrientationError[] drawn = [.. Enumerable.Range(0, 400).Select(seed => OrientationErrors.Draw(s_upload, days, (ulong)seed).At(s_upload + Duration.FromDays(days)))];
        Tolerance band = Tolerance.Of(0.12, "of the law", "3.3 sigma of a deviation from 400 draws");
        Check.Within(band, 1, Math.Sqrt(drawn.Average(e => e.Ut1 * e.Ut1)) / BulletinA.Ut1Sigma(days), "UT1");
        Check.Within(band, 1, Math.Sqrt(drawn.Average(e => e.PoleX * e.PoleX)) / BulletinA.PoleSigma(days), "x");
        Check.Within(band, 1, Math.Sqrt(drawn.Average(e => e.PoleY * e.PoleY)) / BulletinA.PoleSigma(days), "y");
    }

    /// <summary>Steps of the process are stationary: the error made between days 30 and 40 is as large as that made in the first ten days.</summary>
    [Fact]
    public void Ten_days_add_as_much_whenever_they_come()
    {
        double sum = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            OrientationErrors errors = OrientationErrors.Draw(s_upload, 40, seed);
            double step = errors.At(s_upload + Duration.FromDays(40)).Ut1 - errors.At(s_upload + Duration.FromDays(30)).Ut1;
            sum += step * step / 400;
        }

        Check.Within(Tolerance.Of(0.12, "of the law", "3.3 sigma of a deviation from 400 draws"), 1, Math.Sqrt(sum) / BulletinA.Ut1Sigma(10));
    }

    [Fact]
    public void A_longer_history_begins_with_the_same_numbers()
    {
        OrientationErrors shorter = OrientationErrors.Draw(s_upload, 20, 5), longer = OrientationErrors.Draw(s_upload, 90, 5);
        Assert.All(Enumerable.Range(0, 20), d => Assert.Equal(shorter.At(s_upload + Duration.FromSeconds((d + 0.3) * 86_400)), longer.At(s_upload + Duration.FromSeconds((d + 0.3) * 86_400))));
        Assert.NotEqual(shorter.At(s_upload + Duration.FromDays(9)), OrientationErrors.Draw(s_upload, 20, 6).At(s_upload + Duration.FromDays(9)));
    }

    [Fact]
    public void Before_the_upload_nothing_is_wrong()
    {
        Assert.Equal(default, OrientationErrors.Draw(s_upload, 20, 5).At(s_upload));
        Assert.Equal(default, OrientationErrors.Extrapolate(s_upload, 20, EopTable.BuiltIn).At(s_upload - Duration.FromDays(1)));
    }

    /// <summary>By hand from the published table (finals2000A), UT1 - UTC without a leap second between: value of day 0, mean rate of ten days, ninety days on.</summary>
    [Fact]
    public void Two_terms_err_by_what_the_table_says()
    {
        EopTable table = EopTable.BuiltIn;
        double Ut1(int day) => table.At(s_upload + Duration.FromDays(day)).Ut1MinusTai;
        double byHand = Ut1(0) + (90 * (Ut1(0) - Ut1(-10)) / 10) - Ut1(90);
        OrientationError error = OrientationErrors.Extrapolate(s_upload, 120, table).At(s_upload + Duration.FromDays(90));
        Check.Within(Tolerance.Of(1e-12, "s", "rounding"), byHand, error.Ut1);
        Assert.InRange(Math.Abs(error.Ut1), 1e-3, 0.2);
    }
}
