using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Rinex;

public sealed class RinexNavWriterTests
{
    /// <summary>Every record and every number of real files survives, blank fields too.</summary>
    [Theory]
    [InlineData("BRD400DLR_S_20230710000_01D_MN.rnx.gz", null)]
    [InlineData("KMS300DNK_R_20221591000_01H_MN.rnx.gz", null)]
    [InlineData("ESBC00DNK_R_20201770000_01D_MN.rnx.gz", null)]
    [InlineData("ESBC00DNK_R_20201770000_01D_MN.rnx.gz", 4.01)]
    [InlineData("BRDC00IGN_R_20190140000_01D_GN.rnx.gz", 4.0)]
    [InlineData("SEPT078M.21P", null)]
    public void Read_write_read_changes_nothing(string name, double? version)
    {
        NavigationFile first = SharedProducts.Nav(name);
        using MemoryStream text = new();
        Assert.Empty(RinexNavWriter.Write(text, first, version));
        NavigationFile second = Read(text);
        Assert.Equal(version ?? first.Version, second.Version);
        Assert.Equal(first.LeapSeconds, second.LeapSeconds);
        Assert.Equal(first.Ionosphere.Select(i => (i.System, i.Model)), second.Ionosphere.Select(i => (i.System, i.Model)));
        int skip = second.Records.Count - first.Records.Count;      // an older header becomes records
        Assert.Equal(version >= 4 ? first.Ionosphere.Count + first.TimeOffsets.Count : 0, skip);
        for (int i = 0; i < first.Records.Count; i++)
        {
            NavRecordHead expected = first.Records[i], actual = second.Records[i + skip];
            Assert.Equal(expected, actual);
            ReadOnlySpan<double> a = first.Records.ValuesOf(i), b = second.Records.ValuesOf(i + skip);
            Assert.True(a.Length <= b.Length, $"{expected}");
            for (int k = 0; k < b.Length; k++)
            {
                Assert.True(k < a.Length ? a[k].Equals(b[k]) : double.IsNaN(b[k]), $"{expected}, value {k}");
            }
        }
    }

    /// <summary>Lines of records as the file had them, to the character: positions of all columns and the form of all numbers.</summary>
    [Fact]
    public void A_file_in_the_usual_layout_comes_out_as_it_was()
    {
        string path = SharedProducts.Path("data/nav/BRD400DLR_S_20230710000_01D_MN.rnx.gz");
        using MemoryStream text = new();
        RinexNavWriter.Write(text, SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz"));
        text.Position = 0;
        using StreamReader original = new(TextSource.Open(path)), written = new(text);
        List<string> expected = Body(original), actual = Body(written);
        Assert.Equal(expected.Count, actual.Count);
        int differing = 0;
        for (int i = 0; i < expected.Count; i++)
        {
            // That program writes e for E, and a minus before some zeros.
            differing += expected[i].Replace("e+", "E+", StringComparison.Ordinal).Replace("e-", "E-", StringComparison.Ordinal) == actual[i] ? 0 : 1;
        }

        Assert.Equal(0, differing);
    }

    [Fact]
    public void An_older_version_leaves_out_what_it_has_no_room_for_and_tells()
    {
        using MemoryStream text = new();
        IReadOnlyDictionary<string, int> leftOut = RinexNavWriter.Write(text, SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz"), 3.05);
        Assert.Equal(334, leftOut["EPH G CNAV"]);
        Assert.Equal(25, leftOut["EOP J CNVX"]);
        NavigationFile file = Read(text);
        Assert.Equal(893, file.Counts["EPH C D1"]);
        Assert.Equal(168, file.Counts["EPH C D2"]);
        Assert.Equal(2897, file.Counts["EPH E FNAV"]);
        Assert.Equal(9072, file.Counts["EPH S SBAS"]);
        Assert.Contains(file.TimeOffsets, t => t.Kind == "GAGP" || t.Kind == "GPGA");
        Assert.Contains(file.Ionosphere, i => i.Model == IonosphericModel.NeQuickG);
    }

    /// <summary>Messages made of the domain's types: what the encoder writes the decoder reads back.</summary>
    [Fact]
    public void Every_message_of_a_real_file_survives_as_a_message()
    {
        NavigationFile file = SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz");
        NavigationMessage[] first = [.. file.Messages.All];
        using MemoryStream text = new();
        Assert.Empty(RinexNavWriter.Write(text, NavigationFile.Of(first)));
        NavigationMessage[] second = [.. Read(text).Messages.All];
        Assert.Equal(first.Length, second.Length);
        foreach ((NavigationMessage a, NavigationMessage b) in first.Zip(second))
        {
            Assert.Equal((a.Satellite, a.Type, a.EphemerisReference, a.TransmissionTime, a.Clock, a.Healthy), (b.Satellite, b.Type, b.EphemerisReference, b.TransmissionTime, b.Clock, b.Healthy));
            Assert.Equal((a.Issue, a.FrequencyChannel), (b.Issue, b.FrequencyChannel));
            Assert.Equal(a.Accuracy, b.Accuracy);
            if (a.Ephemeris is KeplerianEphemeris x && b.Ephemeris is KeplerianEphemeris y)
            {
                Assert.Equal((x.Parameters, x.OrbitClass, x.Toe), (y.Parameters, y.OrbitClass, y.Toe));
            }
            else
            {
                Assert.Equal(a.Ephemeris.At(a.EphemerisReference), b.Ephemeris.At(b.EphemerisReference));
            }

            foreach ((string name, double delay) in a.GroupDelays)
            {
                Assert.Equal(delay, b.GroupDelays[name]);
            }
        }
    }

    [Theory]
    [InlineData(0.0, " 0.000000000000E+00")]
    [InlineData(-1.234567890123e-5, "-1.234567890123E-05")]
    [InlineData(9.9999999999999e10, " 1.000000000000E+11")]
    [InlineData(1e-200, " 0.000000000000E+00")]
    [InlineData(double.NaN, "                   ")]
    public void Numbers_have_nineteen_columns(double value, string text)
    {
        byte[] field = new byte[19];
        NavNumber.Write(value, field);
        Assert.Equal(text, Encoding.ASCII.GetString(field));
    }

    private static List<string> Body(StreamReader reader)
    {
        List<string> lines = [];
        bool header = true;
        while (reader.ReadLine() is { } line)
        {
            if (!header)
            {
                lines.Add(line.TrimEnd());
            }

            header = header && !line.Contains("END OF HEADER", StringComparison.Ordinal);
        }

        return lines;
    }

    private static NavigationFile Read(MemoryStream text) => RinexNavReader.Read(new MemoryStream(text.ToArray()), "written.rnx").ValueOrThrow();
}
