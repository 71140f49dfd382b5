using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Tables;

/// <summary>Columns with nothing in them, long texts, numbers at the ends of their ranges, dictionaries at their limit; asked with the filters by which readers pass over groups.</summary>
public sealed class ParquetEdgeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private void Write(string name, TableColumn[] columns, Action<ParquetTableWriter> rows)
    {
        using FileStream stream = File.Create(Path.Combine(_folder, name + ".parquet"));
        using ParquetTableWriter writer = new(stream, columns);
        rows(writer);
    }

    private string Ask(string sql)
    {
        using FolderQuery query = FolderQuery.Open(_folder, 2);
        using MemoryStream answer = new();
        query.Read(sql, (columns, write) =>
        {
            using TableWriter csv = TableWriter.Create("csv", answer, columns);
            write(csv);
        }, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(answer.ToArray()).Split('\n', 2)[1].TrimEnd();
    }

    [Theory]
    [InlineData(1), InlineData(20_000), InlineData(130_000)]
    public void A_column_may_hold_nothing(int rows)
    {
        Write("t", [new("a", TableColumnKind.Text, Optional: true), new("b", TableColumnKind.Integer, Optional: true)], w =>
        {
            for (int i = 0; i < rows; i++)
            {
                w.Missing().Missing().EndRow();
            }
        });
        Assert.Equal(FormattableString.Invariant($"{rows},0,0"), Ask("SELECT count(*), count(a), count(b) FROM t"));
        Assert.Equal("0", Ask("SELECT count(*) FROM t WHERE a = '' OR b > 0"));
        ColumnTable table = ColumnTable.Read(Path.Combine(_folder, "t.parquet"));
        Assert.All(table.Text("a"), text => Assert.Equal("", text));
        Assert.Equal(rows, table.Text("a").Length);
    }

    /// <summary>UTF-8 orders texts by code points, UTF-16 does not: U+FF5E comes before U+1F6F0 in the one and after it in the other.</summary>
    [Fact]
    public void Filters_find_texts_beyond_the_first_plane()
    {
        string[] texts = ["～", "\U0001F6F0", "z", "é", "", "\ud800", new('x', 64), new('x', 3_000_000)];
        Write("t", [new("a", TableColumnKind.Text)], w =>
        {
            foreach (string text in texts)
            {
                w.Text(text).EndRow();
            }
        });
        Write("short", [new("a", TableColumnKind.Text)], w =>
        {
            foreach (string text in texts[..7])
            {
                w.Text(text).EndRow();
            }
        });
        foreach (string table in new[] { "t", "short" })
        {
            Assert.Equal("1,1,1", Ask($"SELECT count(*) FILTER (a = '～'), count(*) FILTER (a = '\U0001F6F0'), count(*) FILTER (a = '') FROM {table}"));
            Assert.Equal("1", Ask($"SELECT count(*) FROM {table} WHERE a = '\U0001F6F0'"));
            Assert.Equal("1", Ask($"SELECT count(*) FROM {table} WHERE a = '～'"));
            Assert.Equal("\U0001F6F0", Ask($"SELECT max(a) FROM {table}"));
        }

        Assert.Equal("3000000", Ask("SELECT max(length(a)) FROM t"));
        Assert.Equal(texts[7], ColumnTable.Read(Path.Combine(_folder, "t.parquet")).Text("a")[7]);
    }

    [Fact]
    public void Numbers_at_the_ends_of_their_ranges()
    {
        double[] reals = [0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue];
        long[] integers = [long.MinValue, long.MaxValue, 0, -1, 1L << 31, (1L << 31) - 1, 1L << 53];
        Write("t", [new("x", TableColumnKind.Real), new("n", TableColumnKind.Integer)], w =>
        {
            for (int i = 0; i < reals.Length; i++)
            {
                w.Real(reals[i]).Integer(integers[i]).EndRow();
            }
        });
        ColumnTable table = ColumnTable.Read(Path.Combine(_folder, "t.parquet"));
        Assert.Equal(reals.Select(BitConverter.DoubleToInt64Bits), table.Real("x").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(integers, table.Integer("n"));
        Assert.Equal("2", Ask("SELECT count(*) FROM t WHERE x = 0"));
        Assert.Equal("1", Ask("SELECT count(*) FROM t WHERE isnan(x)"));
        Assert.Equal("3", Ask("SELECT count(*) FROM t WHERE x > 1"));           // DuckDB takes NaN for the greatest
        Assert.Equal("-9223372036854775808,9223372036854775807", Ask("SELECT min(n), max(n) FROM t"));
        Assert.Equal("1", Ask("SELECT count(*) FROM t WHERE n = 2147483648"));
    }

    [Theory]
    [InlineData("1677-09-22T00:00:00GPST", true), InlineData("1677-09-21T23:59:59GPST", false), InlineData("2262-04-11T23:47:16GPST", true), InlineData("2262-04-11T23:47:17GPST", false)]
    public void Epochs_end_with_64_bits_of_nanoseconds(string text, bool held)
    {
        Epoch epoch = Epoch.Parse(text);
        TableColumn[] columns = [new("epoch_gpst", TableColumnKind.Epoch)];
        if (held)
        {
            Write("t", columns, w => w.Epoch(epoch).EndRow());
            Assert.Equal(epoch, Assert.Single(ColumnTable.Read(Path.Combine(_folder, "t.parquet")).Epochs("epoch_gpst")));
            Assert.Equal(text[..19].Replace('T', ' '), Ask("SELECT epoch_gpst::VARCHAR FROM t"));
            return;
        }

        InputException e = Assert.Throws<InputException>(() => Write("t", columns, w => w.Epoch(epoch).EndRow()));
        Assert.Equal("CN6073", e.Diagnostics[0].Code);
    }

    /// <summary>About the number of distinct values from which on they are written as they are, and the widths of codes below it.</summary>
    [Theory]
    [InlineData(2), InlineData(3), InlineData(255), InlineData(256), InlineData(257), InlineData(32_769), InlineData(61_440), InlineData(61_441)]
    public void Dictionaries_of_any_width(int distinct)
    {
        const int Rows = 122_880;
        static int Of(int i, int distinct) => (int)(i * 2_654_435_761L % Rows % distinct);
        Write("t", [new("a", TableColumnKind.Text), new("n", TableColumnKind.Integer, Optional: true)], w =>
        {
            for (int i = 0; i < Rows; i++)
            {
                w.Text(FormattableString.Invariant($"t{Of(i, distinct)}"));
                _ = i % 5 == 0 ? w.Missing() : w.Integer(Of(i, distinct));
                w.EndRow();
            }
        });
        int[] all = [.. Enumerable.Range(0, Rows).Select(i => Of(i, distinct))];
        Assert.Equal(all.Select(v => FormattableString.Invariant($"t{v}")), ColumnTable.Read(Path.Combine(_folder, "t.parquet")).Text("a"));
        string expected = FormattableString.Invariant($"{all.Distinct().Count()},{all.Sum(v => (long)v)},{all.Where((_, i) => i % 5 != 0).Sum(v => (long)v)}");
        Assert.Equal(expected, Ask("SELECT count(DISTINCT a), sum(substr(a, 2)::BIGINT), sum(n) FROM t"));
    }
}
