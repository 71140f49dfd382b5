using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats.Opm;

public sealed class OpmTests
{
    private const string Sample =
        """
        CCSDS_OPM_VERS = 2.0
        CREATION_DATE = 2020-06-26T12:00:00.000
        ORIGINATOR = TEST
        COMMENT GEOCENTRIC, CARTESIAN
        OBJECT_NAME = EUTELSAT W4
        OBJECT_ID = 2000-028A
        CENTER_NAME = EARTH
        REF_FRAME = TEME
        TIME_SYSTEM = GPS
        EPOCH = 2006-06-03T00:00:00.000
        X = 6655.9942 [km]
        Y = -40218.5751 [km]
        Z = -82.9177 [km]
        X_DOT = 3.11548208 [km/s]
        Y_DOT = 0.47042605 [km/s]
        Z_DOT = -0.00101495 [km/s]
        SEMI_MAJOR_AXIS = 41399.5123 [km]
        ECCENTRICITY = 0.020842611
        INCLINATION = 0.117746 [deg]
        RA_OF_ASC_NODE = 17.604721 [deg]
        ARG_OF_PERICENTER = 218.242943 [deg]
        TRUE_ANOMALY = 41.922339 [deg]
        GM = 398600.4415 [km**3/s**2]
        MASS = 1913.000 [kg]
        MAN_EPOCH_IGNITION = 2006-06-03T09:00:34.1
        MAN_DURATION = 132.60 [s]
        MAN_DELTA_MASS = -18.418 [kg]
        MAN_REF_FRAME = RTN
        MAN_DV_1 = -0.02325700 [km/s]
        MAN_DV_2 = 0.01683160 [km/s]
        MAN_DV_3 = -0.00893444 [km/s]
        MAN_EPOCH_IGNITION = 2006-06-05T18:59:21.0
        MAN_DURATION = 0.00 [s]
        MAN_DELTA_MASS = -1.469 [kg]
        MAN_REF_FRAME = RTN
        MAN_DV_1 = 0.00101500 [km/s]
        MAN_DV_2 = -0.00187300 [km/s]
        MAN_DV_3 = 0.00000000 [km/s]
        USER_DEFINED_EARTH_MODEL = WGS-84

        """;

    /// <summary>Numbers of the example in annex D of the standard; its Kepler elements go with its state, so nothing contradicts.</summary>
    [Fact]
    public void The_state_of_the_example_is_read()
    {
        ReadResult<OpmFile> read = Read(Sample);
        Assert.True(read.Succeeded);
        Assert.Equal(["2 manoeuvres are kept as text"], read.Diagnostics.Select(d => d.Problem));
        Assert.Equal(new StateVector(Epoch.Parse("2006-06-03T00:00:00GPST"), ReferenceFrame.Teme, new(6_655_994.2, -40_218_575.1, -82_917.7), new(3115.48208, 470.42605, -1.01495)), read.Value!.State);
        Assert.Equal(1913, read.Value.Number("MASS"));
    }

    [Fact]
    public void Nothing_is_lost_between_the_notations()
    {
        OpmFile first = Read(Sample).Value!;
        string xml = Text(OpmWriter.WriteXml, first), kvn = Text(OpmWriter.WriteKvn, first);
        OpmFile second = Read(xml).ValueOrThrow();
        Assert.Equal(first.Fields.Select(f => (f.Key, f.Value)), second.Fields.Select(f => (f.Key, f.Value)));
        Assert.Equal(kvn, Text(OpmWriter.WriteKvn, Read(kvn).ValueOrThrow()));
        Assert.Equal(2, xml.Split("<maneuverParameters>").Length - 1);
        Assert.Equal(xml, Text(OpmWriter.WriteXml, second));
    }

    [Theory]
    [InlineData("X = 6655.9942 [km]", "X = 6655.9942 [m]", "CN3136")]
    [InlineData("X = 6655.9942 [km]", "X = 66x", "CN3120")]
    [InlineData("REF_FRAME = TEME", "REF_FRAME = TOD", "CN3135")]
    [InlineData("EPOCH = 2006", "EPOCH = 206", "CN3124")]
    [InlineData("Z = -82.9177", "ZZ = -82.9177", "CN3123")]
    [InlineData("X = 6655.9942 [km]", "X = 6655.9942 [km]\nX = 1", "CN3122")]
    [InlineData("SEMI_MAJOR_AXIS = 41399", "SEMI_MAJOR_AXIS = 42399", "CN3138")]
    public void What_is_wrong_is_told(string good, string bad, string code) =>
        Assert.Contains(Read(Sample.Replace(good, bad, StringComparison.Ordinal)).Diagnostics, d => d.Code == code);

    [Fact]
    public void A_state_alone_makes_a_message()
    {
        StateVector state = new(Epoch.Parse("2024-09-20T00:00:00.125GPST"), ReferenceFrame.Gcrf, new(20_000_000.123456, 1, -2), new(1.5, -3000, 0.001));
        Assert.Equal(state, Read(Text(OpmWriter.WriteKvn, OpmFile.Of("C19", "C19", state, TimeScale.Utc))).ValueOrThrow().State);
    }

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        byte[] kvn = Encoding.UTF8.GetBytes(Sample), xml = Encoding.UTF8.GetBytes(Text(OpmWriter.WriteXml, Read(Sample).Value!));
        for (int seed = 0; seed < 300; seed++)
        {
            foreach (byte[] clean in new[] { kvn, xml })
            {
                ReadResult<OpmFile> read = OpmReader.Read(new MemoryStream(Damage.Some(clean, seed)), "bad.opm");
                Assert.True(read.Usable || read.Diagnostics.Count > 0);
            }
        }
    }

    private static ReadResult<OpmFile> Read(string text) => OpmReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.opm");

    private static string Text(Action<Stream, OpmFile> write, OpmFile file)
    {
        using MemoryStream stream = new();
        write(stream, file);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
