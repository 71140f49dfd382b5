using System.Globalization;
using Constellation.Cli;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Orbits.Sgp4;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class OrbitSgp4VerbTests : IDisposable
{
    private readonly string _tle = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".tle");

    public void Dispose() => File.Delete(_tle);

    private static string Gps => TestData.Shared("data/tle/gps-ops_2021-07-29.txt");

    /// <summary>Without --minutes a verification file is run as its authors ran it: every printed row is there.</summary>
    [Fact]
    public void A_verification_file_runs_at_its_own_times()
    {
        string[] lines = Run(0, "sgp4", TestData.Shared("data/tle/SGP4-VER.TLE"));
        Assert.Equal("catalog,minutes,x_km,y_km,z_km,vx_kmps,vy_kmps,vz_kmps,error", lines[0]);
        string[][] rows = [.. lines[1..].Select(l => l.Split(','))];
        int at = 0;
        foreach (VerificationCase example in VerificationCase.All())
        {
            double[] minutes = [.. example.Minutes()];
            Assert.Equal(minutes.Select(m => Math.Round(m, 6)), rows.Skip(at).Take(minutes.Length).Select(r => Math.Round(Number(r[1]), 6)));
            for (int i = 0; i < example.Printed.Count; i++)
            {
                string[] row = rows[at + i];
                Assert.Equal((example.Set.CatalogueNumber.ToString(CultureInfo.InvariantCulture), "0"), (row[0], row[8]));
                Check.Within(Tolerance.Of(1e-6, "km", "1 mm is asked for"), example.Printed[i].PositionKm, new Vector3d(Number(row[2]), Number(row[3]), Number(row[4])), row[0]);
            }

            at += minutes.Length;
        }

        Assert.Equal(rows.Length, at);
        Assert.Equal(["", "", "", "", "", "", "3"], rows.First(r => r[0] == "33334")[2..]);
    }

    [Fact]
    public void Minutes_go_from_start_to_stop()
    {
        string[] lines = Run(0, "sgp4", Gps, "--minutes", "-10:2.5:0");
        Assert.Equal(1 + (30 * 5), lines.Length);
        Assert.Equal(["-10", "-7.5", "-5", "-2.5", "0"], lines[1..6].Select(l => l.Split(',')[1]));
        Assert.Equal(31, Run(0, "sgp4", Gps, "--minutes", "1440").Length);
        Assert.Equal(["10", "5", "0"], Run(0, "sgp4", Gps, "--minutes", "10:-5:0")[1..4].Select(l => l.Split(',')[1]));
    }

    [Theory]
    [InlineData("0:0:10")]
    [InlineData("0:-1:10")]
    [InlineData("0:1")]
    [InlineData("a:b:c")]
    [InlineData("0:nan:5")]
    [InlineData("0:1:1e30")]
    [InlineData("0:1e-9:1e6")]
    public void Wrong_minutes_are_exit_2(string minutes) => Run(2, "sgp4", Gps, "--minutes", minutes);

    [Fact]
    public void A_set_without_times_needs_them() => Run(2, "sgp4", Gps);

    /// <summary>Bad sets are passed over, with --strict they end the command; nothing useful ends it always.</summary>
    [Fact]
    public void Bad_sets_end_the_command_only_when_asked()
    {
        string[] lines = File.ReadAllLines(Gps);
        lines[1] = lines[1][..68] + (lines[1][68] == '0' ? '1' : '0');
        File.WriteAllLines(_tle, lines);
        Assert.Equal(30, Run(0, "sgp4", _tle, "--minutes", "0").Length);
        Assert.Equal(31, Run(0, "sgp4", _tle, "--minutes", "0", "--checksum", "ignore").Length);
        Run(2, "sgp4", _tle, "--minutes", "0", "--strict");
        File.WriteAllLines(_tle, lines[..2]);
        Run(2, "sgp4", _tle, "--minutes", "0");
        Run(2, "sgp4", Path.GetTempPath(), "--minutes", "0");
    }

    /// <summary>As a source of <c>orbit</c>: GPS by PRN, the TEME states those of the model, other objects left out.</summary>
    [Fact]
    public void Element_sets_are_a_source_of_orbit()
    {
        string[] at = ["--start", "2021-07-29T12:00:00GPST", "--stop", "2021-07-29T12:00:00GPST", "--step", "1min"];
        string[] lines = Run(0, [Gps, .. at, "--frame", "teme"]);
        Assert.Equal(31, lines.Length);
        Sgp4Orbit orbit = new(TleReader.Read(Gps).ValueOrThrow().Sets.Single(s => s.Name.Contains("(PRN 13)", StringComparison.Ordinal)).ToElements());
        string[] row = lines.Single(l => l.Contains(",G13,", StringComparison.Ordinal)).Split(',');
        StateVector expected = orbit.At(Epoch.Parse("2021-07-29T12:00:00GPST"));
        Check.Within(Tolerance.Of(1e-6, "m", "turned to the GCRF and back: rounding of 26 000 km"), expected.Position, new Vector3d(Number(row[2]), Number(row[3]), Number(row[4])));
        Assert.Equal("", row[8]);
        Assert.Equal(2, Run(0, [Gps, .. at, "--sat", "G13"]).Length);
        Run(2, [Gps, .. at, "--sat", "E11"]);
        Run(2, [TestData.Shared("data/tle/SGP4-VER.TLE"), .. at, "--sat", "C"]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Run(int status, params string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["orbit", .. args, "-o", file], TestContext.Current.CancellationToken));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
