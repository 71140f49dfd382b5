using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Sp3;

public sealed class Sp3BadInputTests
{
    [Fact]
    public void A_bad_number_is_told_with_its_place()
    {
        string text = Sp3Samples.Text();
        string[] lines = text.Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith("PG05", StringComparison.Ordinal));
        lines[line] = lines[line][..20] + "x" + lines[line][21..];
        Assert.Equal(
            $"bad.sp3({line + 1},21): error CN3020: '{lines[line].Substring(18, 14).Trim()}' is not a number (position y of G05); mend the number, or write 0.000000 (position) or 999999.999999 (clock) for a missing value",
            Only(string.Join('\n', lines)));
    }

    [Fact]
    public void A_cut_file_is_told()
    {
        string text = Sp3Samples.Text();
        string cut = text[..(text.IndexOf("*  2020  6 25  1  0", StringComparison.Ordinal) - 1)];
        Assert.Equal("bad.sp3(34,0): error CN3025: the file ends without its EOF line, at epoch 4 of 12; the file is cut: fetch it again".Replace(",0)", ")", StringComparison.Ordinal), Only(cut));
    }

    [Fact]
    public void An_epoch_off_the_interval_is_told()
    {
        string text = Sp3Samples.Text().Replace("*  2020  6 25  0 30  0.00000000", "*  2020  6 25  0 31  0.00000000", StringComparison.Ordinal);
        Assert.Equal(
            "bad.sp3(29,4): error CN3024: '2020  6 25  0 31  0.00000000' is not the start plus a number of intervals of 900 s, after the epoch before; mend the epoch line",
            Only(text));
    }

    [Fact]
    public void Another_kind_of_file_is_told() =>
        Assert.Equal("bad.sp3(1,1): error CN3001: the first line is not that of an SP3 file (#a to #d); give an SP3 file, plain or gzip", Only("hello\nworld\n"));

    [Fact]
    public void An_empty_file_is_told() =>
        Assert.Equal("bad.sp3(1,1): error CN3001: the file is empty; give an SP3 file, plain or gzip", Only(""));

    [Fact]
    public void A_missing_file_is_told()
    {
        InputException e = Assert.Throws<InputException>(() => Sp3Reader.Read("no/such/file.sp3"));
        Assert.Equal("no/such/file.sp3: error CN3000: cannot be opened: no such file; check the name and the folder", e.Diagnostics.Single().ToString());
    }

    [Fact]
    public void All_problems_are_told_at_once_but_not_without_end()
    {
        string text = Sp3Samples.Text().Replace("PC23", "PX99", StringComparison.Ordinal);
        ReadResult<Sp3File> result = Read(text);
        Assert.Null(result.Value);
        Assert.Equal(12, result.Diagnostics.Count);

        string endless = Sp3Samples.Text().Replace("EOF", string.Concat(Enumerable.Repeat("PX99\n", 500)), StringComparison.Ordinal);
        IReadOnlyList<Diagnostic> many = Read(endless).Diagnostics;
        Assert.Equal(101, many.Count);
        Assert.Equal("CN3004", many[^1].Code);
    }

    [Fact]
    public void Damaged_gzip_is_told()
    {
        byte[] gzip = Gzip(Sp3Samples.Text());
        ReadResult<Sp3File> result = Sp3Reader.Read(new MemoryStream(gzip[..(gzip.Length / 2)]), "bad.sp3.gz");
        Assert.Contains(result.Diagnostics, d => d.Code is "CN3002" or "CN3025");
        Assert.Null(result.Value);
    }

    /// <summary>Without strictness the end of a cut stream passes for the end of the file: half a day of clocks would be a good file.</summary>
    [Fact]
    public void Cut_gzip_is_told_even_where_a_whole_line_ends()
    {
        byte[] gzip = Gzip(Sp3Samples.Text());
        for (int cut = 3; cut < gzip.Length - 30; cut += 7)        // behind EOF nothing is read, nor missed
        {
            Assert.Contains(Sp3Reader.Read(new MemoryStream(gzip[..cut]), "bad.sp3.gz").Diagnostics, d => d.Code == "CN3002");
        }
    }

    [Theory, InlineData("0.00000001", "0.00000001"), InlineData("0.00100000", "0.001"), InlineData("1.00000000", "1")]
    public void An_interval_far_below_the_epochs_is_told(string interval, string printed)
    {
        string text = Sp3Samples.Text().Replace("  900.00000000", interval.PadLeft(14), StringComparison.Ordinal);
        Assert.Equal($"bad.sp3(2,25): error CN3022: an interval of {printed} s does not go with 12 epochs over 9900 s; write the interval of the epochs in columns 25 to 38 of the second line", Only(text));
    }

    [Fact]
    public void Records_before_the_first_epoch_are_told_once()
    {
        string text = Sp3Samples.Text();
        int at = text.IndexOf("*  2020", StringComparison.Ordinal);
        Assert.Equal("bad.sp3(23,1): error CN3024: a record before the first epoch; every record follows its epoch line, which begins with '*'", Only(text.Remove(at, text.IndexOf('\n', at) + 1 - at)));
    }

    [Fact]
    public void A_position_of_another_form_is_told() =>
        Assert.StartsWith("bad.sp3(24,5): error CN3020: the position of C23 is beyond what the columns can hold", Only(Replaced("PC23", 4, " 1.000000E+300")), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() => Assert.NotNull(Read("\uFEFF" + Sp3Samples.Text()).Value);

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        byte[] clean = Encoding.ASCII.GetBytes(Sp3Samples.Text());
        for (int seed = 0; seed < 300; seed++)
        {
            byte[] damaged = Damage.Some(clean, seed);
            ReadResult<Sp3File> result = Sp3Reader.Read(new MemoryStream(damaged), "bad.sp3");
            Assert.True(result.Value is not null || result.Diagnostics.Count > 0);
            if (result.Succeeded)
            {
                foreach (Sp3Satellite satellite in result.Value!.Satellites)
                {
                    _ = result.Value.Orbit(satellite.Id);
                    _ = result.Value.Clock(satellite.Id);
                }
            }
        }
    }

    [Fact]
    public void A_line_without_end_does_not_fill_the_memory()
    {
        ReadResult<Sp3File> result = Sp3Reader.Read(new EndlessStream((byte)'#'), "bad.sp3");
        Assert.Equal("CN3003", result.Diagnostics[0].Code);
    }

    private static byte[] Gzip(string text)
    {
        using MemoryStream stream = new();
        using (System.IO.Compression.GZipStream gzip = new(stream, System.IO.Compression.CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return stream.ToArray();
    }

    /// <summary>The sample with fourteen columns of its first line of that beginning replaced.</summary>
    private static string Replaced(string line, int column, string field)
    {
        string text = Sp3Samples.Text();
        int at = text.IndexOf(line, StringComparison.Ordinal) + column;
        return string.Concat(text.AsSpan(0, at), field, text.AsSpan(at + field.Length));
    }

    private static ReadResult<Sp3File> Read(string text) => Sp3Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "bad.sp3");

    private static string Only(string text) => Read(text).Diagnostics.Single().ToString();
}
