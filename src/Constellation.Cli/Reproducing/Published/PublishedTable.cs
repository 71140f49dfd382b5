using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>The table of published numbers, made by the recipes.</summary>
internal sealed class PublishedTable
{
    private readonly IReadOnlyList<PublishedRecipe> _recipes, _left;

    private PublishedTable(IReadOnlyList<PublishedRecipe> recipes, IReadOnlyList<PublishedRecipe> left, IReadOnlyList<PublishedNumber> rows, double minutes) =>
        (_recipes, _left, Rows, Minutes) = (recipes, left, rows, minutes);

    /// <summary>In the order of <see cref="PublishedSources"/>.</summary>
    public IReadOnlyList<PublishedNumber> Rows { get; }

    /// <summary>Processor time that all of it took, min.</summary>
    public double Minutes { get; }

    /// <summary>Rows whose data are not at hand.</summary>
    public IEnumerable<PublishedNumber> Skipped => Rows.Where(r => r.Verdict == PublishedVerdict.Skipped);

    /// <summary>Whether nothing is missed but what is known and explained.</summary>
    public bool Met => Rows.All(r => r.Verdict != PublishedVerdict.NotMet || r.KnownMiss);

    /// <param name="id">One published number; null: all.</param>
    /// <param name="quick">Leave out recipes of more than half a minute.</param>
    /// <param name="request">Data and threads.</param>
    /// <param name="kept">Where rows are kept as they are made; null: nowhere.</param>
    public static PublishedTable Make(string? id, bool quick, ReproduceRequest request, RecipeRows? kept)
    {
        TimeSpan begin = Process.GetCurrentProcess().TotalProcessorTime;
        ILookup<bool, PublishedRecipe> asked = PublishedRecipes.All.Where(r => id is null || r.Ids.Contains(id)).ToLookup(r => quick && r.IsLong);
        PublishedRecipe[] recipes = [.. asked[false]];
        PublishedNumber[][] found = new PublishedNumber[recipes.Length][];

        // Long ones first, each on one thread, taken by whoever is free; a single one has all threads.
        using RecipeProgress progress = new(recipes);
        int side = Math.Min(request.Threads, recipes.Length);
        PublishedContext context = new(request with { Threads = Math.Max(1, request.Threads / Math.Max(1, side)) });
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, recipes.Length).OrderByDescending(i => recipes[i].Seconds), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, side), CancellationToken = request.Cancel },
            i =>
            {
                progress.Begin(i);
                found[i] = [.. RowsOf(recipes[i], context, kept).Where(r => id is null || r.Id == id)];
                progress.End(i);
            });
        List<string> order = [.. PublishedSources.All.Select(s => s.Id)];
        return new(recipes, [.. asked[true]], [.. found.SelectMany(f => f).OrderBy(r => order.IndexOf(r.Id))], (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalMinutes);
    }

    private static PublishedNumber[] RowsOf(PublishedRecipe recipe, PublishedContext context, RecipeRows? kept)
    {
        int place = PublishedRecipes.All.Index().First(r => r.Item == recipe).Index;
        if (kept?.Of(place) is { } known)
        {
            return known;
        }

        PublishedNumber[] rows = [.. recipe.Run(context)];
        kept?.Keep(place, rows);
        return rows;
    }

    /// <summary>The page <c>docs/validation.md</c>.</summary>
    public string Page()
    {
        StringBuilder page = new("# Published numbers\n\n");
        page.Append("Made by `constellation reproduce`; nothing here is typed in but the targets and their sources. `constellation reproduce G2` makes the rows of one of them, `--quick` leaves out what takes more than half a minute. Pages with more: ");
        page.Append("[orbits](validation/orbits.md), [clocks](validation/clocks.md), [links](validation/links.md), [positioning](validation/positioning.md).\n\n");
        page.Append("*met*: within the tolerance. *better*: smaller by more than the tolerance, because the simulation lacks what the real system suffers from; the reason is said. *not met*: missed, with the reason where it is known. ");
        page.Append("*not comparable*: a statement on operations or hardware that a simulation cannot give; the figure is the nearest of ours. *skipped*: recorded data that it needs are not at hand. ");
        page.Append("Where a source names no section, the number was read from its abstract or from a page about it, not from the whole text.\n\n");
        page.Append(Count()).Append("\n\n| id | what | source | target | tolerance | value | unit | verdict |\n|---|---|---|---|---|---|---|---|\n");
        foreach (PublishedNumber r in Rows)
        {
            page.Append($"| {r.Id} | {r.What} | {PublishedSources.Of(r.Id)} | {r.Target} | {r.Tolerance} | {r.Value} | {r.Unit} | {Word(r, "**")}{(r.Reason.Length == 0 ? "" : ": " + r.Reason)} |\n");
        }

        if (_left.Count > 0)
        {
            page.Append($"\nLeft out by `--quick`, in whole or in part: {string.Join(", ", _left.SelectMany(r => r.Ids).Distinct().Order(StringComparer.Ordinal))}; most of them are in [links](validation/links.md).\n");
        }

        page.Append("\n## Set-ups\n\n");
        foreach (PublishedRecipe recipe in _recipes)
        {
            page.Append($"- **{string.Join(", ", recipe.Ids)}**: {recipe.Setup}\n");
        }

        return page.ToString();
    }

    private const string Header = "id,what,source,target,tolerance,value,unit,verdict,reason";

    public static IReadOnlyList<TableColumn> Columns { get; } = TableColumn.From(Header, text: Header.Split(','));

    public void Write(TableWriter writer)
    {
        foreach (PublishedNumber r in Rows)
        {
            writer.Text(r.Id).Text(r.What).Text(PublishedSources.Of(r.Id)).Text(r.Target).Text(r.Tolerance).Text(r.Value).Text(r.Unit).Text(Word(r, "")).Text(r.Reason).EndRow();
        }
    }

    /// <summary>"41 met, 9 better, ...".</summary>
    public string Count() => FormattableString.Invariant(
        $"{Of(PublishedVerdict.Met)} met, {Of(PublishedVerdict.Better)} better, {Of(PublishedVerdict.NotMet)} not met ({Rows.Count(r => r.KnownMiss && r.Verdict == PublishedVerdict.NotMet)} of them known and explained), {Of(PublishedVerdict.NotComparable)} not comparable{(Skipped.Any() ? $", {Of(PublishedVerdict.Skipped)} skipped" : "")}.");

    private int Of(PublishedVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    private static string Word(PublishedNumber row, string mark) => row.Verdict switch
    {
        PublishedVerdict.Met => "met",
        PublishedVerdict.Better => "better",
        PublishedVerdict.NotMet => $"{mark}not met{mark}",
        PublishedVerdict.Skipped => "skipped",
        _ => "not comparable",
    };
}
