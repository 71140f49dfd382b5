using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Rinex;

/// <summary>RINEX 2: the example records of [RINEX-2.11] tables A12 and A17, and a real record in both layouts.</summary>
public sealed class OldRinexTests
{
    private const string GpsHeader =
        "     2.10           N: GPS NAV DATA                         RINEX VERSION / TYPE\n" +
        "     .1676D-07   .2235D-07   .1192D-06   .1192D-06          ION ALPHA           \n" +
        "     .1208D+06   .1310D+06  -.1310D+06  -.1966D+06          ION BETA            \n" +
        "     .133179128170D-06  .107469588780D-12   552960     1025 DELTA-UTC: A0,A1,T,W\n" +
        "    13                                                      LEAP SECONDS        \n" +
        "                                                            END OF HEADER       \n";

    private const string Glonass =
        "     2.10           GLONASS NAV DATA                        RINEX VERSION / TYPE\n" +
        "  1998     2    16    0.379979610443D-06                    CORR TO SYSTEM TIME \n" +
        "                                                            END OF HEADER       \n" +
        " 3 98  2 15  0 15  0.0 0.163525342941D-03 0.363797880709D-11 0.108000000000D+05\n" +
        "    0.106275903320D+05-0.348924636841D+00 0.931322574615D-09 0.000000000000D+00\n" +
        "   -0.944422070313D+04 0.288163375854D+01 0.931322574615D-09 0.210000000000D+02\n" +
        "    0.212257280273D+05 0.144599342346D+01-0.186264514923D-08 0.300000000000D+01\n";

    /// <summary>The same record of 2020 in RINEX 3 and in RINEX 2.</summary>
    [Fact]
    public void A_GPS_record_reads_as_in_RINEX_3()
    {
        string[] lines =
        [
            "-7.475111633539E-05-3.410605131648E-12 0.000000000000E+00",
            " 3.200000000000E+01-1.040625000000E+01 4.506616289398E-09-6.545346518250E-01",
            "-6.668269634247E-07 5.954693653621E-03 5.448237061501E-06 5.153702039719E+03",
            " 3.528000000000E+05-1.490116119385E-08 1.064453669500E+00 8.568167686462E-08",
            " 9.611154260560E-01 2.743125000000E+02 8.034105264130E-01-8.168911648143E-09",
            "-4.750198001000E-11 1.000000000000E+00 2.111000000000E+03 0.000000000000E+00",
            " 2.000000000000E+00 0.000000000000E+00-1.071020960808E-08 3.200000000000E+01",
            " 3.456180000000E+05 4.000000000000E+00",
        ];
        string old = GpsHeader + " 5 20  6 25  2  0  0.0" + lines[0] + "\n" + string.Concat(lines[1..].Select(l => "   " + l + "\n"));
        string modern = "     3.03           N                   G                   RINEX VERSION / TYPE\n                                                            END OF HEADER\n"
            + "G05 2020 06 25 02 00 00" + lines[0] + "\n" + string.Concat(lines[1..].Select(l => "    " + l + "\n"));
        NavigationFile a = Read(old), b = Read(modern);
        Assert.Equal("", string.Join('\n', RinexNavReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(old)), "a.21n").Diagnostics));
        NavigationMessage x = Assert.Single(a.Messages.All), y = Assert.Single(b.Messages.All);
        Assert.Equal((x.Satellite, x.Type, x.EphemerisReference, x.TransmissionTime, x.Clock), (y.Satellite, y.Type, y.EphemerisReference, y.TransmissionTime, y.Clock));
        Assert.Equal(((KeplerianEphemeris)y.Ephemeris).Parameters, ((KeplerianEphemeris)x.Ephemeris).Parameters);
        Assert.Equal(13, a.LeapSeconds);
        Assert.Equal([1.676e-8, 2.235e-8, 1.192e-7, 1.192e-7, 1.208e5, 1.310e5, -1.310e5, -1.966e5], Assert.Single(a.Ionosphere).Coefficients);
        TimeOffset utc = Assert.Single(a.TimeOffsets);
        Assert.Equal(("GPUT", 0.133179128170e-6, 0.107469588780e-12), (utc.Kind, utc.A0, utc.A1));
        Assert.Equal(Epoch.FromGps(1025, Duration.FromSeconds(552960)), utc.Reference);
    }

    [Fact]
    public void A_GLONASS_record_is_on_its_orbit()
    {
        NavigationMessage message = Assert.Single(Read(Glonass).Messages.All);
        Assert.Equal(("R03", MessageType.Fdma, 21), (message.Satellite.ToString(), message.Type, message.FrequencyChannel!.Value));
        Assert.Equal(0.163525342941e-3, message.Clock.A0);
        Check.Within(Tolerance.Of(60e3, "m", "GLONASS orbits are circles of 25,508 km within their eccentricity of 0.002"), 25_508e3, message.Ephemeris.At(message.EphemerisReference).Position.Norm);

        // Frame time 10800 s of the day lies three hours off: taken for unknown, a quarter of an hour before tb.
        Assert.Equal(message.EphemerisReference - Duration.FromMinutes(15), message.TransmissionTime);
    }

    [Theory]
    [InlineData("XX 20  6 25  2  0  0.0", "a.21n(7,1): error CN3014: 'XX' is not a satellite number; a record starts with its satellite; check that the lines before it are complete")]
    [InlineData(" 5 20 13 25  2  0  0.0", "a.21n(7,4): error CN3015: '20 13 25  2  0  0.0' is not a time (year month day hour minute second); mend it or remove the record")]
    public void What_is_wrong_is_told_with_its_place(string start, string expected)
    {
        ReadResult<NavigationFile> result = RinexNavReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(GpsHeader + start + " 0.000000000000E+00\n" + string.Concat(Enumerable.Repeat("    0.000000000000E+00\n", 7)))), "a.21n");
        Assert.Equal(expected, result.Diagnostics[0].ToString());
    }

    [Fact]
    public void Files_of_that_version_are_known_by_their_first_line()
    {
        string path = Path.Combine(Path.GetTempPath(), $"constellation-{Guid.NewGuid():N}.21g");
        File.WriteAllText(path, Glonass);
        try
        {
            Assert.Equal(FileKind.RinexNavigation, FileKinds.Of(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static NavigationFile Read(string text) => RinexNavReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "a.21n").ValueOrThrow();
}
