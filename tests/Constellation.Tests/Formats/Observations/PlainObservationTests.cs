using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

public sealed class PlainObservationTests
{
    private const string Epoch1 = "> 2021 03 19 12 00 00.0000000  0  2\n", Epoch2 = "> 2021 03 19 12 00 30.0000000  0  1\n";

    [Fact]
    public void Values_flags_and_the_clock_are_read()
    {
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3() +
            "> 2021 03 19 12 00 00.1234567  1  2      -0.000123456789\n" +
            "G05  20000000.12515 105000000.500 7        44.250  \n" +
            "R 7                         -.250\n");
        Assert.Empty(told);
        Assert.Equal(2, rows.Count);
        Assert.Equal(Epoch.FromCalendar(2021, 3, 19, 12, 0, Duration.FromSeconds(0L, 123_456_700_000_000_000), TimeScale.Gpst), rows[0].Time);
        Assert.Equal((EpochMark.PowerFailure, -0.000123456789), (rows[0].Mark, rows[0].ClockOffset));
        Assert.Equal([20000000.125, 105000000.5, 44.25], rows[0].Values);
        Assert.Equal([LossOfLock.Slip, LossOfLock.None, LossOfLock.None], rows[0].LossOfLock);
        Assert.Equal([5, 7, 0], rows[0].Strengths);
        Assert.Equal(SatelliteId.Parse("R07"), rows[1].Satellite);
        Assert.Equal(-0.25, rows[1].Value("L1C"));
        Assert.True(double.IsNaN(rows[1].Value("C1C")));
        Assert.Equal((3.05, 1), (reader.Header.Version, reader.Epochs));
    }

    [Fact]
    public void Zero_is_a_missing_value_and_flags_stand_without_one()
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3() + Epoch2 + $"G05{0,14:0.000}  {"",14}1 \n");
        Assert.Empty(told);
        Assert.All(rows[0].Values, v => Assert.True(double.IsNaN(v)));
        Assert.Equal(LossOfLock.Slip, rows[0].LossOfLock[1]);
    }

    /// <summary>GLO is UTC, BDT 14 s behind GPS time; without a name the system of the file tells.</summary>
    [Theory]
    [InlineData("GPS", "M", 0)]
    [InlineData("GAL", "M", 0)]
    [InlineData("QZS", "M", 0)]
    [InlineData("IRN", "M", 0)]
    [InlineData("GLO", "M", 18)]
    [InlineData("BDT", "M", 14)]
    [InlineData("", "M", 0)]
    [InlineData("", "R", 18)]
    [InlineData("", "C", 14)]
    [InlineData("", "G", 0)]
    public void Time_tags_are_in_the_scale_that_the_header_names(string name, string system, int seconds)
    {
        string first = ObservationText.Line("  2021     3    19    12     0    0.0000000     " + name, "TIME OF FIRST OBS");
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3(first, system: system) + Epoch2 + "G05  20000000.125\n");
        Assert.Empty(told);
        Epoch expected = Epoch.Parse("2021-03-19T12:00:30GPST") + Duration.FromSeconds(seconds);
        Assert.Equal(expected, rows[0].Time);
        Assert.Equal(expected - Duration.FromSeconds(30), reader.Header.FirstEpoch);
    }

    [Fact]
    public void The_header_tells_who_measured()
    {
        string more = ObservationText.Line("14001M004", "MARKER NUMBER") + ObservationText.Line("4711                LEICA GR50          4.50/7.710", "REC # / TYPE / VERS") +
            ObservationText.Line("103033              LEIAT504        LEIS", "ANT # / TYPE") + ObservationText.Line("  3582105.2910   532589.7313  5232754.8054", "APPROX POSITION XYZ") +
            ObservationText.Line("        3.0460        0.0010       -0.0020", "ANTENNA: DELTA H/E/N") + ObservationText.Line("        0.1000        0.2000        0.3000", "ANTENNA: DELTA X/Y/Z") +
            ObservationText.Line("    30.000", "INTERVAL") + ObservationText.Line("     1", "RCV CLOCK OFFS APPL") + ObservationText.Line("    18    18  2185     7", "LEAP SECONDS") +
            ObservationText.Line("  2 R01  1 R24 -2", "GLONASS SLOT / FRQ #") + ObservationText.Line("G L1C  0.00000", "SYS / PHASE SHIFT");
        var (_, told, reader) = ObservationText.Read(ObservationText.Header3(more));
        Assert.Empty(told);
        ReceiverDescription r = reader.Receiver;
        Assert.Equal(("SITE", "14001M004", "4711", "LEICA GR50", "4.50/7.710"), (r.Marker, r.MarkerNumber, r.ReceiverSerial, r.Receiver, r.Firmware));
        Assert.Equal(("103033", "LEIAT504        LEIS", (3.046, 0.001, -0.002)), (r.AntennaSerial, r.Antenna, r.AntennaDelta));
        Assert.Equal(new Vector3d(0.1, 0.2, 0.3), r.AntennaDeltaBody);
        Assert.Equal(new Position<Itrf>(3582105.2910, 532589.7313, 5232754.8054), r.ApproximatePosition);
        Assert.Equal((Duration.FromSeconds(30), true), (r.Interval!.Value, r.ClockOffsetApplied));
        Assert.Equal(18, reader.Header.LeapSeconds);
        Assert.Equal((1, -2), (r.GlonassChannels[SatelliteId.Parse("R01")], r.GlonassChannels[SatelliteId.Parse("R24")]));
    }

    [Fact]
    public void Scale_factors_are_taken_out()
    {
        string more = ObservationText.Line("G  100   1 L1C", "SYS / SCALE FACTOR") + ObservationText.Line("R   10", "SYS / SCALE FACTOR");
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3(more) + Epoch1 + "G05  20000000.125         105.000\nR07     20000.125           1.001\n");
        Assert.Empty(told);
        Assert.Equal((20000000.125, 1.05, 2000.0125, 0.1001), (rows[0].Value("C1C"), rows[0].Value("L1C"), rows[1].Value("C1C"), rows[1].Value("L1C")));
    }

    /// <summary>In RINEX 3.02 band 1 of BeiDou meant B1I.</summary>
    [Theory]
    [InlineData("3.02", "C1I", "C2I")]
    [InlineData("3.02", "C1X", "C2X")]
    [InlineData("3.04", "C1X", "C1X")]
    [InlineData("3.04", "C1I", "C2I")]
    [InlineData("3.05", "C1P", "C1P")]
    public void Band_1_of_BeiDou_depends_on_the_version(string version, string written, string meant)
    {
        var (rows, _, _) = ObservationText.Read(ObservationText.Header3(ObservationText.Line($"C    1 {written}", "SYS / # / OBS TYPES"), version) + Epoch2 + "C05  40000000.125\n");
        Assert.Equal(40000000.125, rows[0].Value(meant));
    }

    [Fact]
    public void Codes_go_on_over_lines_and_unknown_ones_keep_their_column()
    {
        string codes = ObservationText.Line("E   15 C1C L1C S1C X1  I5A C5Q L5Q S5Q C7Q L7Q S7Q C8Q L8Q", "SYS / # / OBS TYPES") + ObservationText.Line("       S8Q C6C", "SYS / # / OBS TYPES");
        string row = "E11" + string.Concat(Enumerable.Range(1, 15).Select(i => $"{20_000_000 + i,10}.000  "));
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3(codes) + Epoch2 + row + "\n");
        Assert.Equal(2, told.Count);
        Assert.Equal("a.rnx(5,20): warning CN3403: 'X1' is not an observation that is used (C, L, D or S, band, letter); its column is passed over", told[0].ToString());
        Assert.Equal((20_000_001, 20_000_006, 20_000_015), (rows[0].Value("C1C"), rows[0].Value("C5Q"), rows[0].Value("C6C")));
        Assert.Equal(13, rows[0].Layout.Of(GnssSystem.Galileo).Length);
    }

    [Fact]
    public void A_header_in_the_middle_changes_the_columns()
    {
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3() + Epoch1 + "G05  20000000.125\nR07  20000001.000\n" +
            ">                              4  2\n" + ObservationText.Line("G    2 C5Q C1C", "SYS / # / OBS TYPES") + ObservationText.Line("anything", "COMMENT") +
            Epoch2 + "G05  20000000.125    20000000.250\n");
        Assert.Empty(told);
        Assert.Equal((20000000.125, 20000000.25), (rows[2].Value("C5Q"), rows[2].Value("C1C")));
        Assert.NotSame(rows[0].Layout, rows[2].Layout);
        Assert.Same(rows[0].Layout, rows[1].Layout);
        Assert.Same(rows[0].Receiver, rows[2].Receiver);
        Assert.Equal(1, reader.Events);
    }

    [Fact]
    public void A_new_site_and_motion_make_a_new_receiver()
    {
        string one = "G05  20000000.125\n";
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3() + "> 2021 03 19 12 00 00.0000000  0  1\n" + one +
            ">                              2  0\n> 2021 03 19 12 00 01.0000000  0  1\n" + one +
            ">                              3  1\n" + ObservationText.Line("OTHER", "MARKER NAME") + "> 2021 03 19 12 00 02.0000000  0  1\n" + one +
            "> 2021 03 19 12 00 02.5000000  4  1\n" + ObservationText.Line("1                   TRM59800.00     SCIS", "ANT # / TYPE") + "> 2021 03 19 12 00 03.0000000  0  1\n" + one +
            "> 2021 03 19 12 00 03.5000000  3  0\n> 2021 03 19 12 00 04.0000000  0  1\n" + one +
            "> 2021 03 19 12 00 04.5000000  5  0\n> 2021 03 19 12 00 05.0000000  0  1\n" + one);
        Assert.Empty(told);
        Assert.Equal([false, true, false, false, false, false], rows.Select(r => r.Receiver.Moving));
        Assert.Equal(["SITE", "SITE", "OTHER", "OTHER", "OTHER", "OTHER"], rows.Select(r => r.Receiver.Marker));
        Assert.Equal("TRM59800.00     SCIS", rows[3].Receiver.Antenna);
        Assert.NotSame(rows[3].Receiver, rows[4].Receiver);      // a new site of the same name
        Assert.Same(rows[4].Receiver, rows[5].Receiver);         // an external event changes nothing
    }

    /// <summary>Files joined end to end: the second header holds from there on.</summary>
    [Fact]
    public void A_second_header_holds_from_there_on()
    {
        string second = ObservationText.Header3().Replace("C1C L1C S1C", "L1C S1C C1C", StringComparison.Ordinal);
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3() + Epoch1 + "G05  20000000.125\nR07  20000001.000\n" + second + Epoch2 + "G05  20000000.250\n");
        Assert.Equal("a.rnx(9,1): warning CN3424: a second header begins: files were joined; what follows is read by it, as of a new site", Assert.Single(told).ToString());
        Assert.Equal(20000000.25, rows[2].Value("L1C"));
        Assert.NotSame(rows[1].Receiver, rows[2].Receiver);
    }

    [Fact]
    public void A_second_header_of_another_version_ends_the_file()
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3() + Epoch1 + "G05  20000000.125\nR07  20000001.000\n" + ObservationText.Header2() + Epoch2);
        Assert.Equal("a.rnx(9,1): error CN3425: the second header is of another version of RINEX; take the files apart: what follows is not read", told[1].ToString());
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Repaired_slips_are_passed_over()
    {
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3() + Epoch1 + "G05  20000000.125\nR07  20000001.000\n" +
            "> 2021 03 19 12 00 15.0000000  6  1\nG05                         1.000\n" + Epoch2 + "G05  20000000.250\n");
        Assert.Empty(told);
        Assert.Equal((3, 2), (rows.Count, reader.Epochs));
    }
}
