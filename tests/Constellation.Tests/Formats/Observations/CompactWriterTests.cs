using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

public sealed class CompactWriterTests
{
    [Theory]
    [InlineData("ACOR00ESP_R_20213550000_01D_30S_MO.rnx")]
    [InlineData("KMS300DNK_R_20221591000_01H_30S_MO.crx")]
    [InlineData("ccj22100.21o")]
    [InlineData("npaz3550.21o")]
    public void What_is_written_is_read_again(string name)
    {
        byte[] compact = Compress(TestData.Shared("data/obs/" + name), out _);
        (List<Row> again, List<Diagnostic> told, RinexObservationReader reader) = ObservationText.Read(compact);
        Assert.Empty(told);
        Assert.Equal(3, reader.Header.CompactVersion);
        List<Row> before = ObservationText.Read(File.ReadAllBytes(TestData.Shared("data/obs/" + name))).Rows;
        Assert.Equal(before.Select(r => (r.Time, r.Satellite, r.Mark)), again.Select(r => (r.Time, r.Satellite, r.Mark)));
        foreach ((Row a, Row b) in before.Zip(again))
        {
            int columns = a.Layout.Of(a.Satellite.System).Length;
            Assert.Equal(a.Values[..columns], b.Values[..columns]);
            for (int i = 0; i < columns; i++)
            {
                Assert.True(double.IsNaN(a.Values[i]) || (a.LossOfLock[i], a.Strengths[i]) == (b.LossOfLock[i], b.Strengths[i]));
            }
        }
    }

    /// <summary>RNX2CRX 4.0.7 wrote the same differences from the same file: all numbers of all lines.</summary>
    [Fact]
    public void Differences_are_those_of_RNX2CRX()
    {
        string[] theirs = Body(File.ReadAllLines(TestData.Shared("data/obs/ACOR00ESP_R_20213550000_01D_30S_MO.crx")));
        string[] ours = Body(Encoding.ASCII.GetString(Compress(TestData.Shared("data/obs/ACOR00ESP_R_20213550000_01D_30S_MO.rnx"), out _)).Split('\n', StringSplitOptions.None)[..^1]);
        Assert.Equal(theirs.Length, ours.Length);
        int numbers = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            // At most fifteen observations; what comes after the last is flags, in which blanks may be written in two ways.
            string[] a = theirs[i].Split(' '), b = ours[i].Split(' ');
            for (int k = 0; k < Math.Min(9, Math.Min(a.Length, b.Length)) && !a[0].StartsWith('>') && (i < 2 || a[0].Length > 0); k++)
            {
                Assert.Equal(a[k], b[k]);
                numbers += a[k].Length > 0 ? 1 : 0;
            }
        }

        Assert.True(numbers > 5000, $"{numbers}");

        static string[] Body(string[] lines) => [.. lines.SkipWhile(l => !l.Contains("END OF HEADER", StringComparison.Ordinal)).Skip(1)];
    }

    [Fact]
    public void Events_gaps_and_clock_offsets_come_back()
    {
        string one = "G05  20000000.125\n";
        string text = ObservationText.Header3() + "> 2021 03 19 12 00 00.0000000  0  1      -0.000123456789\n" + one +
            "> 2021 03 19 12 00 01.0000000  0  2      -0.000123456000\n" + one + "R07  20000001.00012    100000.25035\n" +
            "> 2021 03 19 12 00 02.0000000  1  1\nR07  20000002.000 2\n" +
            ">                              4  1\n" + ObservationText.Line("G    2 C5Q C1C", "SYS / # / OBS TYPES") + "> 2021 03 19 12 00 03.0000000  0  1       0.000000000001\n" + one +
            "> 2021 03 19 12 00 04.0000000  0  0\n> 2021 03 19 12 00 05.0000000  0  1\n" + one;
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(Encoding.ASCII.GetBytes(text)), "a.rnx", ReadingRules.ErrorsEnd);
        using MemoryStream written = new();
        RinexObservationWriter.Write(written, reader.Header, reader, 3.05, compact: true);
        (List<Row> a, _, _) = ObservationText.Read(text);
        (List<Row> b, List<Diagnostic> told, RinexObservationReader again) = ObservationText.Read(written.ToArray());
        Assert.Empty(told);
        Assert.Equal((6, 1), (again.Epochs, again.Events));
        Assert.Equal(a.Select(r => (r.Time, r.Satellite, r.Mark, r.ClockOffset, r.Layout.Of(GnssSystem.Gps)[0])), b.Select(r => (r.Time, r.Satellite, r.Mark, r.ClockOffset, r.Layout.Of(GnssSystem.Gps)[0])));
        Assert.Equal(a.SelectMany(r => r.Values), b.SelectMany(r => r.Values));
        Assert.Equal(a.SelectMany(r => r.Strengths), b.SelectMany(r => r.Strengths));
        Assert.Equal(a.SelectMany(r => r.LossOfLock), b.SelectMany(r => r.LossOfLock));
    }

    private static byte[] Compress(string path, out int epochs)
    {
        using RinexObservationReader reader = RinexObservationReader.Open(path, ReadingRules.ErrorsEnd);
        using MemoryStream stream = new();
        (epochs, int leftOut) = RinexObservationWriter.Write(stream, reader.Header, reader, reader.Header.Version >= 4 ? 4.0 : 3.05, compact: true);
        Assert.Equal(0, leftOut);
        return stream.ToArray();
    }
}
