using System.Globalization;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Tests.Formats;
using Constellation.Tests.Orbits.Fit;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class OrbitFitVerbTests : IDisposable
{
    private const string Header = "sat,arc_start_gpst,fit_rms_3d_m,fit_r_m,fit_a_m,fit_c_m,predict_rms_3d_m,predict_max_3d_m,iterations";
    private static readonly string[] s_simple = ["--forces", "gravity-12,sun,moon,ecom1"];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Two days of two satellites that move by the named forces exactly: what is left is the millimetre to which SP3 is written, and its effect a day later.</summary>
    [Fact]
    public void Arcs_fit_and_predict_what_follows()
    {
        string[] files = [Write("a", SimulatedSp3.File(0, 97, satellites: ["G05", "E11"])), Write("b", SimulatedSp3.File(96, 96, satellites: ["G05", "E11"]))];
        string[] lines = Run(0, [.. files, .. s_simple]);
        Assert.Equal(Header, lines[0]);
        Assert.Equal(["E11,2023-03-12", "E11,2023-03-13", "G05,2023-03-12", "G05,2023-03-13"], lines[1..].Select(l => l[..14]).Order());
        foreach (string line in lines[1..])
        {
            string[] f = line.Split(',');
            Assert.InRange(Number(f[2]), 0.0001, 0.002);
            Assert.Equal(Number(f[2]), Math.Sqrt(f[3..6].Sum(x => Number(x) * Number(x))), 1e-9);
            bool judged = f[1].StartsWith("2023-03-12", StringComparison.Ordinal);
            Assert.Equal(judged, f[6].Length > 0);
            Assert.True(!judged || Number(f[6]) < 0.03, line);
            Assert.InRange(int.Parse(f[8], CultureInfo.InvariantCulture), 1, 6);
        }
    }

    [Fact]
    public void Threads_do_not_change_a_byte_and_residuals_are_those_of_the_table()
    {
        string file = Write("a", SimulatedSp3.File(0, 96, satellites: ["G05", "G07", "E11"])), residuals = Path.Combine(_folder, "r.csv");
        string[] one = Run(0, [file, "--threads", "1", "--residuals", residuals, .. s_simple]);
        Assert.Equal(one, Run(0, [file, "--threads", "4", .. s_simple]));
        string[] rows = File.ReadAllLines(residuals);
        Assert.Equal("sat,arc_start_gpst,epoch_gpst,radial_m,along_m,cross_m,status", rows[0]);
        string[][] own = [.. rows[1..].Select(r => r.Split(',')).Where(r => r[0] == "G05")];
        Assert.Equal(96, own.Length);
        double radial = Math.Sqrt(own.Sum(r => Number(r[3]) * Number(r[3])) / 96);
        Assert.Equal(Number(one.Single(l => l.StartsWith("G05", StringComparison.Ordinal)).Split(',')[3]), radial, 1e-12);
    }

    [Fact]
    public void A_week_is_one_arc_and_predictions_can_be_left_out()
    {
        string file = Write("a", SimulatedSp3.File(0, 192));
        string line = Run(0, file, "--arc", "2d", "--predict", "0s", "--forces", "gravity-12,sun,moon,ecom1")[1];
        Assert.Equal(["", ""], line.Split(',')[6..8]);
        Assert.True(Number(line.Split(',')[2]) < 0.002);
    }

    /// <summary>The amplitudes that made the orbit are not in a ball: what a scale alone leaves is decimetres to metres, and it is said, not hidden.</summary>
    [Fact]
    public void Forces_decide_what_is_estimated()
    {
        string file = Write("a", SimulatedSp3.File(0, 96));
        double ball = Number(Run(0, file, "--forces", "standard,gravity-12")[1].Split(',')[2]), none = Number(Run(0, file, "--forces", "gravity-12,sun,moon")[1].Split(',')[2]);
        Assert.InRange(ball, 0.02, 5);
        Assert.True(none > 10 * ball, $"{none} m without radiation pressure, {ball} m with a ball");
    }

    [Fact]
    public void Defects_are_told()
    {
        Sp3File day = SimulatedSp3.File(0, 96, s =>
        {
            Array.Fill(s.Marks, Sp3Marks.OrbitPredicted, 70, 26);
            s.Marks[10] |= Sp3Marks.Maneuver;
            if (s.Id.Number == 7)
            {
                Array.Fill(s.Positions, new(double.NaN, double.NaN, double.NaN), 20, 70);
            }
        }, satellites: ["G05", "G07"]);
        ProgramRun run = ProgramRun.Of(["orbit", "fit", Write("a", day), .. s_simple]);
        Assert.Equal((0, 2), (run.Status, run.Lines.Length));
        Assert.Contains("warning CN4020: 32 positions of TEST 900 s are marked as predicted", run.Error, StringComparison.Ordinal);
        Assert.Contains("left out G07 from 2023-03-12T00:00:00GPST: manoeuvre marked before 2023-03-12T02:30:00GPST: only 10 positions over 2.25 h", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Run(2, [Write("a", day), "--strict", .. s_simple]);
    }

    [Theory]
    [InlineData("--arc", "0s")]
    [InlineData("--arc", "999d")]
    [InlineData("--predict", "24")]
    [InlineData("--forces", "full,gravitas")]
    [InlineData("--forces", "gravity-99")]
    [InlineData("--forces=-sun")]
    [InlineData("-o", "one.csv", "--residuals", "./one.csv")]
    [InlineData("--sat", "C@phm")]
    [InlineData("--sat", "E")]
    [InlineData("--erp", "no-such-file.erp")]
    [InlineData("--threads", "0")]
    public void Wrong_input_is_exit_2(params string[] options) => Run(2, [Write("a", SimulatedSp3.File(0, 96)), .. options]);

    /// <summary>A table of another year must not be held for years; a day beyond its end is told.</summary>
    [Theory]
    [InlineData("2020-01-01T12:00:00Z", 2, "CN4024")]
    [InlineData("2023-03-14T12:00:00Z", 0, "warning CN4024: the arcs go 2.5 days beyond the table")]
    [InlineData("2023-03-12T12:00:00Z", 0, "")]
    public void Earth_orientation_must_cover_the_arcs(string noon, int status, string told)
    {
        string erp = Path.Combine(_folder, "one.erp");
        double mjd = Epoch.Parse(noon).In(TimeScale.Utc).ModifiedJulianDay + 0.5;
        File.WriteAllText(erp, string.Create(CultureInfo.InvariantCulture, $"version 2\n  MJD   Xpole   Ypole  UT1-UTC    LOD  Xsig  Ysig   UTsig  LODsig  Nr Nf Nt  Xrt    Yrt\n{mjd:0.00}  10000  300000  -150000   1000  1 1 1 1 0 0 0 0 0\n"));
        ProgramRun run = ProgramRun.Of(["orbit", "fit", Write("a", SimulatedSp3.File(0, 96)), "--erp", erp, .. s_simple]);
        Assert.Equal(status, run.Status);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal(told.Length > 0, run.Error.Contains("CN4024", StringComparison.Ordinal));
    }

    [Fact]
    public void Days_that_overlap_and_satellites_that_are_not_there_are_told()
    {
        string[] files = [Write("a", SimulatedSp3.File(0, 96)), Write("b", SimulatedSp3.File(0, 96, s => s.Positions[5] += new Vector3d(10, 0, 0)))];
        string error = ProgramRun.Of(["orbit", "fit", .. files, "--sat", "G,G99", .. s_simple]).Error;
        Assert.Contains("CN3118", error, StringComparison.Ordinal);
        Assert.Contains("warning CN4009: the source has no G99", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_observed_positions_are_exit_2()
    {
        string file = Write("a", SimulatedSp3.File(0, 96, s => Array.Fill(s.Marks, Sp3Marks.OrbitPredicted)));
        ProgramRun run = ProgramRun.Of("orbit", "fit", file);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains("error CN4002: no satellite has enough observed positions", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Two centres of a day and the day before of one of them: fitted apart, and only the one with a next day is judged.</summary>
    [Fact]
    public void Real_orbits_fit_to_centimetres()
    {
        string[] files = [SharedProducts.Path("data/sp3/GRG0MGXFIN_20201760000_01D_15M_ORB.SP3.gz"), SharedProducts.Path("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz"), SharedProducts.Path("data/sp3/Sta21114.sp3.gz")];
        string[][] rows = [.. Run(0, [.. files, "--sat", "G05-G16,E01-E12,C23-C30"])[1..].Select(l => l.Split(','))];

        // Medians of what must be reached, some eclipsing satellites among them.
        Assert.InRange(Middle(rows, "G", 2), 0.001, 0.025);
        Assert.InRange(Middle(rows, "E", 2), 0.001, 0.025);
        Assert.InRange(Middle(rows, "C", 2), 0.001, 0.05);
        Assert.InRange(Middle(rows, "G", 6), 0.001, 0.25);
        Assert.InRange(Middle(rows, "E", 6), 0.001, 0.25);
        Assert.All(rows.Where(r => r[0][0] == 'C'), r => Assert.Equal("", r[6]));
        Assert.All(rows, r => Assert.InRange(Number(r[2]), 0.001, 0.2));
    }

    private static double Middle(string[][] rows, string system, int column)
    {
        double[] values = [.. rows.Where(r => r[0].StartsWith(system, StringComparison.Ordinal) && r[column].Length > 0).Select(r => Number(r[column])).Order()];
        return values[values.Length / 2];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Write(string name, Sp3File file)
    {
        string path = Path.Combine(_folder, name + ".sp3");
        using FileStream stream = File.Create(path);
        Sp3Writer.Write(stream, file);
        return path;
    }

    private string[] Run(int status, params string[] args)
    {
        string file = Path.Combine(_folder, Path.GetRandomFileName());
        Assert.Equal(status, Constellation.Cli.Program.Run(["orbit", "fit", .. args, "-o", file], TestContext.Current.CancellationToken));
        Assert.Equal(status == 0, File.Exists(file));
        return status == 0 ? File.ReadAllLines(file) : [];
    }
}
