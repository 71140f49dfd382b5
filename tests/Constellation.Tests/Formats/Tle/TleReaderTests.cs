using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Formats.Tle;

public sealed class TleReaderTests
{
    private const string Name = "ISS (ZARYA)";
    private const string First = "1 25544U 98067A   25276.50000000  .00012345  00000+0  22345-3 0  9990";
    private const string Second = "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.49180000563539";
    private const string Set = Name + "\n" + First + "\n" + Second + "\n";

    [Fact]
    public void Columns_are_taken_apart()
    {
        ReadResult<ElementSetFile> result = Read(Set);
        Assert.Empty(result.Diagnostics);
        MeanElementSet set = Assert.Single(result.Value!.Sets);
        Assert.Equal((Name, 25544, "1998-067A", 'U'), (set.Name, set.CatalogueNumber, set.Designator, set.Classification));
        Assert.Equal(Epoch.Parse("2025-10-03T12:00:00Z"), set.Epoch);
        Assert.Equal((51.6416, 247.4627, 0.0006703, 130.5360, 325.0288, 15.49180000), (set.InclinationDeg, set.RightAscensionDeg, set.Eccentricity, set.ArgumentOfPerigeeDeg, set.MeanAnomalyDeg, set.MeanMotionRevPerDay));
        Assert.Equal((0.00012345, 0, 0.22345e-3, 0, 999, 56353), (set.MeanMotionDot, set.MeanMotionDotDot, set.BStar, set.EphemerisType, set.ElementSetNumber, set.RevolutionNumber));
        Assert.Equal(new SourceSpan("a.tle", 2, 1), set.Where);
    }

    [Fact]
    public void Names_comments_blank_lines_and_other_line_ends_may_be_there_or_not()
    {
        ElementSetFile file = Read("# made up\r\n\r\n0 " + Set.Replace("\n", "  \r\n", StringComparison.Ordinal) + First + "\n" + Second).ValueOrThrow();
        Assert.Equal([Name, ""], file.Sets.Select(s => s.Name));
        Assert.Equal(2, TleReader.Read(new MemoryStream(Gzip(Set + Set)), "a.tle.gz").ValueOrThrow().Sets.Count);
    }

    /// <summary>A unit of the last decimal of a day is 864 us; the epoch is exact.</summary>
    [Fact]
    public void Epochs_are_exact() => Assert.Equal(
        Epoch.Parse("2025-10-03T12:00:00.000864Z"),
        Read(Closed(First.Replace("25276.50000000", "25276.50000001", StringComparison.Ordinal)) + "\n" + Second).ValueOrThrow().Sets[0].Epoch);

    [Theory, InlineData("A0000", 100_000), InlineData("H9999", 179_999), InlineData("J0000", 180_000), InlineData("N1234", 221_234), InlineData("P0001", 230_001), InlineData("Z9999", 339_999), InlineData("  900", 900), InlineData("00900", 900)]
    public void Alpha_5_numbers(string text, int number)
    {
        MeanElementSet set = Read(Closed(First.Replace("25544", text, StringComparison.Ordinal)) + "\n" + Closed(Second.Replace("25544", text, StringComparison.Ordinal))).ValueOrThrow().Sets[0];
        Assert.Equal(number, set.CatalogueNumber);
        Assert.True(TleWriter.TryFormat(set, out string first, out _, out _));
        Assert.Equal(text.Replace(' ', '0'), first[2..7]);
    }

