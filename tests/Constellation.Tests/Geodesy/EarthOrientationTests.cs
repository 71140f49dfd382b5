using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public class EarthOrientationTests(ITestOutputHelper output)
{
    /// <summary>100 random epochs 1990-2030 by ERFA's series route xy06 + s06 + c2ixys + era00 + pom00, equal parameters, sub-daily terms off (data/geodesy/make_erfa.py).</summary>
    public static IEnumerable<double[]> ErfaRows() =>
        File.ReadLines(TestData.Local("geodesy/erfa.csv")).Skip(1).Select(l => l.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray());

    [Fact]
    public void Matches_Erfa_to_one_microarcsecond()
    {
        double worst = 0, worstOther = 0;
        foreach (double[] row in ErfaRows())
        {
            Epoch epoch = EpochOf(row);
            IauEarthOrientation earth = new(new EopTable([new EopRow(epoch, row[1], row[2], row[3], double.NaN, 0, 0)], "one row"), subDaily: false);
            EarthRotation rotation = earth.At(epoch);
            worst = Math.Max(worst, Angle(MatrixOf(row), rotation.GcrfToItrf));
            worstOther = Math.Max(worstOther, row[13]);
        }

        output.WriteLine($"largest rotation from ERFA: {worst:0.0000} microarcseconds; ERFA's own c2t06a (nutation series instead of X, Y series) differs by up to {worstOther:0.0} microarcseconds");
        // The reference is printed to full double precision; both sums round at 1e-16 of a turn, about 0.2 microarcseconds.
        Assert.InRange(worst, 0, 1.0);
    }

    [Fact]
    public void Outside_the_table_the_caller_decides()
    {
        Epoch late = Epoch.FromMjd(EopTable.BuiltIn.LastMjd + 30, Duration.Zero, TimeScale.Utc);
        InputException refused = Assert.Throws<InputException>(() => EopTable.BuiltIn.At(late, OutsideTable.Error));
        Assert.Equal("CN4101", refused.Diagnostics[0].Code);
        EopRow edge = EopTable.BuiltIn.At(Epoch.FromMjd(EopTable.BuiltIn.LastMjd, Duration.Zero, TimeScale.Utc), OutsideTable.Error);
        Assert.Equal(edge.Ut1MinusTai, EopTable.BuiltIn.At(late, OutsideTable.Hold).Ut1MinusTai);
        // Thirty days at the Earth's excess length of day, below 3 ms a day.
        Assert.InRange(Math.Abs(EopTable.BuiltIn.At(late, OutsideTable.Predicted).Ut1MinusTai - edge.Ut1MinusTai), 1e-4, 0.09);
    }

    [Fact]
    public void Ut1_runs_on_across_a_leap_second()
    {
        Epoch before = Epoch.Parse("2016-12-31T23:59:59Z"), after = Epoch.Parse("2017-01-01T00:00:01Z");
        double step = EopTable.BuiltIn.At(after, OutsideTable.Error).Ut1MinusTai - EopTable.BuiltIn.At(before, OutsideTable.Error).Ut1MinusTai;
        Assert.InRange(Math.Abs(step), 0, 1e-7);    // 3 s at 1.5 ms a day
    }

    private static Epoch EpochOf(double[] row) => Epoch.J2000 + Duration.FromSeconds((long)row[0]) + Duration.FromSeconds(32, 184_000_000_000_000_000);

    private static Matrix3d MatrixOf(double[] row) => new(row[4], row[5], row[6], row[7], row[8], row[9], row[10], row[11], row[12]);

    /// <summary>Rotation between two matrices, microarcseconds.</summary>
    internal static double Angle(Matrix3d a, Matrix3d b)
    {
        Matrix3d d = a * b.Transpose();
        return new Vector3d(d.M23 - d.M32, d.M31 - d.M13, d.M12 - d.M21).Norm / 2 / Angles.Microarcsecond;
    }
}
