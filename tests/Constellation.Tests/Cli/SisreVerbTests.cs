using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary><c>sisre</c> of real messages and of a run.</summary>
public sealed class SisreVerbTests
{
    private static string[] RealDay =>
    [
        "sisre", "--nav", TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"), TestData.Shared("data/nav/MOJN00DNK_R_20201770000_01D_MN.rnx.gz"),
        "--sp3", TestData.Shared("data/sp3/Sta21114.sp3.gz"),
    ];

    /// <summary>Published for 2018 to 2022: GPS 0.5-0.6, Galileo 0.1-0.2, BeiDou-3 0.3-0.5, GLONASS 1.5-2, BeiDou-2 about 1.5 without its geostationary satellites; one day may differ by half.</summary>
    [Fact]
    public void Systems_lie_in_the_published_range()
    {
        Dictionary<string, double> sisre = Lines(0, [.. RealDay, "--by", "system"])[1..].Select(l => l.Split(',')).ToDictionary(f => f[0], f => Number(f[6]));
        Assert.InRange(sisre["GPS"], 0.3, 0.8);
        Assert.InRange(sisre["Galileo"], 0.07, 0.3);
        Assert.InRange(sisre["BDS-3"], 0.25, 0.8);
        Assert.InRange(sisre["GLONASS"], 0.8, 2.0);
        Assert.InRange(sisre["BDS-2"], 0.8, 2.2);
    }

    [Fact]
    public void Samples_make_the_statistics()
    {
        string[] galileo = [.. RealDay, "--sat", "E"];
        string[] samples = Lines(0, [.. galileo, "--detail", "--site", "55.5,8.4,20"]);
        Assert.Equal("epoch_gpst,sat,system,age_s,radial_m,along_m,cross_m,clock_m,in_range_m,sisre_m,sisre_orbit_m,worst_user_m,site_m", samples[0]);
        double[] own = [.. samples[1..].Select(l => l.Split(',')).Where(f => f[1] == "E08").Select(f => Number(f[9]))];
        string[] row = Lines(0, galileo).Select(l => l.Split(',')).Single(f => f[0] == "E08");
        Assert.Equal(own.Length, int.Parse(row[1], CultureInfo.InvariantCulture));
        Assert.Equal(Math.Sqrt(own.Average(v => v * v)), Number(row[6]), 1e-9);
        Assert.All(samples[1..].Select(l => l.Split(',')), f => Assert.True(Number(f[11]) >= Math.Abs(Number(f[12].Length > 0 ? f[12] : "0")) - 1e-3));     // no user has more than the worst
        int n = samples.Length - 1;
        Assert.Equal(n, Lines(0, [.. galileo, "--by", "age"])[1..].Sum(l => int.Parse(l.Split(',')[2], CultureInfo.InvariantCulture)));
        Assert.Equal(n, Lines(0, [.. galileo, "--by", "epoch"])[1..].Sum(l => int.Parse(l.Split(',')[2], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("sisre")]
    [InlineData("sisre", "--nav", "x.rnx")]
    [InlineData("sisre", "run", "--nav", "x.rnx", "--sp3", "y.sp3")]
    [InlineData("sisre", "run", "--site", "1,2,3")]
    [InlineData("sisre", "no/such/run")]
    public void Wrong_usage_is_exit_2(params string[] call) => Lines(2, call);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(int status, string[] call)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run([.. call, "-o", file], TestContext.Current.CancellationToken));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
