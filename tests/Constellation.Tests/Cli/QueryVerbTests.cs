using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Cli;

public sealed class QueryVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("query-").FullName;

    public QueryVerbTests() => File.WriteAllText(Path.Combine(_folder, "t.csv"), "a,b\n1,x\n2,y\n");

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>A missing integer is no zero.</summary>
    [Fact]
    public void No_value_is_no_value()
    {
        const string Sql = "SELECT * FROM (VALUES (NULL::INT, NULL::DOUBLE, 'x'), (3, 0.5, NULL)) t(i, r, s)";
        Assert.Equal("i,r,s\n,,x\n3,0.5,\n", Ask(Sql, "csv"));
        Assert.Equal("""[{"i":null,"r":null,"s":"x"},{"i":3,"r":0.5,"s":null}]""", Ask(Sql, "json"));
        Assert.Equal("""[{"b":true},{"b":null}]""", Ask("SELECT * FROM (VALUES (true), (NULL)) t(b)", "json"));
    }

    [Fact]
    public void A_missing_integer_stays_missing_in_parquet()
    {
        Assert.Equal(0, Run("SELECT * FROM (VALUES (NULL::INT, 'x'), (3, NULL)) t(i, s)", "parquet", Path.Combine(_folder, "n.parquet")));
        Assert.Equal("i,s\n,x\n3,\n", Ask("SELECT i, s FROM n", "csv"));
    }

    /// <summary>Both can be asked, and none in the other's place.</summary>
    [Fact]
    public void Two_tables_of_one_stem_have_their_whole_names()
    {
        Assert.Equal(0, Run("SELECT 7 AS a", "parquet", Path.Combine(_folder, "T.parquet")));
        Assert.Equal("s\n3\n", Ask("SELECT sum(a) AS s FROM \"t.csv\"", "csv"));
        Assert.Equal("s\n7\n", Ask("SELECT sum(a) AS s FROM \"T.parquet\"", "csv"));
    }

    [Theory]
    [InlineData("SELECT true AS b, DATE '2024-01-02' AS d", "b,d\ntrue,2024-01-02\n")]
    [InlineData("-- which\nSELECT ';' AS a, 'it''s; --' AS b /* ; */ ; ", "a,b\n;,it's; --\n")]
    [InlineData("(SELECT max(a) AS m FROM t)", "m\n2\n")]
    [InlineData("SELECT E'\\';' AS a, $q$ ; $q$ AS b --\r, 3 AS c", "a,b,c\n';, ; ,3\n")]
    [InlineData("SELECT 1 AS a, 2 AS a, 3 AS A, 4 AS a_1", "a,a_1,A_2,a_1_1\n1,2,3,4\n")]
    [InlineData("SELECT max(a) AS \"m, n\", '' AS e, NULL::VARCHAR AS z FROM t", "\"m, n\",e,z\n2,\"\",\n")]
    [InlineData("SELECT sum(a) AS s, 'inf'::DOUBLE AS i, 'nan'::DOUBLE AS n FROM t", "s,i,n\n3,Infinity,\n")]
    [InlineData("SELECT TIMESTAMPTZ '2024-01-02 03:04:05.5+00' AS t", "t\n2024-01-02T03:04:05.500000000Z\n")]
    public void Values_come_out_as_written(string sql, string expected) => Assert.Equal(expected, Ask(sql, "csv"));

    [Theory]
    [InlineData("SELECT 1; SELECT 2", "CN6052")]
    [InlineData("SELECT 1; COPY (SELECT 1) TO 'OUT'", "CN6052")]
    [InlineData("EXPLAIN ANALYZE COPY (SELECT 1) TO 'OUT'", "CN6052")]
    [InlineData("EXPLAIN (ANALYZE) COPY (SELECT 1) TO 'OUT'", "CN6052")]
    [InlineData("SELECT E'\\'' ; COPY (SELECT 1) TO 'OUT' --'", "CN6052")]
    [InlineData("SELECT 1 --\r; COPY (SELECT 1) TO 'OUT'", "CN6052")]
    [InlineData("SELECT 1 AS a$b$) TO 'OUT'; COPY (SELECT 1) TO 'OUT'; SELECT (1 AS c$b$", "CN6052")]
    [InlineData("SELECTED", "CN6052")]
    [InlineData("", "CN6052")]
    [InlineData("SELECT [1, NULL] AS c", "CN6051")]
    [InlineData("SELECT INTERVAL 1 MONTH AS c", "CN6051")]
    [InlineData("SELECT 170141183460469231731687303715884105727 AS c", "CN6071")]
    [InlineData("SELECT DATE '200000-01-01' AS c", "CN6071")]
    [InlineData("SELECT TIMESTAMP 'infinity' AS c", "CN6071")]
    public void What_writes_or_fits_no_table_is_turned_away(string sql, string code)
    {
        string written = Path.Combine(_folder, "written.csv");
        using FolderQuery query = FolderQuery.Open(_folder, 1);
        InputException e = Assert.Throws<InputException>(() => query.Read(
            sql.Replace("OUT", written, StringComparison.Ordinal),
            (columns, rows) =>
            {
                using TableWriter table = TableWriter.Create("csv", Stream.Null, columns);
                rows(table);
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(code, e.Diagnostics[0].Code);
        Assert.False(File.Exists(written));
    }

    [Fact]
    public void A_table_that_is_cut_is_told_by_its_name()
    {
        File.WriteAllText(Path.Combine(_folder, "cut.parquet"), "PAR1");
        InputException e = Assert.Throws<InputException>(() => FolderQuery.Open(_folder, 1).Dispose());
        Assert.Equal("CN6072", e.Diagnostics[0].Code);
        Assert.EndsWith("cut.parquet", e.Diagnostics[0].Where.File, StringComparison.Ordinal);
    }

    /// <summary>Types as DuckDB names them, read back from the file; of one column name more are numbered as in other formats.</summary>
    [Fact]
    public void Parquet_keeps_the_types_of_sql()
    {
        const string Sql = "SELECT TIMESTAMP '2024-01-02 03:04:05' AS t, DATE '2024-01-02' AS d, true AS b, 1.25::DECIMAL(6, 2) AS m, [1, NULL] AS l, 1 AS a, 2 AS a, 3 AS A, 4 AS a_1; -- all";
        Assert.Equal(0, Run(Sql, "parquet", Path.Combine(_folder, "p.parquet")));
        Assert.Equal("n,y\nt,TIMESTAMP\nd,DATE\nb,BOOLEAN\nm,\"DECIMAL(6,2)\"\nl,INTEGER[]\na,INTEGER\na_1,INTEGER\nA_2,INTEGER\na_1_1,INTEGER\n", Ask("SELECT column_name AS n, column_type AS y FROM (DESCRIBE p)", "csv"));
        Assert.Equal("t,m,l\n2024-01-02T03:04:05.000000000,1.25,\"[1, NULL]\"\n", Ask("SELECT t, m, l::VARCHAR AS l FROM p", "csv"));
        Assert.Equal(0, Run("SUMMARIZE t", "parquet", Path.Combine(_folder, "s.parquet")));
        Assert.Equal(2, Run("SELECT nothing FROM t", "parquet", Path.Combine(_folder, "no.parquet")));
        Assert.False(File.Exists(Path.Combine(_folder, "no.parquet")));
    }

    /// <summary>Hours of work end when asked; a test that hangs fails.</summary>
    [Fact]
    public void A_query_without_end_can_be_stopped()
    {
        using FolderQuery query = FolderQuery.Open(_folder, 1);
        using CancellationTokenSource stop = new(200);
        Assert.ThrowsAny<OperationCanceledException>(() => query.Read("SELECT sum(a.range * b.range * c.range) FROM range(1000000) a, range(1000000) b, range(1000000) c", (_, _) => { }, stop.Token));
    }

    /// <summary>What broke off a row is told, not that the array of the half row cannot be closed.</summary>
    [Fact]
    public void A_broken_row_of_json_hides_no_error()
    {
        Assert.Throws<FormatException>(Break);

        static void Break()
        {
            using TableWriter writer = TableWriter.Create("json", new MemoryStream(), [new("a", TableColumnKind.Integer), new("b", TableColumnKind.Integer)]);
            writer.Integer(1);
            throw new FormatException();
        }
    }

    [Fact]
    public void A_list_of_values_is_told_in_one_line() =>
        Assert.Equal("Argument 'x' not recognized. Must be one of: all, G1", Program.OneLine("Argument 'x' not recognized. Must be one of:\n\t'all'\n\t'G1'\n\t'g1'\n"));

    private string Ask(string sql, string format)
    {
        string answer = Path.Combine(_folder, "answer.txt");
        Assert.Equal(0, Run(sql, format, answer));
        return File.ReadAllText(answer);
    }

    private int Run(string sql, string format, string file) => Program.Run(["query", _folder, sql, "--format", format, "-o", file], TestContext.Current.CancellationToken);
}