    [Theory]
    [InlineData("25544", "I5544", "a.tle(2,3): warning CN3204: 'I5544' is not the catalogue number; write it in columns 3 to 7")]
    [InlineData("25276.5", "25366.5", "a.tle(2,21): warning CN3205: 2025 has no day 366; check the epoch")]
    [InlineData("25276.5", "65276.5", "a.tle(2,19): warning CN3205: the epoch is of 1965: UTC is known here from 1972 on; check the epoch")]
    [InlineData("25276.5", "2527x.5", "a.tle(2,19): warning CN3204: '2527x.50000000' is not the epoch; write it in columns 19 to 32")]
    [InlineData(" 22345-3", " 2234a-3", "a.tle(2,54): warning CN3204: '2234a-3' is not B*; write it in columns 54 to 61")]
    [InlineData(" .00012345", " .000123a5", "a.tle(2,34): warning CN3204: '.000123a5' is not the rate of the mean motion; write it in columns 34 to 43")]
    [InlineData("51.6416", "51.64l6", "a.tle(3,9): warning CN3204: '51.64l6' is not the inclination; write it in columns 9 to 16")]
    [InlineData(" 51.6416", "251.6416", "a.tle(3,9): warning CN3205: the inclination is 251.6416 degrees; it lies between 0 and 180")]
    [InlineData("247.4627", "747.4627", "a.tle(3,18): warning CN3205: the right ascension of the node is 747.4627 degrees; it lies between 0 and 360")]
    [InlineData("0006703", "00O6703", "a.tle(3,27): warning CN3204: '00O6703' is not the eccentricity; write it in columns 27 to 33")]
    [InlineData("15.49180000", "00.00000000", "a.tle(3,53): warning CN3205: the mean motion of object 25544 (ISS (ZARYA)) is 0 revolutions a day; it lies between 0 and 18")]
    [InlineData("15.49180000", "95.49180000", "a.tle(3,53): warning CN3205: the mean motion of object 25544 (ISS (ZARYA)) is 95.4918 revolutions a day; it lies between 0 and 18")]
    [InlineData(" 0  999", " 4  999", "a.tle(3,1): warning CN3205: the elements of object 25544 (ISS (ZARYA)) are of SGP4-XP, another model; give elements of SGP4 (ephemeris type 0)")]
    public void Bad_values_are_told_where_they_stand(string good, string bad, string expected)
    {
        string[] lines = [.. Set.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((l, i) => i == 0 ? l : Closed(l.Replace(good, bad, StringComparison.Ordinal)))];
        ReadResult<ElementSetFile> result = Read(string.Join('\n', lines) + "\n" + Set);
        Assert.Equal(expected, result.Diagnostics[0].ToString());
        Assert.Single(result.Value!.Sets);
        Assert.Equal(1, result.Value.LeftOut);
    }

    [Theory]
    [InlineData(0, "a.tle(2,69): warning CN3202: the checksum is '4', the line adds up to 0; fetch the set again: a character of the line is wrong")]
    [InlineData(1, "a.tle(3,69): warning CN3202: the checksum is '4', the line adds up to 9; fetch the set again: a character of the line is wrong")]
    public void Wrong_checksums_are_told_with_line_and_column(int line, string expected)
    {
        string text = line == 0 ? Set.Replace(First, First[..68] + "4", StringComparison.Ordinal) : Set.Replace(Second, Second[..68] + "4", StringComparison.Ordinal);
        ReadResult<ElementSetFile> result = Read(text + Set);
        Assert.Equal([expected, "a.tle: warning CN3208: 1 of 2 element sets are left out: 1 with a wrong checksum; the others are used"], result.Diagnostics.Select(d => d.ToString()));
        ReadResult<ElementSetFile> lenient = TleReader.Read(Stream(text), "a.tle", new TleReadOptions { UseWrongChecksums = true });
        Assert.Single(lenient.ValueOrThrow().Sets);
        Assert.Equal("CN3202", Assert.Single(lenient.Diagnostics).Code);
    }

    [Fact]
    public void Missing_lines_and_lines_of_two_objects_are_told_and_the_rest_is_used()
    {
        string other = Closed(Second.Replace("25544", "25545", StringComparison.Ordinal));
        ReadResult<ElementSetFile> result = Read($"A\n{First}\nB\n{Second}\nC\n{First}\n{other}\nD\n{First[..60]}\n{Second}\nE\n{Set}stray");
        Assert.Equal(
            [
                "a.tle(2,1): warning CN3203: line 1 of object 25544 is not followed by its line 2; add the missing line, or remove this one",
                "a.tle(4,1): warning CN3203: line 2 of object 25544 has no line 1 before it; add the missing line, or remove this one",
                "a.tle(7,3): warning CN3207: line 2 is of object 25545, line 1 of object 25544; put the lines of one object together",
                "a.tle(9,61): warning CN3206: the line ends after 60 of 69 columns; fetch the set again: the line is cut",
                "a.tle(11,1): warning CN3209: 'E' is no line of elements, and none follows; remove the line, or add the two lines that belong to it",
                "a.tle(15,1): warning CN3209: 'stray' is no line of elements, and none follows; remove the line, or add the two lines that belong to it",
                "a.tle: warning CN3208: 4 of 5 element sets are left out: 1 of two objects, 1 with a cut line, 1 without their first line, 1 without their second line; the others are used",
            ],
            result.Diagnostics.Select(d => d.ToString()));
        Assert.True(result.Succeeded);
        Assert.Equal(Name, Assert.Single(result.Value!.Sets).Name);
    }

