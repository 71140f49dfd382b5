using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

/// <summary>Against the values that the IERS prints in the headers of its own routines, and against another expansion of the same tides.</summary>
public sealed class SubDailyRotationTests(ITestOutputHelper output)
{
    /// <summary>Test case of IERS routine PMSDNUT2: MJD 54335. Allowance: the routine's Delaunay arguments are those of 2003, its GMST that of 1982.</summary>
    [Fact]
    public void Libration_of_the_pole_matches_the_iers_routine()
    {
        Span<double> v = stackalloc double[3];
        SubDailyRotation.Libration(Centuries(54335.0), Gmst(54335.0), v);
        Near(24.83144238273364834, v[0] / Angles.Microarcsecond, 1e-3);
        Near(-14.09240692041837661, v[1] / Angles.Microarcsecond, 1e-3);
    }

    /// <summary>Test cases of IERS routine UTLIBR, microseconds.</summary>
    [Theory, InlineData(44239.1, 2.441143834386761746), InlineData(55227.4, -2.655705844335680244)]
    public void Libration_of_ut1_matches_the_iers_routine(double mjd, double expected)
    {
        Span<double> v = stackalloc double[3];
        SubDailyRotation.Libration(Centuries(mjd), Gmst(mjd), v);
        Near(expected, v[2] * 1e6, 1e-4);
    }

    /// <summary>Test case of IERS routine ORTHO_EOP, MJD 47100: the same ocean model by orthoweights, cut differently; the Conventions call the tables equivalent to a few microarcseconds.</summary>
    [Fact]
    public void Ocean_tides_match_the_orthoweights()
    {
        Span<double> v = stackalloc double[3];
        SubDailyRotation.OceanTides(Centuries(47100.0), Gmst(47100.0), v);
        output.WriteLine($"x {v[0] / Angles.Microarcsecond:F2}, y {v[1] / Angles.Microarcsecond:F2} microarcseconds, UT1 {v[2] * 1e6:F3} microseconds");
        Near(-162.8386373279636530, v[0] / Angles.Microarcsecond, 8);
        Near(117.7907525842668974, v[1] / Angles.Microarcsecond, 8);
        Near(-23.39092370609808214, v[2] * 1e6, 0.8);
    }

    /// <summary>One term alone, by hand: M2, the largest, has the argument 2 (GMST + pi) - 2F - 2 Omega.</summary>
    [Fact]
    public void Largest_term_by_hand()
    {
        int[] multiples = TrigonometricSeries.Multiples("2g-2F-2Om", EarthArguments.TidalNames);
        Assert.Equal([2, 0, 0, -2, 0, -2], multiples);
        string[] row = EarthTable.Rows("subdaily.csv").Single(r => r[0] == "ocean" && r[1] == "2g-2F-2Om");
        Assert.Equal(["-330.15", "-26.96", "37.58", "195.92", "-16.195", "-7.14"], row[2..]);

        TrigonometricSeries one = new(EarthArguments.TidalNames, [("2g-2F-2Om", [(0, -330.15, -26.96)])]);
        double[] angles = [1.1, 0.2, 0.3, 0.4, 0.5, 0.6], rates = [7.3e-5, 0, 0, 2.7e-6, 0, -1e-8], sum = [0], rate = [0];
        one.Accumulate(angles, rates, sum, rate);
        double a = 2.2 - 0.8 - 1.2, w = 14.6e-5 - 5.4e-6 + 2e-8;
        Near((-330.15 * Math.Sin(a)) - (26.96 * Math.Cos(a)), sum[0], 1e-12);
        Near(w * ((-330.15 * Math.Cos(a)) + (26.96 * Math.Sin(a))), rate[0], 1e-15);
    }

    /// <summary>The whole effect stays within the sums of the amplitudes: 1 mas and 0.1 ms.</summary>
    [Fact]
    public void Has_the_size_the_conventions_tell()
    {
        IauEarthOrientation with = new(EopTable.BuiltIn), without = new(EopTable.BuiltIn, subDaily: false);
        double pole = 0, ut1 = 0;
        for (int hour = 0; hour < 24 * 60; hour += 5)
        {
            Epoch epoch = Epoch.J2000 + Duration.FromHours(hour);
            RotationParameters a = with.ParametersAt(epoch), b = without.ParametersAt(epoch);
            pole = Math.Max(pole, Math.Max(Math.Abs(a.PoleX - b.PoleX), Math.Abs(a.PoleY - b.PoleY)) / Angles.Microarcsecond);
            ut1 = Math.Max(ut1, Math.Abs(a.Ut1MinusTai - b.Ut1MinusTai) * 1e6);
        }

        output.WriteLine($"greatest: pole {pole:F0} microarcseconds, UT1 {ut1:F1} microseconds");
        Assert.InRange(pole, 400, 1000);
        Assert.InRange(ut1, 30, 100);
    }

    private static double Centuries(double mjd) => (mjd - 51544.5) / 36525;

    /// <summary>GMST as those routines take it, from the same argument as the rest.</summary>
    private static double Gmst(double mjd)
    {
        double t = Centuries(mjd);
        double seconds = 67310.54841 + (((876600.0 * 3600) + 8640184.812866) * t) + (0.093104 * t * t) - (6.2e-6 * t * t * t);
        return seconds % 86400 / 86400 * Math.Tau;
    }

    private static void Near(double expected, double actual, double allowed) =>
        Assert.True(Math.Abs(actual - expected) <= allowed, $"expected {expected}, got {actual}, allowed {allowed}");
}
