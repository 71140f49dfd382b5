using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats;

public sealed class EopFileTests(ITestOutputHelper output)
{
    private const double Mas = 1000 * Angles.Microarcsecond;

    private const string C04 = "MJD;Year;x_pole;y_pole;UT1-UTC;LOD;dX;dY\n59580;2022;0.054651;0.276982;-0.1105073;-0.0000314;0.000066;-0.000221\n59581;2022;0.053;0.278;-0.1104;-0.0001;;\n";

    private const string Erp = "version 2\nsome centre\n  MJD      Xpole   Ypole  UT1-UTC    LOD  Xsig  Ysig   UTsig  LODsig  Nr Nf Nt    Xrt    Yrt\n  (10**-6)\n58818.50  122223  270617 -1700500     56    34    33     240      11 119  0 50  -1862    776\n";

    [Fact]
    public void Reads_c04_with_its_units()
    {
        EopTable table = Read(C04).ValueOrThrow();
        EopRow row = table.Rows[0];
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(Epoch.Parse("2022-01-01T00:00:00Z"), row.Epoch);
        Assert.Equal(54.651 * Mas, row.PoleX, 1e-20);
        Assert.Equal(276.982 * Mas, row.PoleY, 1e-20);
        Assert.Equal(-37 - 0.1105073, row.Ut1MinusTai, 1e-13);
        Assert.Equal(-0.0000314, row.LengthOfDay, 1e-15);
        Assert.Equal(0.066 * Mas, row.CipDx, 1e-20);
        Assert.Equal(-0.221 * Mas, row.CipDy, 1e-20);
    }

    /// <summary>One noon row becomes a day: -1.7005 ms x 100 at noon, pole by its rate of -1862e-6 arcseconds a day.</summary>
    [Fact]
    public void Reads_a_single_day_of_erp_with_its_rates()
    {
        EopTable table = Read(Erp).ValueOrThrow();
        Assert.Equal(Epoch.Parse("2019-12-01T00:00:00Z"), table.First);
        Assert.Equal(Epoch.Parse("2019-12-02T00:00:00Z"), table.Last);
        EopRow noon = table.At(Epoch.Parse("2019-12-01T12:00:00Z"));
        Assert.Equal(122.223 * Mas, noon.PoleX, 1e-18);
        Assert.Equal(270.617 * Mas, noon.PoleY, 1e-18);
        Assert.Equal(-37 - 0.17005, noon.Ut1MinusTai, 1e-12);
        Assert.Equal(5.6e-6, noon.LengthOfDay, 1e-11);
        Assert.Equal((122.223 - 0.931) * Mas, table.Rows[1].PoleX, 1e-18);
    }

