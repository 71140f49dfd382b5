using System.Globalization;

namespace Constellation.Tests.Cli;

public sealed class NavVerbTests
{
    [Fact]
    public void A_product_becomes_messages_and_a_table()
    {
        string sp3 = TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz"), file = Path.Combine(Path.GetTempPath(), $"constellation-{Guid.NewGuid():N}.rnx");
        try
        {
            ProgramRun run = ProgramRun.Of("nav", "fit", sp3, "--sat", "G05,E11,R07", "--message", "LNAV,CNAV,INAV,FDMA", "--fit", "2h", "--interval", "6h", "-o", file);
            Assert.Equal(0, run.Status);
            string[] rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("sat,toe_gpst,message,fit_rms_m,fit_max_m,quantised_rms_m,quantised_max_m,", rows[0], StringComparison.Ordinal);
            Assert.Contains(rows, r => r.StartsWith("G05,2020-06-25T06:00:00.000000000,CNAV,", StringComparison.Ordinal));
            foreach (string[] cells in rows[1..].Select(r => r.Split(',')))
            {
                // Two hours: centimetres; GLONASS has bits of half a metre.
                Assert.InRange(double.Parse(cells[5], CultureInfo.InvariantCulture), 0, cells[2] == "FDMA" ? 0.6 : 0.06);
            }

            ProgramRun check = ProgramRun.Of("check", file);
            Assert.Equal(0, check.Status);
            Assert.Contains($"RINEX navigation 4.00, 3 satellites, {rows.Length - 1} messages", check.Output + check.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--message", "XNAV", "'XNAV' is not a kind of message")]
    [InlineData("--interval", "90s", "INAV has its reference epochs on multiples of 60 s")]
    [InlineData("--fit", "1min", "is not between 10 minutes and a day")]
    [InlineData("--rinex", "2.11", "write a version from 3.00 to 4.02")]
    public void A_wrong_option_is_told(string option, string value, string told)
    {
        ProgramRun run = ProgramRun.Of("nav", "fit", "galileo", "--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T06:00:00GPST", option, value);
        Assert.Equal(2, run.Status);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_constellation_needs_a_span()
    {
        ProgramRun run = ProgramRun.Of("nav", "fit", "galileo");
        Assert.Equal(2, run.Status);
        Assert.Contains("CN1004: --start is missing", run.Error, StringComparison.Ordinal);
    }
}
