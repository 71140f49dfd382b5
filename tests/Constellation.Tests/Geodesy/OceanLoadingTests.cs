using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public sealed class OceanLoadingTests
{
    /// <summary>The first station in the header of HARDISP, [IERS10] chapter 7.</summary>
    private const string Onsala =
        """
        $$ COLUMN ORDER:  M2  S2  N2  K2  K1  O1  P1  Q1  MF  MM SSA
          ONSALA
        $$ computed for the test of HARDISP
          .00352 .00123 .00080 .00032 .00187 .00112 .00063 .00003 .00082 .00044 .00037
          .00144 .00035 .00035 .00008 .00053 .00049 .00018 .00009 .00012 .00005 .00006
          .00086 .00023 .00023 .00006 .00029 .00028 .00010 .00007 .00004 .00002 .00001
           -64.7  -52.0  -96.2  -55.2  -58.8 -151.4  -65.6 -138.1    8.4    5.2    2.1
            85.5  114.5   56.5  113.6   99.4   19.1   94.1  -10.4 -167.4 -170.0 -177.7
           109.5  147.0   92.7  148.8   50.5  -55.1   36.4 -170.4  -15.0    2.3    5.2

        """;

    /// <summary>Its printed output: up, south, west, m, every hour from 2009-06-25 01:10:45 UTC on.</summary>
    private static readonly double[][] s_published =
    [
        [0.003094, -0.001538, -0.000895], [0.001812, -0.000950, -0.000193], [0.000218, -0.000248, 0.000421], [-0.001104, 0.000404, 0.000741],
        [-0.001668, 0.000863, 0.000646], [-0.001209, 0.001042, 0.000137], [0.000235, 0.000926, -0.000667], [0.002337, 0.000580, -0.001555],
        [0.004554, 0.000125, -0.002278], [0.006271, -0.000291, -0.002615], [0.006955, -0.000537, -0.002430], [0.006299, -0.000526, -0.001706],
        [0.004305, -0.000244, -0.000559], [0.001294, 0.000245, 0.000793], [-0.002163, 0.000819, 0.002075], [-0.005375, 0.001326, 0.003024],
        [-0.007695, 0.001622, 0.003448], [-0.008669, 0.001610, 0.003272], [-0.008143, 0.001262, 0.002557], [-0.006290, 0.000633, 0.001477],
        [-0.003566, -0.000155, 0.000282], [-0.000593, -0.000941, -0.000766], [0.001992, -0.001561, -0.001457], [0.003689, -0.001889, -0.001680],
    ];

    [Fact]
    public void Eleven_waves_come_near_the_342_of_the_conventions()
    {
        OceanLoading loading = Read(Onsala).ValueOrThrow().Find("ONSALA");
        for (int hour = 0; hour < s_published.Length; hour++)
        {
            Epoch epoch = Epoch.FromCalendar(2009, 6, 25, 1, 10, Duration.FromSeconds(45), TimeScale.Utc) + Duration.FromHours(hour);
            Vector3d local = loading.LocalAt(TidalArguments.At(epoch, EarthOrientation.BuiltIn.At(epoch)));
            double[] row = s_published[hour];
            Check.Within(Tolerance.Of(8e-4, "m", "331 lesser waves that are not among the eleven: together up to a tenth of 9 mm"), new(-row[2], -row[1], row[0]), local, $"hour {hour}");
        }
    }

    [Fact]
    public void A_station_is_found_by_its_name_or_its_first_four_letters()
    {
        BlqFile file = Read(Onsala.Replace("ONSALA", "onsa", StringComparison.Ordinal)).ValueOrThrow();
        Assert.Equal("onsa", file.Find("ONSA00SWE").Station);
        Diagnostic missing = Assert.Throws<InputException>(() => file.Find("WTZR")).Diagnostics[0];
        Assert.Equal("CN4262", missing.Code);
        Assert.Contains("'WTZR' is not in the file", missing.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_told_by_line()
    {
        Diagnostic number = Assert.Single(Read(Onsala.Replace(" 113.6 ", " 11x.6 ", StringComparison.Ordinal)).Diagnostics, d => d.Code == "CN4260");
        Assert.Equal(8, number.Where.Line);
        Assert.Equal(Onsala.Split('\n').First(l => l.Contains(" 113.6 ", StringComparison.Ordinal)).IndexOf("113.6", StringComparison.Ordinal) + 1, number.Where.Column);
        Diagnostic cut = Assert.Single(Read(Onsala[..^100]).Diagnostics);
        Assert.Equal(("CN4261", 2), (cut.Code, cut.Where.Line));
        Assert.Equal("CN4261", Assert.Single(Read("$$ nothing").Diagnostics).Code);
    }

    private static ReadResult<BlqFile> Read(string text) => BlqReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "test.blq");
}
