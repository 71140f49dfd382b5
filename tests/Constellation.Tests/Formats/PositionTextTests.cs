using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Tests.Formats;

/// <summary>Positions as text. Expected lines are RTKLIB's: rnx2rtkp 2.4.3 b34, <c>-p 0 -sys G,E,J</c>, with <c>-e</c>, <c>-n</c> and without, on SEPT078M.21O and .21P, 12:00:03 (GPST).</summary>
public sealed class PositionTextTests
{
    private const string Cartesian = "2149 475203.000  -3962115.3954   3381315.0440   3668684.3283   5  21   5.0623   4.0321   4.0001  -3.6302   3.1552  -3.3331   0.00    0.0";
    private const string Geodetic = "2149 475203.000   35.339322444  139.522175362    76.0712   5  21   2.8603   2.6816   6.5202  -1.3312   1.3694  -1.9717   0.00    0.0";

    private static readonly PositionSolution s_solution = new()
    {
        Time = Epoch.Parse("2021-03-19T12:00:03GPST"),
        Quality = SolutionQuality.Single,
        Position = new(-3962115.3954, 3381315.0440, 3668684.3283),
        Covariance = new(Sq(5.0623), -Sq(3.6302), -Sq(3.3331), Sq(4.0321), Sq(3.1552), Sq(4.0001)),
        SatelliteCount = 21,
    };

    [Fact]
    public void Cartesian_lines_are_those_of_RTKLIB() => Assert.Equal(Cartesian, Lines(geodetic: false, calendar: false, s_solution)[^1]);

    /// <summary>Turned by us, from the rounded numbers of the line above: half a unit of 0.1 mm more in the first columns, a millimetre in the last, which are roots of differences of rounded squares.</summary>
    [Fact]
    public void Geodetic_lines_are_those_of_RTKLIB()
    {
        string line = Lines(geodetic: true, calendar: false, s_solution)[^1];
        Assert.Equal(Geodetic.Length, line.Length);
        string[] expected = Geodetic.Split(' ', StringSplitOptions.RemoveEmptyEntries), actual = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[] allowed = [0, 0, 1.01e-9, 1.01e-9, 1.01e-4, 0, 0, 1.5e-4, 1.5e-4, 1.5e-4, 1e-3, 1e-3, 1e-3, 0, 0];
        for (int i = 0; i < allowed.Length; i++)
        {
            Assert.Equal(Parse(expected[i]), Parse(actual[i]), allowed[i]);
        }
    }

