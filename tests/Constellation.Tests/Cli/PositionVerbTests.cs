using System.Globalization;
using Constellation.Cli;

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
}
