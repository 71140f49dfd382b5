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

    /// <summary>AERAT1675_120 SPKE in igs20: offset of E01 1.58 0.09 79.93 mm (north, east, up), tables every 5 degrees both ways; values read off the file.</summary>
    [Fact]
    public void Receiver_antennas_are_kept_with_their_tables()
    {
        AntexFile file = AntexReader.Read(SharedProducts.Path("data/antex/igs20-small.atx")).ValueOrThrow();
        Assert.Equal(3, file.ReceiverAntennas);
        StationAntenna antenna = file.Find("AERAT1675_120   SPKE", Epoch.Parse("2023-01-01T00:00:00GPST"))!;
        Assert.True(antenna.TryOffset(GnssSystem.Galileo, '1', out Vector3d offset));
        Assert.Equal(new Vector3d(0.09, 1.58, 79.93) / 1000, offset);
        PhasePattern pattern = antenna.Patterns["E01"];
        Assert.Equal((73, 19, 19), (pattern.ByAzimuth.Length, pattern.ByAzimuth[0].Length, pattern.Mean.Length));
        foreach (PhasePattern table in antenna.Patterns.Values)
        {
            // NOAZI is a fit of its own: a tenth of a millimetre from the mean of the rows; the row of 360 degrees repeats the first.
            Assert.Equal(table.ByAzimuth[0], table.ByAzimuth[^1]);
            for (int i = 0; i < 19; i++)
            {
                Assert.Equal(table.Mean[i], table.ByAzimuth[..^1].Average(r => r[i]), 1e-4);
            }
        }

        double corner = pattern.ByAzimuth[3][4], next = pattern.ByAzimuth[4][4];
        Assert.Equal(corner, antenna.Variation(GnssSystem.Galileo, '1', 15 * Math.PI / 180, 70 * Math.PI / 180), 1e-12);
        Assert.Equal((corner + next) / 2, antenna.Variation(GnssSystem.Galileo, '1', (17.5 - 360) * Math.PI / 180, 70 * Math.PI / 180), 1e-12);
    }

    [Fact]
    public void Antennas_are_found_by_name_and_radome()
    {
        AntexFile file = AntexReader.Read(SharedProducts.Path("data/antex/igs20-small.atx")).ValueOrThrow();
        Epoch day = Epoch.Parse("2023-01-01T00:00:00GPST");
        Assert.Equal("3S-02-TSATE     NONE", file.Find("3S-02-TSATE", day)!.Name);
        Assert.Null(file.Find("3S-02-TSATE     SCIS", day));
        Assert.Equal("3S-02-TSATE     NONE", AntexFile.WithoutRadome("3S-02-TSATE     SCIS"));
        StationAntenna old = file.Find("3S-02-TSATE     NONE", day)!;
        Assert.Equal("G02", old.FrequencyOf(GnssSystem.BeiDou, '6'));
        Assert.Equal("G01", old.FrequencyOf(GnssSystem.Galileo, '1'));
    }

    [Fact]
    public void Antennas_that_are_not_asked_for_are_passed_over()
    {
        string path = SharedProducts.Path("data/antex/igs20-small.atx");
        AntexFile all = AntexReader.Read(path).ValueOrThrow(), some = AntexReader.Read(path, ["AERAT1675_120   SPKE", "3S-02-TSATE     SCIS"]).ValueOrThrow(), none = AntexReader.Read(path, []).ValueOrThrow();
        Assert.Equal(["3S-02-TSATE     NONE", "AERAT1675_120   SPKE"], some.Stations.Select(s => s.Name));
        Assert.Equal(all.Stations[^1].Patterns["E01"].ByAzimuth, some.Stations[^1].Patterns["E01"].ByAzimuth);
        Assert.Empty(none.Stations);
        Assert.Equal((3, 3, all.Satellites.Count), (some.ReceiverAntennas, none.ReceiverAntennas, none.Satellites.Count));
    }

    /// <summary>QZS-2 satellites were measured by azimuth.</summary>
    [Fact]
    public void Satellite_tables_by_azimuth_are_kept()
    {
        AntexFile file = AntexReader.Read(SharedProducts.Path("data/antex/igs20-small.atx")).ValueOrThrow();
        SatelliteAntenna j02 = file.Satellites.First(a => a.Satellite == SatelliteId.Parse("J02"));
        PhasePattern pattern = j02.Patterns["J01"];
        Assert.Equal(37, pattern.ByAzimuth.Length);
        Assert.Equal(j02.Variations["J01"], pattern.Mean);
        Assert.Empty(file.Satellites.First(a => a.Satellite == SatelliteId.Parse("C25")).Patterns.Values.First().ByAzimuth);
    }

    [Fact]
    public void A_table_that_is_too_short_is_left_out_and_told()
    {
        string text = "     1.4            M                                       ANTEX VERSION / SYST\n" + Line("", "END OF HEADER") + Line("", "START OF ANTENNA") +
            Line("TRM59800.00     SCIS", "TYPE / SERIAL NO") + Line("   180.0", "DAZI") + Line("     0.0  10.0   5.0", "ZEN1 / ZEN2 / DZEN") +
            Line("   G01", "START OF FREQUENCY") + Line("      1.00      2.00      3.00", "NORTH / EAST / UP") + "   NOAZI    0.10    0.20    0.30\n     0.0    0.10    0.20    0.30\n" +
            Line("   G01", "END OF FREQUENCY") + Line("", "END OF ANTENNA");
        ReadResult<AntexFile> read = AntexReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "short.atx");
        Assert.Equal("short.atx(11,1): warning CN3450: the table of G01 of antenna TRM59800.00     SCIS  has 1 rows by azimuth and 3 columns, not the 3 and 3 that the antenna promises; the table is left out: mend ZEN1 / ZEN2 / DZEN and DAZI, or the table", read.Diagnostics[0].ToString());
        Assert.Equal(new Vector3d(2, 1, 3) / 1000, read.Value!.Stations[0].Offsets["G01"]);

        text = text.Replace("     0.0    0.10", "    90.0    0.10", StringComparison.Ordinal);
        Assert.Equal("short.atx(10,1): error CN3451: a row for azimuth 90 where that for 0 is due (G01 of antenna TRM59800.00     SCIS ); put the rows in order, from 0 to 360 by DAZI", AntexReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "short.atx").Diagnostics[0].ToString());

        static string Line(string content, string label) => content.PadRight(60) + label + "\n";
    }
}
