using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Formats.Oem;

public sealed class OemTests
{
    [Fact]
    public void Segments_have_their_metadata_and_states()
    {
        ReadResult<OemFile> read = Read(OemSamples.Text);
        Assert.True(read.Succeeded);
        Assert.Equal(
            ["1 covariance matrices are not read", "1 accelerations are not read"],
            read.Diagnostics.Select(d => d.Problem));
        OemSegment first = read.Value!.Segments[0], second = read.Value.Segments[1];
        Assert.Equal(("2017-069A", "EME2000", ReferenceFrame.Gcrf, TimeScale.Utc), (first.ObjectId, first.FrameName, first.Frame, first.TimeScale));
        Assert.Equal((InterpolationMethod.Lagrange, 3), (first.Interpolation, first.Degree));
        Assert.Equal(Epoch.Parse("2020-06-25T00:30:00Z"), first.Epochs[3]);
        Assert.Equal(new EpochSpan(Epoch.Parse("2020-06-25T00:05:00Z"), Epoch.Parse("2020-06-25T00:25:00Z")), first.Usable);
        Assert.Equal(("ITRF2014", ReferenceFrame.Itrf, TimeScale.Bdt), (second.FrameName, second.Frame, second.TimeScale));
        Assert.Equal(new Vector3d(20_000_000, 15_000_000, 12_000_000), second.Positions[0]);
        Assert.Equal(SatelliteId.Parse("C19"), first.Satellite);
    }

    /// <summary>The matrix of the frame bias as the SOFA cookbook of 2007 prints it in its example, from GCRS to the mean equator and equinox of J2000.0.</summary>
    [Fact]
    public void EME2000_is_turned_by_the_frame_bias()
    {
        Matrix3d bias = FrameBias.GcrfToEme2000;
        Tolerance printed = Tolerance.Of(1e-12, "", "the angles are rounded to 0.1 microarcsecond, 5e-13 rad");
        Vector3d x = bias * new Vector3d(1, 0, 0), y = bias * new Vector3d(0, 1, 0), z = bias * new Vector3d(0, 0, 1);
        Check.Within(printed, new Vector3d(0.99999999999999425, 0.0000000707827974, -0.0000000805621715), x, "first column");
        Check.Within(printed, new Vector3d(-0.0000000707827974, 0.99999999999999695, -0.0000000330604145), y, "second column");
        Check.Within(printed, new Vector3d(0.0000000805621715, 0.0000000330604145, 0.99999999999999621), z, "third column");
        OemSegment first = Read(OemSamples.Text).Value!.Segments[0];
        Check.Within(Tolerance.Of(1e-7, "m", "rounding at 28 000 km"), new Vector3d(27_906_100, 0, 250), bias * first.Positions[0]);
    }

    /// <summary>What was read is written with the same digits, in both notations and whatever the way.</summary>
    [Fact]
    public void Digits_survive_both_notations()
    {
        OemFile read = Read(OemSamples.Text).Value!;
        string kvn = Text(OemWriter.WriteKvn, read), xml = Text(OemWriter.WriteXml, read);
        Assert.Contains("2020-06-25T00:10:00.000 27739.123456789 1298.0 1857.0 -0.56 2.15 3.08", kvn, StringComparison.Ordinal);
        Assert.Contains("<X units=\"km\">27739.123456789</X>", xml, StringComparison.Ordinal);
        Assert.Equal(kvn, Text(OemWriter.WriteKvn, Read(xml).ValueOrThrow()));
        Assert.Equal(xml, Text(OemWriter.WriteXml, Read(kvn).ValueOrThrow()));
    }

