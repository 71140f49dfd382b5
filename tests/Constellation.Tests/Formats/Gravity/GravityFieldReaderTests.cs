using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Formats.Gravity;

public class GravityFieldReaderTests
{
    /// <summary>The file says its rule in words; the numbers here are its own lines, worked out by hand.</summary>
    [Fact]
    public void Reads_an_icgem_file_with_trends_and_seasons()
    {
        GravityField field = GravityFieldReader.Read(TestData.Shared("data/gravity/eigen-6s-truncated.gfc")).ValueOrThrow();
        Assert.Equal("EIGEN-6S", field.Name);
        Assert.Equal(20, field.Degree);
        Assert.Equal(0.3986004415E+15, field.GravitationalParameter);
        Assert.Equal(0.6378136460E+07, field.Radius);
        Assert.Equal(TideSystem.TideFree, field.Tides);
        Assert.Equal(-4.84165299820e-04, field.C(2, 0));
        Assert.Equal(228 + 456 + 456, field.Rates.Count);

        // One year and a quarter after 2005-01-01 0 h TT: cosine 0 and sine 1 of the year, cosine -1 and sine 0 of the half year.
        Epoch epoch = Epoch.FromCalendar(2005, 1, 1, 0, 0, Duration.Zero, TimeScale.Tt) + Duration.FromSeconds(1.25 * 365.25 * 86400);
        HarmonicTables tables = HarmonicTables.To(20);
        double[] change = new double[2 * tables.Count];
        new FieldRates(field).Add(epoch, new EarthRotation(Matrix3d.Identity, new(0, 0, 7e-5)), tables, change);
        double expected = (1.25 * -1.26059939709e-11) + 5.32367408468e-11 - 3.33920225943e-11;
        Check.Within(Tolerance.Of(1e-21, "1", "rounding"), expected, change[2 * tables.Entry(2, 0)], "C20");

        // The field's own C21 moves, so the pole of the conventions stays out; EIGEN-6S and the conventions agree on where it is.
        double c21 = field.C(2, 1) + change[2 * tables.Entry(2, 1)], x = PolarMotion.Secular(epoch).X;
        Check.Within(Tolerance.Of(2e-10, "1", "the annual term of C21 and the field's errors"), Math.Sqrt(3) * x * field.C(2, 0), c21, "C21");
    }

    [Fact]
    public void Reads_a_bare_table()
    {
        GravityField field = GravityFieldReader.Read(TestData.Shared("data/gravity/EGM96-truncated-21x21")).ValueOrThrow();
        Assert.Equal(21, field.Degree);
        Assert.Equal(-0.484165371736e-03, field.C(2, 0));
        Assert.Equal(-0.375546121742e-08, field.S(21, 21));

        // Two fields of one Earth: 30 000 km out they differ by parts in 1e6 of J2.
        Vector3d p = new(2e7, -1.7e7, 0.9e7);
        Vector3d other = new EarthGravity(20).AccelerationItrf(p);
        Check.Within(Tolerance.Of(1e-10, "m/s^2", "errors of EGM96: 1e-9 of C20, 1e-9 in low degrees"), other, new EarthGravity(field, 20).AccelerationItrf(p));
    }

    [Fact]
    public void Degrees_that_are_not_asked_for_are_not_kept()
    {
        GravityField field = GravityFieldReader.Read(TestData.Shared("data/gravity/EGM96-truncated-21x21"), greatestDegree: 4).ValueOrThrow();
        Assert.Equal(4, field.Degree);
    }

    [Theory]
    [InlineData("hello\n", "CN3360", 1, "no gravity field")]
    [InlineData("", "CN3360", 1, "no gravity field")]
    [InlineData("radius 6378136.3\nend_of_head\ngfc 2 0 1e-3 0\ngfc 2 1 0 0\ngfc 2 2 0 0\n", "CN3366", 0, "gravity constant")]
    [InlineData("earth_gravity_constant x\nend_of_head\n", "CN3366", 1, "'x'")]
    [InlineData("norm unnormalized\nend_of_head\n", "CN3361", 1, "unnormalized")]
    [InlineData("format icgem2.0\nend_of_head\n", "CN3362", 1, "icgem2.0")]
    [InlineData("tide_system mean_tide\nend_of_head\n", "CN3367", 1, "mean_tide")]
    [InlineData(Good + "gfc 2 0 1e-3 0\n", "CN3369", 8, "twice")]
    [InlineData(Good + "gfc 3 0 1e-3 0\n", "CN3368", 0, "order 1")]
    [InlineData(Good + "gfc 2 3 1e-3 0\n", "CN3364", 8, "order 3")]
    [InlineData(Good + "gfc 2 a 1e-3 0\n", "CN3365", 8, "'a'")]
    [InlineData(Good + "gfc 3 0 1e-3\n", "CN3365", 8, "missing")]
    [InlineData(Good + "xyz 2 0 1e-3 0\n", "CN3363", 8, "'xyz'")]
    [InlineData(Good + "trnd 2 0 1e-3 0\n", "CN3371", 8, "before its row gfct")]
    [InlineData(Good + "gfct 3 0 1e-3 0 0 0 2005\n", "CN3370", 8, "'2005'")]
    [InlineData(Good + "gfct 3 0 1e-3 0 0 0 20050101\nacos 3 0 1e-12 0 0 0 0\n", "CN3365", 9, "period")]
    public void Says_what_is_wrong_and_where(string text, string code, int line, string part)
    {
        ReadResult<GravityField> result = Read(text);
        Assert.False(result.Succeeded);
        Diagnostic found = result.Diagnostics.First(d => d.Severity == Severity.Error);
        Assert.Equal(code, found.Code);
        Assert.Equal(line, found.Where.Line);
        Assert.Contains(part, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_tide_system_is_told()
    {
        ReadResult<GravityField> result = Read(Good.Replace("tide_system tide_free\n", "", StringComparison.Ordinal));
        Assert.True(result.Succeeded);
        Assert.Equal("CN3367", Assert.Single(result.Diagnostics).Code);
    }

    private const string Good = "earth_gravity_constant 3.986D+14\nradius 6378136.3\ntide_system tide_free\nend_of_head\ngfc 2 0 -4.8e-4 0\ngfc 2 1 0 0\ngfc 2 2 1e-6 0\n";

    private static ReadResult<GravityField> Read(string text) => GravityFieldReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "test.gfc");
}