    [Theory]
    [InlineData("", "a.tle(1,1): error CN3201: there is no element set in the file; give a file of two-line elements or an OMM (KVN, XML, JSON, CSV), plain or gzip")]
    [InlineData(First, "a.tle(1,1): error CN3201: none of the 1 element sets can be used: 1 without their second line; give a file of two-line elements or an OMM (KVN, XML, JSON, CSV), plain or gzip")]
    public void Nothing_useful_is_an_error(string text, string expected)
    {
        ReadResult<ElementSetFile> result = Read(text);
        Assert.False(result.Succeeded);
        Assert.Equal(expected, result.Diagnostics[^1].ToString());
    }

    /// <summary>A catalogue with many bad sets is read to its end; the hundred first problems are told, the others counted.</summary>
    [Fact]
    public void Many_problems_do_not_hide_the_good_sets()
    {
        ReadResult<ElementSetFile> result = Read(string.Concat(Enumerable.Repeat(Set.Replace(First, First[..68] + "4", StringComparison.Ordinal), 500)) + Set);
        Assert.Single(result.Value!.Sets);
        Assert.Equal(500, result.Value.LeftOut);
        Assert.Equal(102, result.Diagnostics.Count);
        Assert.Equal("a.tle: warning CN3208: 400 more problems of this kind are not listed", result.Diagnostics[^2].ToString());
    }

    [Fact]
    public void Cut_gzip_is_told()
    {
        byte[] gzip = Gzip(string.Concat(Enumerable.Range(0, 300).Select(i => Set.Replace("25544", $"{(i * 7919) % 100_000:00000}", StringComparison.Ordinal))));
        for (int cut = gzip.Length / 3; cut < gzip.Length; cut += gzip.Length / 7)
        {
            Assert.Contains(TleReader.Read(new MemoryStream(gzip[..cut]), "a.tle.gz").Diagnostics, d => d.Code == "CN3002");
        }
    }

    /// <summary>Whatever stands in the file, it is read or told, and what was read can be propagated without an exception.</summary>
    [Fact]
    public void Random_damage_never_breaks_the_readers()
    {
        ElementSetFile clean = Read(Set + Set).ValueOrThrow();
        byte[][] files = [Encoding.ASCII.GetBytes(Set + Set), .. Enum.GetValues<OmmLayout>().Select(layout => Omm(clean, layout))];
        for (int seed = 0; seed < 400; seed++)
        {
            byte[] damaged = Damage.Some(files[seed % files.Length], seed);
            foreach (ReadResult<ElementSetFile> result in (ReadResult<ElementSetFile>[])[TleReader.Read(new MemoryStream(damaged), "bad", new TleReadOptions { UseWrongChecksums = true }), OmmReader.Read(new MemoryStream(damaged), "bad")])
            {
                Assert.True(result.Succeeded || result.Diagnostics.Count > 0);
                foreach (MeanElementSet set in result.Value?.Sets ?? [])
                {
                    _ = new Sgp4Orbit(set.ToElements()).TryAt(set.Epoch + Duration.FromDays(1), out _);
                }
            }
        }
    }

    private static byte[] Omm(ElementSetFile file, OmmLayout layout)
    {
        using MemoryStream stream = new();
        OmmWriter.Write(stream, file.Sets, layout);
        return stream.ToArray();
    }

    private static string Closed(string line) => line[..68] + (char)('0' + (line[..68].Sum(c => char.IsAsciiDigit(c) ? c - '0' : c == '-' ? 1 : 0) % 10));

    private static ReadResult<ElementSetFile> Read(string text) => TleReader.Read(Stream(text), "a.tle");

    private static MemoryStream Stream(string text) => new(Encoding.ASCII.GetBytes(text));

    private static byte[] Gzip(string text)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return stream.ToArray();
    }
}
