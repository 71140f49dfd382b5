using Constellation.Cli;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Tables;

/// <summary>What is written here is read by two programs that know nothing of it: Parquet.Net and DuckDB.</summary>
public sealed class ParquetTableWriterTests : IDisposable
{
    private static readonly TableColumn[] s_columns =
    [
        new("few", TableColumnKind.Text), new("many", TableColumnKind.Text), new("n", TableColumnKind.Integer), new("row", TableColumnKind.Integer), new("x", TableColumnKind.Real),
        new("epoch_gpst", TableColumnKind.Epoch), new("maybe", TableColumnKind.Text, Optional: true), new("count", TableColumnKind.Integer, Optional: true),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("parquet-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>No rows, one, around a run of eight, around a group; every way in which values are coded.</summary>
    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(7), InlineData(8), InlineData(9), InlineData(519), InlineData(122_879), InlineData(122_880), InlineData(122_881)]
    public void What_is_written_is_read(int rows)
    {
        string path = Path.Combine(_folder, "t.parquet");
        Epoch start = Epoch.FromGps(2333, Duration.FromSeconds(432_000));
        AtomicFile.Write(path, stream =>
        {
            using ParquetTableWriter writer = new(stream, s_columns, new Dictionary<string, string> { ["by"] = "test" });
            for (int i = 0; i < rows; i++)
            {
                writer.Text(Few(i)).Text($"é {i}").Integer(N(i)).Integer(-i).Real(X(i)).Epoch(start + Duration.FromSeconds(i / 3));
                _ = i % 3 == 0 ? writer.Missing() : writer.Text(i % 3 == 1 ? "" : "some");
                _ = i % 100 < 50 ? writer.Integer(i) : writer.Missing();
                writer.EndRow();
            }
        });
        ColumnTable table = ColumnTable.Read(path);
        int[] all = [.. Enumerable.Range(0, rows)];
        Assert.Equal(all.Select(Few), table.Text("few"));
        Assert.Equal(all.Select(i => $"é {i}"), table.Text("many"));
        Assert.Equal(all.Select(N), table.Integer("n"));
        Assert.Equal(all.Select(i => -(long)i), table.Integer("row"));
        Assert.Equal(all.Select(X), table.Real("x"));
        Assert.Equal(all.Select(i => start + Duration.FromSeconds(i / 3)), table.Epochs("epoch_gpst"));

        Assert.Equal(all.Select(i => i % 3 == 2 ? "some" : ""), table.Text("maybe"));
        Assert.Equal(rows <= 50, table.Has(new("count", TableColumnKind.Integer)));

        long sum = all.Sum(N), missing = all.LongCount(i => i % 100 >= 50);
        using FolderQuery query = FolderQuery.Open(_folder, 1);
        const string Sql = "SELECT count(*), count(DISTINCT many), coalesce(sum(n), 0), coalesce(-min(row), 0), count(*) - count(maybe), count(*) FILTER (maybe = ''), count(*) - count(count), count(*) FILTER (isnan(x)), min(epoch_gpst)::VARCHAR FROM t";
        using MemoryStream answer = new();
        query.Read(Sql, (columns, write) =>
        {
            using TableWriter csv = TableWriter.Create("csv", answer, columns);
            write(csv);
        }, TestContext.Current.CancellationToken);
        string expected = FormattableString.Invariant($"{rows},{rows},{sum},{Math.Max(0, rows - 1)},{(rows + 2) / 3},{(rows + 1) / 3},{missing},{(rows + 9) / 11},{(rows == 0 ? "" : "2024-09-27 00:00:00")}");
        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(answer.ToArray()).Split('\n')[1]);
    }

    private static string Few(int i) => i % 1000 < 20 ? "start" : $"region-{i % 300}";

    private static long N(int i) => i / 17 % 5 * 1_000_000_000_000L;

    private static double X(int i) => i % 11 == 1 ? double.NaN : Math.Sin(i);
}