    [Fact]
    public void Reads_gzip()
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.ASCII.GetBytes(C04));
        }

        packed.Position = 0;
        Assert.True(EopFile.Read(packed, "c04.csv.gz").Succeeded);
    }

    [Theory]
    [InlineData("", "CN3050", 1, 1)]
    [InlineData("hello\n", "CN3050", 1, 1)]
    [InlineData("MJD;x_pole;y_pole\n59580;0.1;0.2\n", "CN3056", 1, 1)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n", "CN3055", 0, 0)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n59580;0.1;0,2;0.3\n", "CN3051", 2, 11)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n59580;0.1\n", "CN3051", 2, 10)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n59580;0.1;0.2;0.3\n59580;0.1;0.2;0.3\n", "CN3053", 3, 0)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n59580;54651;0.2;0.3\n", "CN3054", 2, 0)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n40000;0.1;0.2;0.3\n", "CN3052", 2, 0)]
    [InlineData("MJD;x_pole;y_pole;UT1-UTC\n1e300;0.1;0.2;0.3\n", "CN3052", 2, 0)]
    [InlineData("version 1\n", "CN3057", 1, 1)]
    [InlineData("version 2\n58818.50  122223\n", "CN3056", 2, 0)]
    [InlineData("version 2\nMJD X Y UT1-UTC LOD\n58818.50  122223  270617\n", "CN3058", 3, 25)]
    [InlineData("version 2\nMJD X Y UT1-UTC LOD\n58818.50  12x223  270617 -17 5\n", "CN3051", 3, 11)]
    public void Bad_input_says_where(string text, string code, int line, int column)
    {
        ReadResult<EopTable> result = Read(text);
        Assert.False(result.Succeeded);
        Diagnostic first = result.Diagnostics[0];
        Assert.Equal((code, line, column), (first.Code, first.Where.Line, first.Where.Column));
        Assert.Equal("eop.txt", first.Where.File);
        Assert.NotEmpty(first.Remedy);
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        byte[] good = Encoding.ASCII.GetBytes(Erp);
        for (int i = 0; i < good.Length; i++)
        {
            foreach (byte b in (byte[])[0, (byte)'9', (byte)'-', (byte)'\n', 255])
            {
                byte[] bad = [.. good];
                bad[i] = b;
                ReadResult<EopTable> result = EopFile.Read(new MemoryStream(bad), "bad");
                Assert.True(result.Succeeded || result.Diagnostics.Count > 0);
                result = EopFile.Read(new MemoryStream(bad[..i]), "cut");
                Assert.True(result.Succeeded || result.Diagnostics.Count > 0);
            }
        }
    }

    /// <summary>The built-in table is finals2000A: every digit of it since 1980.</summary>
    [Fact]
    public void Finals2000A_equals_the_built_in_table()
    {
        EopTable finals = EopFile.Read(TestData.Shared("data/eop/finals2000A.all")).ValueOrThrow(), builtIn = EopTable.BuiltIn;
        Assert.Equal(Epoch.Parse("1973-01-02T00:00:00Z"), finals.First);
        Assert.Equal(builtIn.Last, finals.Last);
        EopRow[] rows = [.. finals.Rows.Where(r => r.Epoch >= builtIn.First)];
        Assert.Equal(builtIn.Rows.Count, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            EopRow a = rows[i], b = builtIn.Rows[i];
            bool same = Math.Abs(a.PoleX - b.PoleX) < 1e-6 * Mas && Math.Abs(a.PoleY - b.PoleY) < 1e-6 * Mas && Math.Abs(a.Ut1MinusTai - b.Ut1MinusTai) < 1e-12
                && Math.Abs(a.CipDx - b.CipDx) < 1e-6 * Mas && Math.Abs(a.CipDy - b.CipDy) < 1e-6 * Mas;
            Assert.True(same, $"{a} {b}");
        }

        Assert.Equal(builtIn.ObservedThrough, finals.ObservedThrough);
    }

    /// <summary>C04 and finals2000A are combinations of the same observations: rms 0.1 mas and 50 microseconds apart; the last weeks of the C04 file were preliminary and depart further.</summary>
    [Fact]
    public void C04_agrees_with_finals2000A()
    {
        EopTable c04 = EopFile.Read(TestData.Shared("data/eop/eopc04_20.2022-now.csv")).ValueOrThrow();
        Assert.Equal(605, c04.Rows.Count);
        (double pole, double ut1, double lod, double cip, double ut1Squares) = (0, 0, 0, 0, 0);
        foreach (EopRow row in c04.Rows)
        {
            EopRow b = EopTable.BuiltIn.At(row.Epoch);
            pole = Math.Max(pole, Math.Max(Math.Abs(row.PoleX - b.PoleX), Math.Abs(row.PoleY - b.PoleY)) / Mas);
            ut1 = Math.Max(ut1, Math.Abs(row.Ut1MinusTai - b.Ut1MinusTai) * 1e6);
            ut1Squares += Math.Pow((row.Ut1MinusTai - b.Ut1MinusTai) * 1e6, 2) / c04.Rows.Count;
            lod = Math.Max(lod, Math.Abs(row.LengthOfDay - b.LengthOfDay) * 1e6);
            cip = Math.Max(cip, Math.Max(Math.Abs(row.CipDx - b.CipDx), Math.Abs(row.CipDy - b.CipDy)) / Mas);
        }

        output.WriteLine($"greatest: pole {pole:F3} mas, UT1 {ut1:F0} us (rms {Math.Sqrt(ut1Squares):F1}), LOD {lod:F0} us, CIP {cip:F3} mas");
        Assert.InRange(pole, 0, 0.3);
        Assert.InRange(ut1, 0, 300);
        Assert.InRange(Math.Sqrt(ut1Squares), 0, 50);
        Assert.InRange(lod, 0, 200);
        Assert.InRange(cip, 0, 1);
    }

    /// <summary>Units of 1e-6 arcseconds and 1e-7 s: a factor of ten wrong would be a thousand times the allowance. Satellites alone do not fix UT1: a rapid product drifts by half a millisecond.</summary>
    [Theory]
    [InlineData("data/eop/igs19P2082.erp", 7)]
    [InlineData("data/eop/wum20820.erp", 2)]
    [InlineData("data/eop/WUM0MGXFIN_20193650000_01D_01D_ERP.ERP.gz", 2)]
    [InlineData("data/eop/WUM0MGXRAP_20212100000_01D_01D_ERP.ERP.gz", 2)]
    public void Erp_agrees_with_finals2000A(string file, int rows)
    {
        EopTable erp = EopFile.Read(TestData.Shared(file)).ValueOrThrow();
        Assert.Equal(rows, erp.Rows.Count);
        foreach (EopRow row in erp.Rows)
        {
            EopRow b = EopTable.BuiltIn.At(row.Epoch);
            output.WriteLine($"x {(row.PoleX - b.PoleX) / Mas:F3} mas, y {(row.PoleY - b.PoleY) / Mas:F3} mas, UT1 {(row.Ut1MinusTai - b.Ut1MinusTai) * 1e6:F0} us");
            Assert.InRange(Math.Abs(row.PoleX - b.PoleX) / Mas, 0, 0.5);
            Assert.InRange(Math.Abs(row.PoleY - b.PoleY) / Mas, 0, 0.5);
            Assert.InRange(Math.Abs(row.Ut1MinusTai - b.Ut1MinusTai) * 1e6, 0, 1000);
        }
    }

    private static ReadResult<EopTable> Read(string text) => EopFile.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "eop.txt");
}
