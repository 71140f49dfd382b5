using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class DesignVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_constellation_file_is_taken_by_orbit_and_dop()
    {
        string file = Path.Combine(_folder, "mine.toml");
        Assert.Equal(0, Run("walker", "24/3/1", "--repeat", "13/7", "--inclination", "55", "--spares", "1", "--format", "toml", "-o", file));
        Assert.Equal(0, Program.Run(["check", file], TestContext.Current.CancellationToken));
        ProgramRun orbit = ProgramRun.Of("orbit", file, "--start", "2025-01-01T00:00:00GPST", "--stop", "2025-01-01T00:00:00GPST", "--step", "1h");
        Assert.Equal(25, orbit.Lines.Length);
        ProgramRun table = ProgramRun.Of("design", "walker", "24/3/1", "--repeat", "13/7", "--inclination", "55", "--spares", "1");
        Assert.Equal(28, table.Lines.Length);
        Assert.StartsWith("C02,A,A-2,active,27905831.9", table.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_is_a_table_or_a_picture()
    {
        string picture = Path.Combine(_folder, "sweep.png");
        string[] what = ["sweep", "--planes", "2-3", "--per-plane", "6,8", "--inclination", "50-60:5", "--axis", "27906km", "--step", "2h", "--grid", "30"];
        Assert.Equal(13, ProgramRun.Of(["design", .. what]).Lines.Length);
        Assert.Equal(0, Run([.. what, "-o", picture]));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(picture)[..4]);
    }

    [Theory]
    [InlineData("walker", "25/3/1", "--axis", "27906km")]
    [InlineData("walker", "24/3", "--axis", "27906km")]
    [InlineData("walker", "24/3/3", "--axis", "27906km")]
    [InlineData("walker", "24/3/1")]
    [InlineData("walker", "24/3/1", "--axis", "27906km", "--repeat", "13/7")]
    [InlineData("repeat", "20/1")]
    [InlineData("repeat", "hello")]
    [InlineData("frozen", "--axis", "7200km", "--inclination", "63.4349")]
    [InlineData("frozen", "--axis", "7km")]
    [InlineData("sweep", "--planes", "3-", "--per-plane", "4", "--inclination", "55", "--axis", "27906km")]
    [InlineData("sweep", "--planes", "3", "--per-plane", "4", "--inclination", "55", "--axis", "27906km", "--grid", "7")]
    [InlineData("keep", "nothing")]
    public void What_cannot_be_is_told(params string[] arguments) => Assert.Equal(2, Run(arguments));

    private static int Run(params string[] arguments) => Program.Run(["design", .. arguments], TestContext.Current.CancellationToken);
}