    [Fact]
    public void The_head_and_calendar_times_are_in_RTKLIBs_layout()
    {
        string[] lines = Lines(geodetic: true, calendar: true, s_solution with { Time = Epoch.Parse("2021-03-19T12:00:03GPST") - Duration.FromSeconds(0L, 400_000_000_000_000) });
        Assert.Equal("% inp file  : a.obs", lines[1]);
        Assert.Equal("% (lat/lon/height=WGS84/ellipsoidal,Q=1:fix,2:float,3:sbas,4:dgps,5:single,6:ppp,ns=# of satellites)", lines[3]);
        Assert.Equal("%  GPST                  latitude(deg) longitude(deg)  height(m)   Q  ns   sdn(m)   sde(m)   sdu(m)  sdne(m)  sdeu(m)  sdun(m) age(s)  ratio", lines[4]);
        Assert.Equal("%  GPST          latitude(deg) longitude(deg)  height(m)   Q  ns   sdn(m)   sde(m)   sdu(m)  sdne(m)  sdeu(m)  sdun(m) age(s)  ratio", Lines(true, false, s_solution)[4]);
        Assert.Equal("%  GPST              x-ecef(m)      y-ecef(m)      z-ecef(m)   Q  ns   sdx(m)   sdy(m)   sdz(m)  sdxy(m)  sdyz(m)  sdzx(m) age(s)  ratio", Lines(false, false, s_solution)[4]);
        Assert.StartsWith("2021/03/19 12:00:03.000   35.33932244", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Epochs_without_a_position_have_no_line() =>
        Assert.Equal(5, Lines(true, true, s_solution with { Quality = SolutionQuality.None }, s_solution with { Position = new(double.NaN, 0, 0) }).Length);

    /// <summary>RTKLIB: <c>$GNGGA,115945.00,3520.3593466,N,13931.3305217,E,1,21,1.0,38.522,M,37.549,M,0.0,0000</c>.</summary>
    [Fact]
    public void NMEA_tells_the_same_place()
    {
        string[] lines = Nmea(s_solution with { GeoidHeight = 37.549, Dop = new(1.5, 1.0, 1.1, 0.9), Velocity = new(double.NaN, double.NaN, double.NaN) });
        Assert.StartsWith("$GNZDA,115945.000,19,03,2021,00,00*", lines[0], StringComparison.Ordinal);
        string[] gga = lines[1].Split(',');
        Assert.Equal(["$GNGGA", "115945.000"], gga[..2]);
        Assert.Equal(3520.3593466, Parse(gga[2]), 2e-7);
        Assert.Equal(13931.3305217, Parse(gga[4]), 2e-7);
        Assert.Equal(("N", "E", "1", "21", "1.0", "M", "37.549", "M", ""), (gga[3], gga[5], gga[6], gga[7], gga[8], gga[10], gga[11], gga[12], gga[13]));
        Assert.Equal(38.522, Parse(gga[9]), 1e-3);
        Assert.Matches(@"^\$GNRMC,115945\.000,A,3520\.3593\d{3},N,13931\.3305\d{3},E,,,190321,,,A,V\*", lines[2]);
    }

    /// <summary>The exclusive or of all characters between dollar and star; 0x54 and 0x56 by hand of two sentences of the standard's form.</summary>
    [Fact]
    public void Every_sentence_has_its_checksum_and_length()
    {
        foreach (string line in Nmea(Full()))
        {
            Assert.Matches(@"^\$G[NPLABQI][A-Z]{3},.*\*[0-9A-F]{2}$", line);
            int sum = line[1..^3].Aggregate(0, (a, c) => a ^ c);
            Assert.Equal(sum, Convert.ToInt32(line[^2..], 16));
            Assert.True(line.Length <= 120, line);
        }
    }

    [Fact]
    public void Satellites_are_told_by_system()
    {
        string[] lines = Nmea(Full());
        Assert.Contains("$GNGSA,A,3,05,33,,,,,,,,,,,1.5,1.0,1.1,1*", lines.Select(Cut));
        Assert.Contains("$GNGSA,A,3,71,,,,,,,,,,,,1.5,1.0,1.1,2*", lines.Select(Cut));
        Assert.Contains("$GNGSA,A,3,01,02,03,04,05,06,07,08,09,10,11,12,1.5,1.0,1.1,4*", lines.Select(Cut));
        Assert.Contains("$GNGSA,A,3,13,,,,,,,,,,,,1.5,1.0,1.1,4*", lines.Select(Cut));
        Assert.Contains("$GPGSV,1,1,03,05,45,000,44,07,-02,180,,33,30,210,40,0*", lines.Select(Cut));
        Assert.Contains("$GBGSV,4,4,13,13,10,090,35,0*", lines.Select(Cut));

        static string Cut(string line) => line[..^2];
    }

    /// <summary>Ten metres a second to the north-east are 19.438 knots at 45 degrees; sigmas of 1 m and 2 m along the axes.</summary>
    [Fact]
    public void Motion_and_errors_are_told_on_local_axes()
    {
        Position<Itrf> place = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(-30, -60, 100));
        TopocentricFrame frame = new(place);
        Symmetric3 covariance = Covariance(frame, east: 4, north: 1, up: 9);
        string[] lines = Nmea(s_solution with { Position = place, Velocity = frame.FromLocal(new(Math.Sqrt(50), Math.Sqrt(50), 0)), Covariance = covariance, ResidualRms = 0.5 });
        Assert.StartsWith("$GNRMC,115945.000,A,3000.0000000,S,06000.0000000,W,19.438,45.00,190321,,,A,V*", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("$GNGST,115945.000,0.500,2.000,1.000,90.0,1.000,2.000,3.000*", lines[^1], StringComparison.Ordinal);
        Assert.Contains(",100.000,M,,M,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_position_the_fields_are_empty()
    {
        string[] lines = Nmea(s_solution with { Quality = SolutionQuality.None });
        Assert.StartsWith("$GNGGA,115945.000,,,,,0,00,,,M,,M,,*", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("$GNRMC,115945.000,V,,,,,,,190321,,,N,V*", lines[2], StringComparison.Ordinal);
    }

    /// <summary>2016 ended with a leap second.</summary>
    [Fact]
    public void A_leap_second_reads_60()
    {
        string[] lines = Nmea(s_solution with { Time = Epoch.Parse("2017-01-01T00:00:17GPST") });
        Assert.StartsWith("$GNZDA,235960.000,31,12,2016,00,00*", lines[0], StringComparison.Ordinal);
    }

    private static PositionSolution Full() => s_solution with
    {
        Dop = new(1.5, 1.0, 1.1, 0.9),
        Velocity = new(1, 2, 3),
        ResidualRms = 1.25,
        Satellites =
        [
            View("G05", 45, 359.7, 44.2, true), View("G07", -2.4, 180, double.NaN, false), View("S20", 30, 210, 40, true), View("R07", 12, 33, 41, true),
            .. Enumerable.Range(1, 13).Select(i => View($"C{i:00}", 10, 90, 35, true)),
        ],
    };

    private static SatelliteInView View(string name, double elevationDeg, double azimuthDeg, double strength, bool used) =>
        new(SatelliteId.Parse(name), elevationDeg * Math.PI / 180, azimuthDeg * Math.PI / 180, strength, used);

    private static Symmetric3 Covariance(TopocentricFrame f, double east, double north, double up)
    {
        double Of(Func<Vector3d, double> a, Func<Vector3d, double> b) => (east * a(f.East) * b(f.East)) + (north * a(f.North) * b(f.North)) + (up * a(f.Up) * b(f.Up));
        return new(Of(v => v.X, v => v.X), Of(v => v.X, v => v.Y), Of(v => v.X, v => v.Z), Of(v => v.Y, v => v.Y), Of(v => v.Y, v => v.Z), Of(v => v.Z, v => v.Z));
    }

    private static double Sq(double x) => x * x;

    private static double Parse(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Lines(bool geodetic, bool calendar, params PositionSolution[] solutions)
    {
        using MemoryStream stream = new();
        using (PositionTextWriter writer = new(stream, ["a.obs"], geodetic, calendar))
        {
            Array.ForEach(solutions, writer.Write);
        }

        return Encoding.ASCII.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Nmea(PositionSolution solution)
    {
        using MemoryStream stream = new();
        using (NmeaWriter writer = new(stream))
        {
            writer.Write(solution);
        }

        return Encoding.ASCII.GetString(stream.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
