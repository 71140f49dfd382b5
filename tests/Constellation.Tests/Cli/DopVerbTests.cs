using System.Globalization;
using Constellation.Cli;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Cli;

public sealed class DopVerbTests
{
    private const string Header = "epoch_gpst,lat_deg,lon_deg,n_sat,gdop,pdop,hdop,vdop,tdop";
    private const string SummaryHeader = "lat_deg,lon_deg,n_sat_mean,gdop_mean,pdop_mean,hdop_mean,vdop_mean,tdop_mean,pdop_p95,availability";

    private static readonly string[] Day = ["--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T23:55:00GPST"];
    private static readonly string[] Hours = ["--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T03:00:00GPST", "--step", "30min"];

    /// <summary>Every row against the printed definition, from the states that <c>orbit</c> writes: two systems, a site with height, a mask of 7 degrees.</summary>
    [Fact]
    public void Rows_are_the_definition()
    {
        string[] rows = Run(0, ["dop", "gps", "beidou-3", .. Hours, "--site", "-33.87,151.21,2000", "--mask", "7"]);
        ILookup<string, Vector3d> satellites = Run(0, ["orbit", "gps", "beidou-3", .. Hours])[1..].Select(l => l.Split(','))
            .ToLookup(f => f[0], f => new Vector3d(Number(f[2]), Number(f[3]), Number(f[4])));
        TopocentricFrame site = new(GeodeticPoint.FromDegrees(-33.87, 151.21, 2000));
        Assert.Equal(Header, rows[0]);
        Assert.Equal(1 + 7, rows.Length);
        foreach (string[] f in rows[1..].Select(r => r.Split(',')))
        {
            Vector3d[] seen = [.. satellites[f[0]].Select(s => site.ToLocal(new Position<Itrf>(s) - site.Origin).Unit()).Where(u => u.Z >= Math.Sin(double.DegreesToRadians(7)))];
            Dop expected = DopReference.Solve(seen);
            Assert.Equal(("-33.87", "151.21", seen.Length.ToString(CultureInfo.InvariantCulture)), (f[1], f[2], f[3]));
            Tolerance rounding = Tolerance.Of(1e-12, "", "rounding of some hundred operations near 1, condition number below 100");
            Check.Within(rounding, expected.Gdop, Number(f[4]), "gdop");
            Check.Within(rounding, expected.Pdop, Number(f[5]), "pdop");
            Check.Within(rounding, expected.Hdop, Number(f[6]), "hdop");
            Check.Within(rounding, expected.Vdop, Number(f[7]), "vdop");
            Check.Within(rounding, expected.Tdop, Number(f[8]), "tdop");
        }
    }

    [Fact]
    public void Fewer_than_four_satellites_leave_the_dops_empty()
    {
        string[] rows = Run(0, ["dop", "gps", .. Hours, "--site", "39.9,116.4,50", "--mask", "60"]);
        Assert.Contains(rows[1..], r => r.EndsWith(",,,,,", StringComparison.Ordinal));
        Assert.All(rows[1..].Select(r => r.Split(',')), f => Assert.Equal(int.Parse(f[3], CultureInfo.InvariantCulture) < 4, f[4].Length == 0));
        string[] summary = Run(0, ["dop", "gps", .. Hours, "--site", "39.9,116.4,50", "--mask", "90", "--summary"]);
        Assert.Equal("39.9,116.4,0,,,,,,,0", summary[1]);
    }

    /// <summary>Mean PDOP over the globe, area-weighted, mask 5 degrees: 1.67 for the nominal 30, 1.88 for the 24 MEO; a correct engine agrees within 0.02.</summary>
    [Theory, InlineData("C", 1.67), InlineData("C19-C37,C41-C46", 1.88)]
    public void BeiDou_has_the_mean_pdop_of_its_nominal_constellation(string satellites, double expected)
    {
        double[][] rows = Values(Run(0, ["dop", "beidou-3", .. Day, "--step", "5min", "--grid", "5", "--sat", satellites, "--summary"]));
        Assert.Equal(36 * 72, rows.Length);
        double[] weights = [.. rows.Select(r => Math.Cos(double.DegreesToRadians(r[0])))];
        Check.Within(Tolerance.Of(0.02, "", "stated agreement of the means"), expected, WeightedStatistics.Mean([.. rows.Select(r => r[4])], weights), "PDOP");
        Assert.All(rows, r => Assert.Equal(1, r[9]));
    }

    /// <summary>Galileo 24/3/1 over its ground-track cycle of ten days: figures computed elsewhere on a 274-point equal-area grid of a sphere.</summary>
    [Fact]
    public void Galileo_has_the_figures_of_its_nominal_constellation()
    {
        double[][] rows = Values(Run(0, ["dop", "galileo", "--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-29T20:00:00GPST", "--step", "4h", "--grid", "10"]), skip: 1);
        Assert.Equal(60 * 18 * 36, rows.Length);
        double[] weights = [.. rows.Select(r => Math.Cos(double.DegreesToRadians(r[0])))], pdop = [.. rows.Select(r => r[4])];
        Check.Within(Tolerance.Of(0.05, "", "sampling of 60 epochs"), 8.41, WeightedStatistics.Mean([.. rows.Select(r => r[2])], weights), "satellites in view");
        Check.Within(Tolerance.Of(0.03, "", "stated reproducibility of medians"), 1.83, WeightedStatistics.Percentile(pdop, weights, 0.5), "median PDOP");
        Check.Within(Tolerance.Of(0.1, "", "stated reproducibility of tails"), 2.42, WeightedStatistics.Percentile(pdop, weights, 0.95), "PDOP 95 %");
        Check.Within(Tolerance.Of(0.03, "", "stated reproducibility of medians"), 0.92, WeightedStatistics.Percentile([.. rows.Select(r => r[5])], weights, 0.5), "median HDOP");
    }

