using System.CommandLine;
using System.Text;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>reproduce</c> and <c>reproduce ID</c>: makes published numbers and the validation pages anew.</summary>
internal static class ReproduceVerb
{
    private const string Everything = "all";

    public static Command Create()
    {
        IReadOnlyList<ReproduciblePage> pages = ReproduciblePage.All;
        string[] ids = [.. PublishedSources.All.Select(s => s.Id)];
        Argument<string> id = new("id")
        {
            Description = $"What to reproduce: all published numbers (the default), one of them ({ids[0]} to {ids[^1]}), or a page: " + string.Join("; ", pages.Select(p => $"{p.Name} ({p.Description})")),
            HelpName = "ID",
            DefaultValueFactory = _ => Everything,
        };
        id.AcceptOnlyFromAmong([Everything, .. pages.Select(p => p.Name), .. ids, .. ids.Select(i => i.ToLowerInvariant())]);
        Option<string> data = new("--data") { Description = "Folder with the data; files are sought in it and in its folders sp3, clk, ...", HelpName = "DIR", DefaultValueFactory = _ => "../shared/data" };
        Option<bool> quick = new("--quick") { Description = "Leave out published numbers that take more than half a minute" };
        Option<bool> resume = new("--resume") { Description = "Go on with published numbers that an interrupted run with the same -o FILE has left in FILE.rows" };
        Option<string> format = Options.Format("md", "csv", "json", "parquet");
        Option<int> threads = Options.Threads();
        Option<string?> output = Options.Output("Write the page to FILE instead of standard output, as docs/validation.md and in docs/validation");
        Command command = new("reproduce", "Make published numbers, or a validation page, anew; exit 1 where a requirement is not met, 3 where recorded data are missing") { id, data, quick, resume, format, threads, output };
        command.SetAction((parsed, cancel) =>
        {
            (string name, string? path, string kind) = (parsed.GetRequiredValue(id), parsed.GetValue(output), parsed.GetRequiredValue(format));
            ReproduceRequest request = new(parsed.GetRequiredValue(data), parsed.GetValue(threads), cancel);
            if (parsed.GetResult(data) is { Implicit: false } && !Directory.Exists(request.Data))
            {
                throw new InputException(Diagnostic.Error("CN6127", new SourceSpan(request.Data), "there is no such folder of data", "mend --data, or leave it out: rows that need recorded data are skipped then"));
            }

            if (pages.FirstOrDefault(p => p.Name == name) is { } page)
            {
                if (kind != "md" || parsed.GetValue(quick) || parsed.GetValue(resume))
                {
                    throw new InputException(Diagnostic.Error("CN6128", new SourceSpan(name), "is a page of text: it has neither other formats nor a short form, and is made in one go", "leave out --format, --quick and --resume, or ask for published numbers"));
                }

                ReproducedPage made = page.Make(request);
                Write(path, made.Text);
                return Task.FromResult(made.Met ? ExitCode.Done : ExitCode.CriterionFailed);
            }

            RecipeRows? kept = path is null or "-" || path.StartsWith("/dev/", StringComparison.Ordinal) ? null : new RecipeRows(path, request.Data, parsed.GetValue(resume));
            if (kept?.Count > 0)
            {
                Console.Error.WriteLine($"reproduce: {kept.Count} recipes are through already");
            }

            PublishedTable table = PublishedTable.Make(name == Everything ? null : name.ToUpperInvariant(), parsed.GetValue(quick), request, kept);
            if (kind == "md")
            {
                Write(path, table.Page());
            }
            else
            {
                TableOutput.Write(path, kind, PublishedTable.Columns, table.Write);
            }

            kept?.Delete();

            Console.Error.WriteLine(FormattableString.Invariant($"reproduce: {table.Count()} {table.Minutes:0.0} min of processor time"));
            foreach (IGrouping<string, PublishedNumber> skipped in table.Skipped.GroupBy(r => r.Reason))
            {
                Console.Error.WriteLine($"skipped {string.Join(", ", skipped.Select(r => r.Id).Distinct())}: {skipped.Key}");
            }

            return Task.FromResult(!table.Met ? ExitCode.CriterionFailed : table.Skipped.Any() ? ExitCode.Incomplete : ExitCode.Done);
        });
        return command.WithExamples([
            "constellation reproduce --data ../shared/data -o docs/validation.md", "constellation reproduce --data ../shared/data -o docs/validation.md --resume", "constellation reproduce G2", "constellation reproduce --quick --format csv",
            .. pages.Select(p => $"constellation reproduce {p.Name} --data ../shared/data -o docs/validation/{p.Name}.md")]);
    }

    private static void Write(string? path, string text)
    {
        if (path is null or "-")
        {
            Console.Out.Write(text);
            return;
        }

        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }
}
