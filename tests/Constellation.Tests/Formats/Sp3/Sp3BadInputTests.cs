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
        Assert.Equal(12, result.Diagnostics.Count(d => d.Severity == Severity.Error));
        Assert.False(result.Succeeded);
        Assert.True(result.Value!.Find(SatelliteId.Parse("G05"))!.HasPositions);

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
        Assert.False(result.Succeeded);
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
            if (result.Usable)
            {
                foreach (Sp3Satellite satellite in result.Value!.Satellites)
                {
                    _ = result.Value.Orbit(satellite.Id);
                    _ = result.Value.Clock(satellite.Id);
                }
            }
        }
    }

    /// <summary>Nothing of a good file is unsaid: what is absent, missing, marked or cut is told once for the file.</summary>
    [Fact]
    public void What_a_file_lacks_is_told()
    {
        Sp3File file = Sp3Samples.File();
        Sp3Satellite satellite = file.Satellites[0];
        satellite.Positions[3] = new(double.NaN, double.NaN, double.NaN);
        satellite.Clocks[4] = double.NaN;
        satellite.Marks[5] = Sp3Marks.Maneuver;
        satellite.Marks[6] = Sp3Marks.OrbitPredicted | Sp3Marks.ClockEvent;
        using StreamReader text = new(Sp3RoundTripTests.Written(file with { Epochs = [.. file.Epochs.Take(11), file.Epochs[11] + file.Interval] }));
        ReadResult<Sp3File> read = Read(text.ReadToEnd());
        Assert.True(read.Succeeded);
        Assert.Equal(
            [
                "CN3113: 1 positions are absent (0.000000 or 999999.999999): C23 1 of 12 epochs",
                "CN3113: 1 clocks are absent (999999.999999): C23 1 of 12 epochs",
                "CN3114: 1 gap between epochs, the longest from 2020-06-25T02:30:00GPST to 2020-06-25T03:00:00GPST",
                "CN3115: 1 positions are predicted: C23 1",
                "CN3116: 1 positions follow a manoeuvre: C23 1",
                "CN3117: 1 clocks follow a clock event: C23 1",
            ],
            read.Diagnostics.Select(d => $"{d.Code}: {d.Problem}"));
    }

    [Fact]
    public void A_position_of_nines_is_absent()
    {
        string[] lines = Sp3Samples.Text().Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith("PG05", StringComparison.Ordinal));
        lines[line] = lines[line][..4] + " 999999.999999 999999.999999 999999.999999" + lines[line][46..];
        ReadResult<Sp3File> read = Read(string.Join('\n', lines));
        Assert.Contains("1 positions are absent (0.000000 or 999999.999999): G05 1 of", Assert.Single(read.Diagnostics).Problem, StringComparison.Ordinal);
        Assert.True(double.IsNaN(read.Value!.Satellites.Single(s => s.Id.ToString() == "G05").Positions[0].X));
    }

    [Fact]
    public void A_second_record_at_an_epoch_is_told_and_the_first_used()
    {
        string[] lines = Sp3Samples.Text().Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith("PG05", StringComparison.Ordinal));
        string[] twice = [.. lines[..(line + 1)], lines[line][..4] + " 12345.000000" + lines[line][17..], .. lines[(line + 1)..]];
        ReadResult<Sp3File> read = Read(string.Join('\n', twice));
        Assert.Equal($"bad.sp3({line + 2},1): error CN3110: a second record of G05 at this epoch; the first is used: remove one of them", Assert.Single(read.Diagnostics).ToString());
        Assert.Equal(Sp3Samples.File().Satellites[1].Positions, read.Value!.Find(SatelliteId.Parse("G05"))!.Positions);
    }

    [Fact]
    public void Files_that_overlap_tell_by_how_much_they_differ()
    {
        Sp3File first = Sp3Samples.File(), second = Sp3Samples.File();
        second.Satellites[1].Positions[0] += new Constellation.Geodesy.Vector3d(0, 0, 0.25);
        second = second with { Epochs = [.. second.Epochs.Select(e => e + (second.Interval * 11))] };
        second.Satellites[0].Positions[0] = first.Satellites[0].Positions[11];
        second.Satellites[1].Positions[0] = first.Satellites[1].Positions[11] + new Constellation.Geodesy.Vector3d(0, 0, 0.25);
        List<Diagnostic> told = [];
        Sp3File merged = Sp3File.Merge([first, second], told.Add);
        Assert.Equal("1 epochs are in more than one file, the first 2020-06-25T02:45:00GPST; the greatest difference is 0.250 m (G05)", Assert.Single(told).Problem);
        Assert.Equal(first.Satellites[1].Positions[11], merged.Find(SatelliteId.Parse("G05"))!.Positions[11]);
    }

    /// <summary>Between a manoeuvre's row and the one before there is no orbit; on both sides there is.</summary>
    [Fact]
    public void Nothing_is_interpolated_across_a_manoeuvre()
    {
        Sp3File file = Sp3Samples.File();
        file.Satellites[0].Marks[6] = Sp3Marks.Maneuver;
        Constellation.Orbits.TabulatedOrbit orbit = file.Orbit(file.Satellites[0].Id)!;
        Assert.Equal(2, orbit.Segments.Count());
        Assert.True(orbit.TryAt(file.Epochs[5], out _));
        Assert.False(orbit.TryAt(file.Epochs[5] + Duration.FromMinutes(5), out _));
        Assert.True(orbit.TryAt(file.Epochs[6], out _));
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

    /// <summary>The one error; warnings say what the file lacks for it.</summary>
    private static string Only(string text) => Read(text).Diagnostics.Single(d => d.Severity == Severity.Error).ToString();
}
