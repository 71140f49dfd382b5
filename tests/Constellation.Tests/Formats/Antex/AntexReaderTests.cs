using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats.Antex;

public sealed class AntexReaderTests
{
    [Fact]
    public void The_antenna_is_that_of_the_satellite_of_the_day()
    {
        AntexFile file = AntexReader.Read(SharedProducts.Path("data/antex/igs20-gps-all.atx.gz")).ValueOrThrow();
        SatelliteId g01 = SatelliteId.Parse("G01");

        // Values read off the file: SVN G032 flew as G01 until 2008, its offset is 279.00 0.00 2253.47 mm.
        SatelliteAntenna old = file.Find(g01, Epoch.Parse("2000-01-01T00:00:00GPST"))!;
        Assert.Equal(("G032", "BLOCK IIA"), (old.Svn, old.Type));
        Assert.Equal(new Vector3d(279.00, 0, 2253.47) / 1000, old.Offsets["G01"]);
        Assert.Equal(18, old.Variations["G02"].Length);
        Assert.Equal(-0.0008, old.Variations["G01"][0]);
        Assert.Equal("G063", file.Find(g01, Epoch.Parse("2020-06-25T00:00:00GPST"))!.Svn);
    }

    [Fact]
    public void A_truncated_multi_system_file_is_read()
    {
        ReadResult<AntexFile> result = AntexReader.Read(SharedProducts.Path("data/antex/igs20-small.atx"));
        Assert.Empty(result.Diagnostics);
        SatelliteAntenna c16 = result.Value!.Find(SatelliteId.Parse("C16"), Epoch.Parse("2018-05-01T00:00:00GPST"))!;
        Assert.Equal(new Vector3d(-50, 0, 900) / 1000, c16.Offsets["C06"]);
        Assert.Null(result.Value.Find(SatelliteId.Parse("C16"), Epoch.Parse("2018-08-01T00:00:00GPST")));
        Assert.Equal(0.9, c16.IonosphereFree("C02", 1561.098e6, "C06", 1268.52e6)!.Value.Z, 1e-12);
    }

    [Fact]
    public void A_bad_number_and_a_cut_are_told()
    {
        const string header = "     1.4            M                                       ANTEX VERSION / SYST\n";
        string start = new string(' ', 60) + "START OF ANTENNA\n";
        string frequency = "   G01" + new string(' ', 54) + "START OF FREQUENCY\n";
        string offset = "    279.00      0.0x   2253.47                              NORTH / EAST / UP\n";
        ReadResult<AntexFile> result = AntexReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(header + start + frequency + offset)), "bad.atx");
        Assert.Equal(
            [
                "bad.atx(4,11): error CN3040: '0.0x' is not a number (antenna  ); mend the number or remove the antenna",
                "bad.atx(2,1): error CN3013: the antenna has no END OF ANTENNA line; the file is cut: fetch it again",
            ],
            result.Diagnostics.Select(d => d.ToString()));
    }
}
