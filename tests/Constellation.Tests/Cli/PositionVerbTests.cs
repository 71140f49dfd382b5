using System.Globalization;
using Constellation.Cli;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class PositionVerbTests
{
    private const string Header = "epoch_gpst,x_m,y_m,z_m,lat_deg,lon_deg,height_m,clock_s,n_sat,gdop,pdop,hdop,vdop,tdop,sigma_x_m,sigma_y_m,sigma_z_m,status";

    private static string Kms => TestData.Shared("data/obs/KMS300DNK_R_20221591000_01H_30S_MO.crx");

    private static string KmsNav => TestData.Shared("data/nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz");

    [Theory]
    [InlineData("spp")]
    [InlineData("kinematic")]
    [InlineData("timing")]
    public void Every_epoch_has_a_row(string mode)
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--mode", mode);
        string[] rows = run.Lines;
        Assert.Equal(0, run.Status);
        Assert.Equal(Header, rows[0]);
        Assert.Equal(121, rows.Length);
        Assert.All(rows[1..], r => Assert.EndsWith(",ok", r, StringComparison.Ordinal));
        Assert.Contains("position: 120 epochs, 120 with a position", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_beside_itself_gives_its_own_coordinates()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--mode", "dgnss", "--base", Kms, "--base-position", "3516213.4,781859.9,5246037.9");
        Assert.All(run.Lines[1..].Select(l => l.Split(',')), f => Assert.Equal(3516213.4, double.Parse(f[1], CultureInfo.InvariantCulture), 1e-3));
    }

    /// <summary>What cannot be solved has its reason and empty columns; nothing is left out.</summary>
    [Fact]
    public void Unsolved_epochs_are_listed_with_the_reason()
    {
        string[] rows = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--mask", "88").Lines;
        Assert.Equal(121, rows.Length);
        Assert.All(rows[1..].Select(r => r.Split(',')), f => Assert.Equal(("", "", "too-few-satellites"), (f[1], f[9], f[^1])));
    }

    [Fact]
    public void Time_span_step_and_formats()
    {
        string[] span = ["--start", "2022-06-08T10:10:00GPST", "--stop", "2022-06-08T10:20:00GPST", "--step", "2min"];
        Assert.Equal(7, ProgramRun.Of(["position", Kms, "--nav", KmsNav, .. span]).Lines.Length);
        Assert.StartsWith("$GNZDA,", ProgramRun.Of(["position", Kms, "--nav", KmsNav, .. span, "--format", "nmea"]).Lines[0], StringComparison.Ordinal);
        Assert.Equal(6, ProgramRun.Of(["position", Kms, "--nav", KmsNav, .. span, "--format", "pos"]).Lines.Count(l => l[0] != '%'));
        Assert.EndsWith(",vx_mps,vy_mps,vz_mps,clock_drift", ProgramRun.Of(["position", Kms, "--nav", KmsNav, .. span, "--velocity"]).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_of_another_day_are_an_error()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", TestData.Shared("data/nav/NYA100NOR_S_20241270000_01D_GN.rnx.gz"));
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4201: no satellite of the observations from 2022-06-08T10:00:00", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_coefficients_is_an_error()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--iono", "bdgim");
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4204: there are no coefficients for the ionosphere model 'bdgim'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_without_epochs_is_an_error()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--start", "2023-01-01T00:00:00GPST");
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4202: no epoch lies in the span asked for", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN4200: nothing tells where the satellites are")]
    [InlineData("CN4200: RTKLIB's models work on navigation messages", "--sp3", "x.sp3", "--like", "rtklib")]
    [InlineData("CN1001: 'GX' are not systems", "--systems", "GX")]
    [InlineData("CN1001: 'G9Z' is not a signal or pair", "--signals", "G9Z")]
    [InlineData("CN1001: 'G2W+1C' is not a signal or pair", "--signals", "G2W+1C")]
    [InlineData("CN1001: '95' is not a value of --mask", "--mask", "95")]
    [InlineData("CN1001: 'NaN' is not a value of --mask", "--mask", "NaN")]
    [InlineData("CN1001: 'NaN,0,0' is not a place", "--site-position", "NaN,0,0")]
    [InlineData("CN1001: '1,2,3' is not a place", "--site-position", "1,2,3")]
    [InlineData("CN1001: '0s' for --step is not positive", "--step", "0s")]
    [InlineData("CN1001: '-30s' for --step is not positive", "--step", "-30s")]
    [InlineData("CN1001: '0s' for --smooth is not positive", "--smooth", "0s")]
    [InlineData("CN1001: unknown option --threads", "--nav", "n.rnx", "--threads", "2")]
    [InlineData("--base: error CN4242", "--base", "b.rnx")]
    [InlineData("--base-position: error CN4242", "--base-position", "3516213.4,781859.9,5246037.9")]
    [InlineData("--backward: error CN4242", "--backward")]
    [InlineData("--zenith: error CN4242", "--zenith")]
    [InlineData("--blq: error CN4242", "--blq", "x.blq", "--sp3", "x.sp3")]
    [InlineData("--tides: error CN4242", "--tides", "on")]
    [InlineData("--point: error CN4242", "--point", "antenna")]
    [InlineData("--acceleration: error CN4242", "--acceleration", "1")]
    [InlineData("--obx: error CN4242", "--obx", "x.obx")]
    [InlineData("--clk: error CN4242", "--clk", "x.clk")]
    [InlineData("--plot-kind: error CN1003", "--mode", "ppp-static", "--plot", "x.png", "--plot-kind", "sky")]
    [InlineData("--plot-kind: error CN1003", "--mode", "ppp-kinematic", "--plot", "x.png", "--plot-kind", "sky")]
    public void Wrong_usage_is_told(string expected, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(["position", "nothing.rnx", .. arguments]);
        Assert.Equal(2, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_is_needed_for_differences()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--mode", "dgnss");
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4205: mode dgnss needs the observations of a base station", run.Error, StringComparison.Ordinal);
    }

    /// <summary>
    /// data/positioning/rtklib_precise.csv by make_rtklib_precise.py: what is left is the print of 0.1 mm and the first-order Earth rotation term there.
    /// That program leaves the tide in and takes TGD and BGD of messages with precise clocks too.
    /// </summary>
    [Theory]
    [InlineData("if", "off")]
    [InlineData("klobuchar", "saastamoinen")]
    public void Like_RTKLIB_with_precise_products_within_a_millimetre(string ionosphere, string troposphere)
    {
        ProgramRun run = ProgramRun.Of([
            "position", .. Precise, "--nav", TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"), "--atx", "none", "--like", "rtklib", "--systems", "GRE", "--iono", ionosphere, "--tropo", troposphere]);
        Dictionary<string, string[]> rows = run.Lines[1..].Select(l => l.Split(',')).ToDictionary(f => f[0][11..19]);
        string[][] expected = [.. File.ReadLines(TestData.Local("positioning/rtklib_precise.csv")).Select(l => l.Split(',')).Where(f => f[0] == ionosphere)];
        Assert.Equal(12, expected.Length);
        Assert.All(expected, e =>
        {
            string[] row = rows[TimeSpan.FromSeconds(Math.Round(Number(e[2])) - 345600).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)];
            Assert.Equal(e[6], row[8]);
            Assert.All([1, 2, 3], k => Assert.Equal(Number(e[k + 2]), Number(row[k]), 1e-3));
        });
        Assert.Contains("tides of the solid Earth are left in", run.Error, StringComparison.Ordinal);
    }

    /// <summary>TGD of up to 6 m must not be in the ranges: what is left after a fit is noise and the ionosphere that the model misses at night.</summary>
    [Fact]
    public void Single_codes_fit_precise_clocks_by_the_delays_of_messages()
    {
        string[] arguments = ["position", .. Precise, "--systems", "G", "--iono", "klobuchar"];
        ProgramRun run = ProgramRun.Of([.. arguments, "--nav", TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz")]);
        Assert.InRange(Number(run.Error[(run.Error.IndexOf("residuals ", StringComparison.Ordinal) + 10)..].Split(' ')[0]), 0.05, 0.6);
        Assert.Contains("group delays of single codes: messages", run.Error, StringComparison.Ordinal);
        Assert.Contains("tides of the solid Earth (IERS 2010, conventional tide-free) taken off", run.Error, StringComparison.Ordinal);

        ProgramRun without = ProgramRun.Of(["position", .. Precise, "--systems", "G", "--iono", "off"]);
        Assert.Equal(0, without.Status);
        Assert.Contains("warning CN4221", without.Error, StringComparison.Ordinal);
        Assert.Contains("told by nothing for satellites of G", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_code_is_no_ionosphere_free_combination()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--iono", "if", "--signals", "G1C,E1C+5Q");
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4220: G1C is one code", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.Of("position", Kms, "--nav", KmsNav, "--iono", "if", "--signals", "G1C,E1C+5Q", "--systems", "E").Status);
    }

    /// <summary>A position that is not to be trusted has its row and is counted, and no part in what is told of the others.</summary>
    [Fact]
    public void Inconsistent_positions_count_apart()
    {
        Position<Itrf> site = new(3582105, 532590, 5232755);
        PositionSummary summary = new(site);
        ReceiverFix good = ReceiverFix.None(default, ReceiverStatus.Ok, 8) with { Position = site, ResidualRms = 1 };
        summary.Add(good, new PreparedEpoch());
        summary.Add(good with { Status = ReceiverStatus.Inconsistent, Position = site + new Vector3d(0, 0, 5000), ResidualRms = 900, Faults = 3 }, new PreparedEpoch());
        using StringWriter told = new();
        summary.Report(told, null);
        Assert.Contains("2 epochs, 2 with a position", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("inconsistent positions have no part in what follows: 1", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("rms east 0.000 north 0.000 up 0.000 m", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("residuals 1.000 m rms", told.ToString(), StringComparison.Ordinal);
    }

    private static string[] Precise => [
        TestData.Shared("data/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz"), "--sp3", TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz"),
        "--clk", TestData.Shared("data/clk/GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz"), "--stop", "2020-06-25T00:59:30GPST"];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A grid finer than any clock of a file costs no time.</summary>
    [Fact]
    public void A_tiny_step_takes_every_epoch() =>
        Assert.Equal(121, ProgramRun.Of("position", Kms, "--nav", KmsNav, "--step", "0.000000001s").Lines.Length);

    [Fact]
    public void The_sky_of_residuals_is_drawn()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "x.png");
        Assert.Equal(0, ProgramRun.Of("position", Kms, "--nav", KmsNav, "--step", "5min", "--plot", file, "--plot-kind", "sky").Status);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(file)[..4]);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("--iono", "ionex")]
    [InlineData("--iono", "auto")]
    public void Maps_of_another_day_are_an_error(params string[] model)
    {
        ProgramRun run = ProgramRun.Of(["position", Kms, "--nav", KmsNav, "--ionex", TestData.Shared("data/ionex/codg0140.19i.gz"), .. model]);
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN4240: no epoch of the observations, from 2022-06-08T10:00:00 on, lies in the maps of the ionosphere, 2019-01-14T00:00:18 to", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The maps begin at 00:00:18 GPST, the observations at 00:00:00: one epoch has its own reason.</summary>
    [Fact]
    public void Epochs_outside_the_maps_say_so()
    {
        ProgramRun run = ProgramRun.Of(
            "position", TestData.Shared("data/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz"), "--nav", TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"),
            "--stop", "2020-06-25T00:02:00GPST", "--iono", "ionex", "--ionex", MapsFrom2020());
        Assert.Equal(0, run.Status);
        Assert.EndsWith(",no-model", run.Lines[1], StringComparison.Ordinal);
        Assert.All(run.Lines[2..], l => Assert.EndsWith(",ok", l, StringComparison.Ordinal));
        Assert.Contains("the ionosphere maps do not reach to the epoch", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Products_of_another_day_are_named_with_their_span()
    {
        ProgramRun run = ProgramRun.Of("position", Kms, "--nav", KmsNav, "--sp3", TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz"));
        Assert.Equal(2, run.Status);
        Assert.Contains("there are orbits from 2021-03-19T00:00:00 to", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I asked for but not observed", "--systems", "GI")]
    [InlineData("G observed but never used, satellite-epochs", "--signals", "G1Y,E1X,E1C")]
    [InlineData("the maps of --ionex are not used", "--iono", "klobuchar", "--ionex", "MAPS")]
    [InlineData("the file has no codes 7Q (", "--signals", "R4A,C7Q,G1C")]
    [InlineData("excluded by --exclude (", "--exclude", "R")]
    public void What_was_asked_for_and_gave_nothing_is_told(string expected, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(["position", Kms, "--nav", KmsNav, "--step", "5min", .. arguments.Select(a => a == "MAPS" ? MapsFrom2020() : a)]);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I")]
    [InlineData("J")]
    [InlineData("S")]
    public void Nothing_usable_at_all_is_an_error(string system)
    {
        ProgramRun run = ProgramRun.Of(
            "position", TestData.Shared("data/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz"), "--nav", TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"),
            "--stop", "2020-06-25T00:05:00GPST", "--systems", system);
        Assert.Equal(2, run.Status);
        Assert.Contains($"error CN4241: no satellite can be used at any of the 11 epochs: {system} ", run.Error, StringComparison.Ordinal);
    }

    /// <summary>An epoch line whose count is illegible and one that comes late cost their epochs, are counted, and end with 2 under --strict.</summary>
    [Fact]
    public void Lost_epochs_are_counted()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "x.rnx");
        using StreamReader whole = new(new System.IO.Compression.GZipStream(File.OpenRead(TestData.Shared("data/obs/SEPT078M.21O.gz")), System.IO.Compression.CompressionMode.Decompress));
        string[] lines = whole.ReadToEnd().Split('\n');
        int[] epochs = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith('>')).Take(9)];
        string[] kept = lines[..epochs[8]];
        kept[epochs[3]] = kept[epochs[3]][..32] + " -5" + kept[epochs[3]][35..];
        kept[epochs[6]] = kept[epochs[5]][..32] + kept[epochs[6]][32..];
        File.WriteAllLines(file, kept);
        string[] arguments = ["position", file, "--nav", TestData.Shared("data/nav/SEPT078M.21P")];
        ProgramRun run = ProgramRun.Of(arguments);
        Assert.Equal(0, run.Status);
        Assert.Equal(1 + 6, run.Lines.Length);
        Assert.Contains("epochs of the file that could not be read or stood out of order: 2; they have no row", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, ProgramRun.Of([.. arguments, "--strict"]).Status);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>SIGTERM ends a long run with its own status.</summary>
    [Fact]
    public void A_termination_is_obeyed()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("no signals there");
        }

        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "x.csv");
        ProgramRun run = ProgramRun.InShell("bash", $"constellation orbit gps --start 2024-09-20T00:00:00GPST --stop 2025-09-20T00:00:00GPST --step 1s -o '{file}' & p=$!; sleep 2; kill -TERM $p; wait $p; echo status $?");
        Assert.Equal("status 143", run.Lines[^1]);
        Assert.False(File.Exists(file), "no half file");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>Where nothing looks at the token, as in the opening of a pipe that nobody writes to, the program ends some seconds later.</summary>
    [Fact, Trait("Category", "Long")]
    public void A_termination_is_obeyed_where_nothing_listens()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("no signals there");
        }

        string folder = Directory.CreateTempSubdirectory().FullName;
        ProgramRun run = ProgramRun.InShell("bash", $"mkfifo '{folder}/pipe'; constellation check '{folder}/pipe' & p=$!; sleep 2; kill -TERM $p; wait $p; echo status $?");
        Assert.Equal("status 143", run.Lines[^1]);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Thirty units over the whole globe, from midnight UTC on.</summary>
    private static string MapsFrom2020()
    {
        MapGrid grid = new(87.5, -2.5, 71, -180, 5, 73);
        Epoch first = Epoch.FromCalendar(2020, 6, 25, 0, 0, Duration.Zero, TimeScale.Utc);
        float[] flat = [.. Enumerable.Repeat(30f, grid.Count)];
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "flat.inx");
        using FileStream stream = File.Create(file);
        IonexWriter.Write(stream, new IonexFile { Version = 1.0, Maps = new(grid, 6371e3, 450e3, [first, first + Duration.FromHours(2)], [flat, flat]) });
        return file;
    }
}
