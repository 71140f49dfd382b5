using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Clocks;

public class ClockTableReaderTests
{
    [Theory]
    [InlineData("1\n2\n3\n")]
    [InlineData("phase\n1\n2\n3")]
    [InlineData("# a counter\n1\r\n2\r\n3\r\n")]
    [InlineData("0,1\n1,2\n2,3\n")]
    [InlineData("t,value\n0,1\n1,2\n2,3\n")]
    [InlineData("t_s,phase_s\n10,1\n11,2\n12,3\n")]
    [InlineData("0 1\n1   2\n2 3\n")]
    [InlineData("0\t1\n1\t2\n2\t3\n")]
    [InlineData("0;1\n1;2\n2;3\n\n")]
    [InlineData("mjd,x\n59000,1\n59000.0000115740740741,2\n59000.0000231481481481,3\n")]
    [InlineData("epoch_gpst,sat,phase_s\n2024-01-01T00:00:00,C19,1\n2024-01-01T00:00:01,C19,2\n2024-01-01T00:00:02,C19,3\n")]
    public void Reads_one_clock(string text)
    {
        ClockValues clock = Assert.Single(Read(text).ValueOrThrow().Clocks);
        Assert.Equal([1, 2, 3], clock.Values);
        Assert.Equal(1, clock.Interval.TotalSeconds, 1e-6);     // a modified Julian date of double precision resolves 0.6 us
    }

    [Fact]
    public void Clocks_are_told_apart_by_a_column()
    {
        ClockTable table = Read("run,t_s,phase_s,frequency\n0,0,1,7\n0,30,2,8\n1,0,3,9\n1,30,4,10\n").ValueOrThrow();
        Assert.Equal(["0", "1"], table.Clocks.Select(c => c.Name));
        Assert.Equal([3, 4], table.Clocks[1].Values);
        Assert.Equal(Duration.FromSeconds(30), table.Clocks[1].Interval);
        Assert.Equal([9, 10], Read("run,t_s,phase_s,frequency\n0,0,1,7\n1,0,3,9\n1,30,4,10\n", frequency: true).ValueOrThrow().Clocks[1].Values);
    }

    [Theory]
    [InlineData("1\nnan\n3\n\n5\n", "1,NaN,3,NaN,5")]
    [InlineData("1\n-\ninf\nNA\n5\n", "1,NaN,NaN,NaN,5")]
    [InlineData("0,1\n10,2\n40,5\n50,6\n", "1,2,NaN,NaN,5,6")]
    [InlineData("0,1\n10,\n20,3\n", "1,NaN,3")]
    public void Missing_values_keep_their_place(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Read(text).ValueOrThrow().Clocks[0].Values));

    [Theory]
    [InlineData("0,1\n10,2\n10,9\n20,3\n30,4\n", "1 rows repeat a time", "1,9,3,4")]
    [InlineData("0,1\n20,3\n10,2\n30,4\n40,5\n", "1 times are before the one of the row above", "1,2,3,4,5")]
    public void What_is_mended_is_told(string text, string told, string values)
    {
        ReadResult<ClockTable> result = Read(text);
        Assert.Contains(result.Diagnostics, d => d is { Severity: Severity.Warning, Code: "CN3237" } && d.Problem.Contains(told, StringComparison.Ordinal));
        Assert.Equal(values, string.Join(',', result.ValueOrThrow().Clocks[0].Values));
    }

    [Theory]
    [InlineData("", "CN3230", 0)]
    [InlineData("# nothing\n", "CN3230", 0)]
    [InlineData("1,2,3\n4,5,6\n", "CN3231", 1)]
    [InlineData("a,b,c\n4,5,6\n", "CN3231", 1)]
    [InlineData("1\n2\nthree\n4\n", "CN3233", 3)]
    [InlineData("0,1\n1,2\n2\n", "CN3233", 3)]
    [InlineData("0,1\nx,2\n", "CN3233", 2)]
    [InlineData("0,1\n1,2\n1e12,3\n", "CN3236", 0)]
    [InlineData("0,1\n1,2\n2.4,3\n3.1,4\n4.6,5\n", "CN3236", 0)]
    public void Wrong_tables_are_told_with_their_place(string text, string code, int line)
    {
        ReadResult<ClockTable> result = Read(text);
        Assert.False(result.Succeeded);
        Diagnostic error = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal((code, line), (error.Code, error.Where.Line));
    }

    [Fact]
    public void A_rate_goes_with_the_times_or_is_told()
    {
        Assert.Equal(Duration.FromSeconds(0.1), Read("1\n2\n", rate: 10).ValueOrThrow().Clocks[0].Interval);
        Assert.Equal(Duration.FromSeconds(30), Read("0,1\n30,2\n60,3\n", rate: 1.0 / 30).ValueOrThrow().Clocks[0].Interval);
        ReadResult<ClockTable> wrong = Read("0,1\n30,2\n60,3\n", rate: 1);
        Assert.Equal("CN3235", Assert.Single(wrong.Diagnostics).Code);
    }

    /// <summary>A long table of a rounded interval does not drift off its grid: 1/3 s written with four digits.</summary>
    [Fact]
    public void Rounded_times_stay_on_the_grid()
    {
        string text = string.Concat(Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"{i / 3.0:0.0000},{i}\n")));
        ClockValues clock = Read(text).ValueOrThrow().Clocks[0];
        Assert.Equal(10_000, clock.Values.Length);
        Assert.Equal(1 / 3.0, clock.Interval.TotalSeconds, 1e-7);
    }

    [Fact]
    public void Packed_tables_are_read()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("1\n2\n"u8);
        }

        packed.Position = 0;
        Assert.Equal([1, 2], ClockTableReader.Read(packed, "x.gz", false, double.NaN, TestContext.Current.CancellationToken).ValueOrThrow().Clocks[0].Values);
    }

    /// <summary>Rows without end are refused with a number, not until the memory is gone.</summary>
    [Fact, Trait("Category", "Long")]
    public void Endless_rows_are_refused()
    {
        using PrefixedStream stream = new("1.25e-9\n"u8.ToArray(), new EndlessStream((byte)'\n'));      // an empty line is a missing value
        ReadResult<ClockTable> result = ClockTableReader.Read(stream, "endless", false, double.NaN, TestContext.Current.CancellationToken);
        Assert.Equal("CN3232", Assert.Single(result.Diagnostics).Code);
    }

    private static ReadResult<ClockTable> Read(string text, bool frequency = false, double rate = double.NaN) =>
        ClockTableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "table.csv", frequency, rate);
}
