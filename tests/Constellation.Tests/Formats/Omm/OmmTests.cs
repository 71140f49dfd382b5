using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Omm;

public sealed class OmmTests
{
    private const string Kvn =
        """
        CCSDS_OMM_VERS = 2.0
        COMMENT a comment
        CREATION_DATE = 2024-09-20T00:00:00
        ORIGINATOR = US
        OBJECT_NAME = NAVSTAR 43 [TEST]
        OBJECT_ID = 1997-035A
        CENTER_NAME = EARTH
        REF_FRAME = TEME
        TIME_SYSTEM = UTC
        MEAN_ELEMENT_THEORY = SGP4
        EPOCH = 2024-09-20T12:34:56.789012
        MEAN_MOTION = 2.00562 [rev/day]
        ECCENTRICITY = 0.0050002
        INCLINATION = 55.478 [deg]
        RA_OF_ASC_NODE = 168.2806
        ARG_OF_PERICENTER = 53.2649
        MEAN_ANOMALY = 307.1651
        EPHEMERIS_TYPE = 0
        CLASSIFICATION_TYPE = U
        NORAD_CAT_ID = 24876
        ELEMENT_SET_NO = 999
        REV_AT_EPOCH = 17617
        BSTAR = 1.5E-5
        MEAN_MOTION_DOT = 4.0E-7
        MEAN_MOTION_DDOT = 0
        """;

    private const string Celestrak =
        """
        [{"OBJECT_NAME":"VANGUARD 1","OBJECT_ID":"1958-002B","EPOCH":"2025-02-14T14:36:48.662784","MEAN_MOTION":10.85873516,"ECCENTRICITY":0.1841322,"INCLINATION":34.2493,
        "RA_OF_ASC_NODE":19.2327,"ARG_OF_PERICENTER":100.1057,"MEAN_ANOMALY":281.1229,"EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":5,"ELEMENT_SET_NO":999,
        "REV_AT_EPOCH":39027,"BSTAR":0.00035436,"MEAN_MOTION_DOT":2.64e-6,"MEAN_MOTION_DDOT":0},
        {"OBJECT_NAME":"B","OBJECT_ID":"2020-001B","EPOCH":"2025-02-14T14:36:48","MEAN_MOTION":"1.5","ECCENTRICITY":"0.1","INCLINATION":"1","RA_OF_ASC_NODE":"2","ARG_OF_PERICENTER":"3",
        "MEAN_ANOMALY":"4","NORAD_CAT_ID":"123456789","BSTAR":"0"}]
        """;

    [Fact]
    public void Keywords_and_units_of_kvn()
    {
        MeanElementSet set = Assert.Single(Read(Kvn).ValueOrThrow().Sets);
        Assert.Equal(("NAVSTAR 43 [TEST]", "1997-035A", 24876, 2.00562, 55.478, 1.5e-5), (set.Name, set.Designator, set.CatalogueNumber, set.MeanMotionRevPerDay, set.InclinationDeg, set.BStar));
        Assert.Equal(Epoch.Parse("2024-09-20T12:34:56.789012Z"), set.Epoch);
    }

    /// <summary>CelesTrak writes numbers as numbers, Space-Track as text; numbers of nine digits exist in OMM only.</summary>
    [Fact]
    public void Json_of_two_makers()
    {
        ElementSetFile file = Read(Celestrak).ValueOrThrow();
        Assert.Equal([5, 123_456_789], file.Sets.Select(s => s.CatalogueNumber));
        Assert.Equal(2.64e-6, file.Sets[0].MeanMotionDot);
        using MemoryStream stream = new();
        Assert.Equal(
            "a.omm(4,1): warning CN3214: object 123456789 (B) does not fit into two-line elements: its catalogue number is above 339999; it is left out; an OMM can hold it",
            Assert.Single(TleWriter.Write(stream, file.Sets)).ToString());
    }

    /// <summary>A catalogue from two-line elements into every layout and back: the same sets to the last bit; and back into the same lines.</summary>
    [Fact]
    public void There_and_back()
    {
        IReadOnlyList<MeanElementSet> sets = TleReader.Read(TestData.Shared("data/tle/active_2021-08-03.txt.gz")).ValueOrThrow().Sets;
        foreach (OmmLayout layout in Enum.GetValues<OmmLayout>())
        {
            using MemoryStream stream = new();
            OmmWriter.Write(stream, sets, layout);
            stream.Position = 0;
            ReadResult<ElementSetFile> back = OmmReader.Read(stream, "back");
            Assert.Empty(back.Diagnostics);
            Assert.Equal($"OMM, {layout.ToString().ToUpperInvariant()}", back.Value!.Kind);
            Assert.Equal(sets.Select(s => s with { Where = default }), back.Value.Sets.Select(s => s with { Where = default }));
        }

        using MemoryStream text = new();
        Assert.Empty(TleWriter.Write(text, sets));
        string[] expected = Lines(TextSource.Open(TestData.Shared("data/tle/active_2021-08-03.txt.gz"))), actual = Lines(new MemoryStream(text.ToArray()));
        Assert.Equal(expected.Select(Plain), actual.Select(Plain));
    }