    /// <summary>Grid of 10 degrees: several groups of points, the last one not full.</summary>
    [Fact]
    public void Bytes_do_not_depend_on_threads_and_summary_is_of_the_rows()
    {
        string[] one = Run(0, ["dop", "glonass", .. Hours, "--grid", "10", "--mask", "25", "--threads", "1"]);
        Assert.Equal(one, Run(0, ["dop", "glonass", .. Hours, "--grid", "10", "--mask", "25", "--threads", "3"]));
        string[] summary = Run(0, ["dop", "glonass", .. Hours, "--grid", "10", "--mask", "25", "--summary", "--threads", "1"]);
        Assert.Equal(summary, Run(0, ["dop", "glonass", .. Hours, "--grid", "10", "--mask", "25", "--summary", "--threads", "3"]));
        Assert.Equal(SummaryHeader, summary[0]);
        ILookup<string, double[]> byPoint = one[1..].Select(l => l.Split(',')).ToLookup(f => $"{f[1]},{f[2]}", f => f[3..].Select(Number).ToArray());
        Assert.Equal(18 * 36, byPoint.Count);
        Assert.Equal("-85,-175", byPoint.First().Key);
        foreach ((IGrouping<string, double[]> point, string row) in byPoint.Zip(summary[1..]))
        {
            string[] f = row.Split(',');
            double[][] solved = [.. point.Where(v => !double.IsNaN(v[2]))];
            Assert.Equal(point.Key, $"{f[0]},{f[1]}");
            Tolerance rounding = Tolerance.Reordering(7, 1000, "");
            Check.Within(rounding, point.Average(v => v[0]), Number(f[2]), "n_sat_mean");
            Check.Within(Tolerance.Of(1e-15, "", "a quotient of whole numbers"), solved.Count(v => v[2] <= 6) / 7.0, Number(f[9]), "availability");
            for (int i = 0; i < 5 && solved.Length > 0; i++)
            {
                double mean = solved.Average(v => v[1 + i]);
                Check.Within(Tolerance.Reordering(7, mean, ""), mean, Number(f[3 + i]), SummaryHeader.Split(',')[3 + i]);
            }

            Assert.Equal(WeightedStatistics.Percentile([.. point.Select(v => v[2])], [], 0.95), Number(f[8]));
        }

        Assert.Contains(byPoint, p => p.Any(v => double.IsNaN(v[2])) && p.Any(v => v[2] <= 6));
    }

    /// <summary>A pole is one place whatever its longitude, the date line one meridian with two names: 1e-9 of DOPs for 1e-16 of the longitude's sine.</summary>
    [Theory, InlineData("90,0,0", "90,77,0"), InlineData("-90,-180,0", "-90,12,0"), InlineData("12,180,0", "12,-180,0"), InlineData("12,190,0", "12,-170,0")]
    public void Poles_and_date_line_are_single_places(string site, string same)
    {
        string[] a = Run(0, ["dop", "galileo", .. Hours, "--site", site]), b = Run(0, ["dop", "galileo", .. Hours, "--site", same]);
        foreach ((string one, string other) in a[1..].Zip(b[1..]))
        {
            string[] f = one.Split(','), g = other.Split(',');
            Assert.Equal(f[3], g[3]);
            for (int i = 4; i < 9; i++)
            {
                Check.Within(Tolerance.Of(1e-9, "", "rounding of sine and cosine, condition number below 100"), Number(f[i]), Number(g[i]), "DOP");
            }
        }
    }

    [Fact]
    public void Spares_fly_only_when_named()
    {
        string[] site = ["--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T00:00:00GPST", "--step", "1h", "--site", "10,150,0"];
        int Count(params string[] satellites) => int.Parse(Run(0, ["dop", "beidou-3", .. site, .. satellites])[1].Split(',')[3], CultureInfo.InvariantCulture);
        Assert.Equal(1, Count("--sat", "C62"));
        Assert.Equal(Count(), Count("--sat", "C"));
        Assert.Equal(Count() + 1, Count("--sat", "C,C62"));
    }

    [Theory]
    [InlineData("gps", "--grid", "5", "--site", "1,2,3")]
    [InlineData("gps")]
    [InlineData("gps", "--grid", "7")]
    [InlineData("gps", "--grid", "0.1")]
    [InlineData("gps", "--site", "91,0,0")]
    [InlineData("gps", "--grid", "5", "--mask", "91")]
    [InlineData("gps", "--grid", "5", "--sat", "E")]
    [InlineData("gpz", "--grid", "5")]
    [InlineData("no/such.sp3", "--grid", "5")]
    public void Wrong_input_is_exit_2(string source, params string[] options) => Run(2, ["dop", source, .. Hours, .. options]);

    [Fact]
    public void Missing_epochs_are_exit_2() => Run(2, ["dop", "gps", "--grid", "5"]);

    /// <summary>The real constellation of a day, by its precise orbits: 30 GPS satellites, every point of the Earth with PDOP below 6.</summary>
    [Fact]
    public void Precise_orbits_give_their_own_epochs()
    {
        string sp3 = TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz");
        double[][] rows = Values(Run(0, ["dop", sp3, "--sat", "G", "--grid", "15", "--summary"]));
        Assert.All(rows, r => Assert.InRange(r[2], 8, 14));
        Assert.All(rows, r => Assert.Equal(1, r[9]));
        Assert.Equal(1 + (96 * 12 * 24), Run(0, ["dop", sp3, "--sat", "G", "--grid", "15"]).Length);
    }

    private static double[][] Values(string[] lines, int skip = 0) => [.. lines[1..].Select(l => l.Split(',')[skip..].Select(Number).ToArray())];

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Run(int status, string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run([.. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