    [Theory]
    [InlineData("REF_FRAME            = EME2000", "REF_FRAME = TOD", "x.oem(10,1): error CN3135: the frame 'TOD' is not known here (GCRF, ICRF, EME2000, ITRF..., IGS..., WGS84, TEME); the segment is left out", 1)]
    [InlineData("TIME_SYSTEM          = UTC", "TIME_SYSTEM = UT1", "x.oem(11,1): error CN3135: the time system 'UT1' is not known here (UTC, TAI, TT, TDB, GPS, BDT, GST, QZSST, GLONASS); the segment is left out", 1)]
    [InlineData("CENTER_NAME          = EARTH", "CENTER_NAME = MARS BARYCENTER", "x.oem(9,1): error CN3135: the states are about MARS BARYCENTER, not about the Earth; the segment is left out", 1)]
    [InlineData("27739.123456789", "27739.1234x", "x.oem(21,25): error CN3120: '27739.1234x' is not a number (X); the state is left out: mend the number", 2)]
    [InlineData("2020-06-25T00:20:00.000", "2020-06-25T00:10:00.000", "x.oem(22,1): error CN3125: the epoch 2020-06-25T00:10:00.000 is not after the one before; the state is left out: order the states, and begin a new segment at a break", 2)]
    [InlineData("2020-06-25T00:20:00.000", "2020-06-31T00:20:00.000", "x.oem(22,1): error CN3124: '2020-06-31T00:20:00.000' is not a time such as 2024-09-20T00:00:00.000; the state is left out: mend it", 2)]
    [InlineData(" 27238.0 2582.0 3694.0", " 272.0 25.0 36.0", "x.oem(22,1): error CN3126: the state is not one of an Earth satellite (275.5 km, 3.9 km/s); the state is left out: kilometres and kilometres per second are meant", 2)]
    public void What_is_wrong_is_told_and_the_rest_used(string good, string bad, string expected, int segments)
    {
        ReadResult<OemFile> read = Read(OemSamples.Text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Equal(expected, Assert.Single(read.Diagnostics, d => d.Severity == Severity.Error).ToString());
        Assert.Equal(segments, read.Value!.Segments.Count);
        Assert.False(read.Succeeded);
    }

    [Fact]
    public void Frames_that_change_are_told_and_objects_without_a_number_left_out()
    {
        OemFile file = Read(OemSamples.Text).Value!;
        List<Diagnostic> told = [];
        Assert.Equal(2, file.Blocks(new Dictionary<string, SatelliteId>(), told.Add).Count);
        Assert.Equal("CN3134", Assert.Single(told).Code);
        OemFile nameless = Read(OemSamples.Text.Replace(" (C19)", "", StringComparison.Ordinal)).Value!;
        told.Clear();
        Assert.Empty(nameless.Blocks(new Dictionary<string, SatelliteId>(), told.Add));
        Assert.Equal("the object 'BEIDOU-3 M1' (2017-069A) has no satellite number and is left out", Assert.Single(told).Problem);
        Assert.Equal(2, nameless.Blocks(new Dictionary<string, SatelliteId> { ["2017-069A"] = SatelliteId.Parse("C99") }, told.Add).Count);
    }

    [Fact]
    public void Segments_that_overlap_are_told()
    {
        OemFile file = Read(OemSamples.Text).Value!;
        List<Diagnostic> told = [];
        OemFile.Merge([file, file]).Blocks(new Dictionary<string, SatelliteId>(), told.Add);
        Assert.Contains(told, d => d.Code == "CN3164");
    }

    /// <summary>A circle in the GCRF written in TEME every 15 minutes: Hermite of degree 7 leaves 0.1 mm of it, velocities that forget the turning of TEME would leave 2 cm.</summary>
    [Fact]
    public void States_in_TEME_are_interpolated_as_well_as_others()
    {
        Epoch start = Epoch.Parse("2020-06-25T00:00:00Z");
        KeplerJ2Orbit circle = new(new MeanElements(2.656e7, 0.01, 0.96, 1, 2, 3), start);
        Epoch[] epochs = [.. Enumerable.Range(0, 12).Select(i => start + Duration.FromMinutes(15 * i))];
        StateVector[] teme = Array.ConvertAll(epochs, e => FrameTurns.To(ReferenceFrame.Teme, circle.At(e)));
        SampledOrbit orbit = new EphemerisBlock
        {
            Satellite = SatelliteId.Parse("G05"),
            Frame = ReferenceFrame.Teme,
            Epochs = epochs,
            Positions = Array.ConvertAll(teme, s => s.Position),
            Velocities = Array.ConvertAll(teme, s => s.Velocity),
        }.Orbit()!;
        Epoch between = epochs[5] + Duration.FromSeconds(450);
        Assert.True((orbit.At(between).Position - circle.At(between).Position).Norm < 1e-3);
    }

    [Theory]
    [InlineData("", "CN3001")]
    [InlineData("hello\n", "CN3001")]
    [InlineData("<html></html>", "CN3001")]
    [InlineData("CCSDS_OEM_VERS = 2.0\n", "CN3129")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE oem [<!ENTITY a \"b\">]><oem>&a;</oem>", "CN3137")]
    public void What_is_no_such_message_has_no_value(string text, string code)
    {
        ReadResult<OemFile> read = Read(text);
        Assert.Null(read.Value);
        Assert.Equal(code, read.Diagnostics[0].Code);
    }

    /// <summary>A leap second is an epoch like any other, and no other minute has a second 60.</summary>
    [Fact]
    public void Leap_seconds_are_read()
    {
        string text = OemSamples.Text.Replace("2020-06-25T00:00:00.000 ", "2016-12-31T23:59:60.500 ", StringComparison.Ordinal);
        Assert.Equal(Epoch.Parse("2016-12-31T23:59:60.5Z"), Read(text).Value!.Segments[0].Epochs[0]);
        Assert.Contains(Read(text.Replace("2016-12-31", "2016-12-30", StringComparison.Ordinal)).Diagnostics, d => d.Code == "CN3124");
    }

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        byte[] kvn = Encoding.UTF8.GetBytes(OemSamples.Text), xml = Encoding.UTF8.GetBytes(Text(OemWriter.WriteXml, Read(OemSamples.Text).Value!));
        for (int seed = 0; seed < 400; seed++)
        {
            foreach (byte[] clean in new[] { kvn, xml })
            {
                ReadResult<OemFile> read = OemReader.Read(new MemoryStream(Damage.Some(clean, seed)), "bad.oem");
                Assert.True(read.Usable || read.Diagnostics.Count > 0);
                foreach (EphemerisBlock block in read.Value?.Segments.Select(s => s.Block(SatelliteId.Parse("C19"))) ?? [])
                {
                    if (block.Orbit() is { } orbit && orbit.Validity.First <= orbit.Validity.Last)
                    {
                        Assert.True(double.IsFinite(orbit.At(orbit.Validity.First).Position.Norm));
                    }
                }
            }
        }
    }

    [Fact]
    public void Endless_input_does_not_fill_the_memory()
    {
        Assert.NotEmpty(OemReader.Read(new EndlessStream((byte)'A'), "x.oem").Diagnostics);
        Assert.NotEmpty(OemReader.Read(new EndlessStream((byte)'<'), "x.oem").Diagnostics);
    }

    private static ReadResult<OemFile> Read(string text) => OemReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.oem");

    private static string Text(Action<Stream, OemFile> write, OemFile file)
    {
        using MemoryStream stream = new();
        write(stream, file);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
