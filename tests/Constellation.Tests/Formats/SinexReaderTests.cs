using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats;

public sealed class SinexReaderTests
{
    private const string Head = "%=SNX 2.02 TST 20:332:69442 TST 20:312:75600 20:320:43200 C     6 2 S E\n";

    /// <summary>Positions of the data README, digits of the file.</summary>
    [Theory]
    [InlineData("CCJ200JPN", -4490605.11713391, 3483895.04911661, 2884928.32881951)]
    [InlineData("nya1", 1202433.6131, 252632.4074, 6237772.7803)]
    public void Stations_are_found_by_their_marker(string marker, double x, double y, double z)
    {
        ReadResult<SinexFile> read = SinexReader.Read(SharedProducts.Path("data/sinex/igs20P2131_wocov.snx.gz"));
        Assert.Empty(read.Diagnostics);
        SinexFile file = read.Value!;
        StationSolution station = file.Find(marker, Epoch.Parse("2021-07-29T00:00:00GPST"))!;
        Assert.True((station.Position - new Position<Itrf>(x, y, z)).Norm < 1e-4, $"{station.Position}");
        Assert.Equal(Epoch.Parse("2020-11-11T12:00:00Z"), station.Reference);
        Assert.Null(station.Velocity);
        Assert.Null(file.Find("ESBC", default));
        Assert.Equal(549, file.Stations.Count);
    }

    [Fact]
    public void Eccentricity_and_antenna_stand_beside()
    {
        SinexFile file = SinexReader.Read(SharedProducts.Path("data/sinex/igs20P2131_wocov.snx.gz")).ValueOrThrow();
        Epoch day = Epoch.Parse("2020-11-11T12:00:00Z");
        Assert.Equal(0.0083, file.EccentricityOf("AB09", day)!.Up);
        StationAntennaSpan antenna = file.AntennaOf("CCJ200JPN", day)!;
        Assert.Equal(("TRM59800.00     SCIS", "50153"), (antenna.Name, antenna.Serial));
        Assert.Equal("21732M002", file.Find("CCJ2", day)!.Domes);
        Assert.Null(file.AntennaOf("CCJ2", Epoch.Parse("2010-01-01T00:00:00Z")));
    }

    [Fact]
    public void The_piece_of_the_epoch_is_moved_along()
    {
        SinexFile file = Read(
            "+SOLUTION/EPOCHS\n" + Span("1", "10:001:00000", "15:001:00000") + Span("2", "15:001:00000", "00:000:00000") + "-SOLUTION/EPOCHS\n+SOLUTION/ESTIMATE\n" +
            Row("STAX", "1", "m", 1) + Row("STAY", "1", "m", 2) + Row("STAZ", "1", "m", 3) +
            Row("STAX", "2", "m", 10) + Row("STAY", "2", "m", 20) + Row("STAZ", "2", "m", 30) + Row("VELX", "2", "m/y", 0.1) + Row("VELY", "2", "m/y", 0.2) + Row("VELZ", "2", "m/y", -0.3) + "-SOLUTION/ESTIMATE\n").ValueOrThrow();
        Assert.Equal("1", file.Find("ABCD", Epoch.Parse("2012-01-01T00:00:00Z"))!.Solution);
        StationSolution second = file.Find("abcd00xyz", Epoch.Parse("2018-01-01T00:00:00Z"))!;
        Epoch later = second.Reference + Duration.FromSeconds(2 * 365.25 * 86400);
        Assert.True((second.At(later) - new Position<Itrf>(10.2, 20.4, 29.4)).Norm < 1e-12);
        Assert.Equal(second.Position, second.At(second.Reference));
    }

    [Fact]
    public void What_is_wrong_is_told()
    {
        ReadResult<SinexFile> read = Read("+SOLUTION/ESTIMATE\n" + Row("STAX", "1", "km", 1) + Row("STAX", "1", "m", 1).Replace("20:316", "20:416", StringComparison.Ordinal) + Row("STAX", "1", "m", 1) + Row("STAX", "1", "m", 1) + "-SOLUTION/ESTIMATE\n");
        Assert.Equal(
            [
                "bad.snx(3,41): error CN3470: 'km' is not the unit of STAX; it is m",
                "bad.snx(4,28): error CN3470: '20:416:43200' is not a time (year:day:second); mend or remove the line",
                "bad.snx(6,8): error CN3473: STAX of ABCD is there a second time; the first is used: remove one",
                "bad.snx(8): error CN3474: station ABCD lacks one of its three coordinates; complete STAX, STAY and STAZ; the station is left out",
            ],
            read.Diagnostics.Select(d => d.ToString()));
        Assert.Null(read.Value);
    }

    [Fact]
    public void What_is_not_used_is_told()
    {
        ReadResult<SinexFile> read = Read("+SITE/ECCENTRICITY\n ABCD  A ---- P 07:202:00000 00:000:00000 XYZ   0.0083   0.0000   0.0000\n-SITE/ECCENTRICITY\n");
        Assert.Equal("bad.snx(3,43): warning CN3472: the eccentricity of ABCD is in 'XYZ'; only UNE (up, north, east) is used: it is left out", read.Diagnostics[0].ToString());
        Assert.Equal("bad.snx(5): error CN3471: the file has no coordinates of a station; give a file with STAX, STAY and STAZ in a SOLUTION/ESTIMATE block", read.Diagnostics[1].ToString());
    }

    private static string Row(string type, string solution, string unit, double value) =>
        FormattableString.Invariant($"     1 {type,-6} ABCD  A {solution,4} 20:316:43200 {unit,-4} 2 {value,21:0.00000000000000E+00} {0.001,11:0.00000E+00}\n");

    private static string Span(string solution, string from, string until) => $" ABCD  A {solution,4} P {from} {until} 20:316:43200\n";

    private static ReadResult<SinexFile> Read(string text) => SinexReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(Head + text + "%ENDSNX\n")), "bad.snx");
}
