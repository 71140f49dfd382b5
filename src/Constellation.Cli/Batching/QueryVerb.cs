using System.CommandLine;

namespace Constellation.Cli;

/// <summary><c>query DIR "SQL"</c>: questions to the tables of a batch or of a run.</summary>
internal static class QueryVerb
{
    public static Command Create()
    {
        Argument<string> path = new("folder") { Description = "A batch folder (views: results, points), a run folder, or any folder of Parquet and CSV tables: every file is a view of its name, with the extension where two differ in that alone", HelpName = "DIR" };
        Argument<string?> sql = new("sql") { Description = "One statement that selects; without it the views and their columns are listed", HelpName = "SQL", Arity = ArgumentArity.ZeroOrOne };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Option<int> threads = new("--threads")
        {
            Description = "Threads of the query; sums over more than one differ in the last digits from time to time",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        Command command = new("query", "Ask the tables of a folder in SQL (DuckDB)") { path, sql, format, output, threads };
        command.SetAction((parsed, cancel) =>
        {
            using FolderQuery query = FolderQuery.Open(parsed.GetRequiredValue(path), Math.Clamp(parsed.GetValue(threads), 1, 256));
            string statement = parsed.GetValue(sql) ?? FolderQuery.Views;
            if (parsed.GetRequiredValue(format) == "parquet")
            {
                TableOutput.Fill(parsed.GetValue(output), file => query.WriteParquet(statement, file, cancel));
                return Task.FromResult(ExitCode.Done);
            }

            query.Read(statement, (columns, rows) => TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), columns, rows), cancel);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(
            "Nothing is changed: statements that write are turned away. Other files that you may read can be asked beside the views,\n"
            + "such as those of another batch: SELECT * FROM read_parquet('other/merged.parquet'). No value is an empty field, or null in JSON, where NaN\n"
            + "and infinity are null too. Columns of one name are numbered. Parquet keeps the types of SQL: times, truths, decimals, lists.")
            .WithExamples(
            "constellation query clocks \"SELECT name, avg(value) FROM results WHERE metric = 'sisre_rms' AND scope = 'all' GROUP BY name ORDER BY 2\"",
            "constellation query runs/beidou-3 \"SELECT sat, max(sisre_m) FROM sisre GROUP BY sat ORDER BY 2 DESC\" --format json",
            "constellation query clocks");
    }
}