    [Theory]
    [InlineData("MEAN_ELEMENT_THEORY = SGP4", "MEAN_ELEMENT_THEORY = DSST", "a.omm(10,22): warning CN3212: MEAN_ELEMENT_THEORY of 'NAVSTAR 43 [TEST]' is 'DSST'; only SGP4, SDP4 can be propagated")]
    [InlineData("REF_FRAME = TEME", "REF_FRAME = GCRF", "a.omm(8,12): warning CN3212: REF_FRAME of 'NAVSTAR 43 [TEST]' is 'GCRF'; only TEME can be propagated")]
    [InlineData("TIME_SYSTEM = UTC", "TIME_SYSTEM = GPS", "a.omm(9,14): warning CN3212: TIME_SYSTEM of 'NAVSTAR 43 [TEST]' is 'GPS'; only UTC can be propagated")]
    [InlineData("ECCENTRICITY = 0.0050002", "ECCENTRICITY = 1.2", "a.omm(13,15): warning CN3205: ECCENTRICITY of 'NAVSTAR 43 [TEST]' is 1.2; it lies between 0 and 1")]
    [InlineData("ECCENTRICITY = 0.0050002", "ECCENTRICITY = nought", "a.omm(13,15): warning CN3204: ECCENTRICITY of 'NAVSTAR 43 [TEST]' is 'nought'; write a number")]
    [InlineData("ECCENTRICITY = 0.0050002", "", "a.omm(1,1): warning CN3210: 'NAVSTAR 43 [TEST]' has no ECCENTRICITY; add it")]
    [InlineData("NORAD_CAT_ID = 24876", "", "a.omm(1,1): warning CN3210: 'NAVSTAR 43 [TEST]' has no NORAD_CAT_ID; add it")]
    [InlineData("EPOCH = 2024-09-20T12:34:56.789012", "EPOCH = 2024-13-20T12:34:56", "a.omm(11,8): warning CN3204: '2024-13-20T12:34:56' is not an epoch of 'NAVSTAR 43 [TEST]'; write UTC as in 2024-09-20T12:34:56.789012, from 1972 on")]
    [InlineData("EPHEMERIS_TYPE = 0", "EPHEMERIS_TYPE = 4", "a.omm(18,17): warning CN3205: the elements of object 24876 (NAVSTAR 43 [TEST]) are of SGP4-XP, another model; give elements of SGP4 (ephemeris type 0)")]
    public void Bad_messages_are_told_where_they_are_wrong(string good, string bad, string expected)
    {
        ReadResult<ElementSetFile> result = Read(Kvn.Replace(good, bad, StringComparison.Ordinal) + "\n" + Kvn);
        Assert.Equal(expected, result.Diagnostics[0].ToString());
        Assert.Single(result.Value!.Sets);
    }

    [Fact]
    public void Damaged_xml_and_json_give_what_stands_before_the_damage()
    {
        IReadOnlyList<MeanElementSet> sets = [.. Enumerable.Repeat(Read(Kvn).ValueOrThrow().Sets[0], 3)];
        foreach (OmmLayout layout in (OmmLayout[])[OmmLayout.Xml, OmmLayout.Json])
        {
            using MemoryStream stream = new();
            OmmWriter.Write(stream, sets, layout);
            byte[] bytes = stream.ToArray();
            ReadResult<ElementSetFile> result = OmmReader.Read(new MemoryStream(bytes[..(bytes.Length * 5 / 6)]), "a.omm");
            Assert.Equal(2, result.Value!.Sets.Count);
            Assert.Contains(result.Diagnostics, d => d.Code == "CN3211" && d.Where.Line > 30);
        }
    }

    /// <summary>Documents that grow without end by definitions of their own are refused at the definition.</summary>
    [Fact]
    public void Xml_with_definitions_is_refused() =>
        Assert.False(Read("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><ndm><omm><OBJECT_NAME>&c;</OBJECT_NAME></omm></ndm>").Succeeded);

    [Fact]
    public void Csv_with_quotes_and_bad_rows()
    {
        const string header = "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR\n";
        ReadResult<ElementSetFile> result = Read(header +
            "\"A \"\"B\"\", C\",1958-002B,2020-10-13T04:52:48.472320,10.84869164,.1845686,34.2443,225.5254,162.2516,205.2356,5,-.22483E-4\n" +
            "D,1958-002B,2020-10-13T04:52:48,10.8,.18,34.2,225.5,162.2\n" +
            "\"E,1958-002B,2020-10-13T04:52:48,10.8,.18,34.2,225.5,162.2,205.2,5,0\n");
        Assert.Equal("A \"B\", C", Assert.Single(result.Value!.Sets).Name);
        Assert.Equal(
            ["a.omm(3,1): warning CN3211: the line has 8 values, the header 11; mend the line", "a.omm(4,1): warning CN3211: a quotation mark is not closed; close it"],
            result.Diagnostics.Take(2).Select(d => d.ToString()));
    }

    private static ReadResult<ElementSetFile> Read(string text) => OmmReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.omm");

    private static string[] Lines(Stream stream)
    {
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)];
    }

    /// <summary>Without what files write in several ways: the sign of a zero and of an exponent of zero, and the checksum that counts them.</summary>
    private static string Plain(string line) =>
        line.Length == 69 ? line[..68].Replace("00000-0", "00000+0", StringComparison.Ordinal).Replace("-.00000000", " .00000000", StringComparison.Ordinal) : line;
}
