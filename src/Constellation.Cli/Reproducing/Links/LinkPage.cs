using System.Text;

namespace Constellation.Cli;

/// <summary><c>reproduce links</c>: crosslinks against what has been published of real ones.</summary>
internal sealed class LinkPage : ReproduciblePage
{
    public override string Name => "links";

    public override string Description => "crosslinks: orbits and clocks by control segment, comparison of clocks, months without the ground; needs no data";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        IReadOnlyList<LinkRecipe> recipes = LinkRecipe.All;
        IReadOnlyList<LinkFinding>[] findings = new IReadOnlyList<LinkFinding>[recipes.Count];

        using CountedProgress progress = new("reproduce links", "parts");
        int done = 0;

        // Long ones last would leave a thread idle: each recipe is one task, taken in order of need by whoever is free.
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(Enumerable.Range(0, recipes.Count).OrderByDescending(i => recipes[i] is AutonomyRecipe or KeptAnchorRecipe or BatchRecipe), System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = request.Cancel },
            i =>
            {
                findings[i] = recipes[i].Run(1, request.Cancel);
                int now = Interlocked.Increment(ref done);
                progress.Report(now, recipes.Count, (double)now / recipes.Count, recipes[i].Title);
            });

        LinkFinding[] all = [.. findings.SelectMany(f => f)];
        StringBuilder page = new();
        page.Append("# Crosslinks against published values\n\n");
        page.Append("Made by `constellation reproduce links`; every number of it, on any machine. Published values are those of the numbers I, A and C in the table at the end; they count as reached within a factor of 1.5. ");
        page.Append("*Better* says that the simulation lacks something that the real system suffers from. Estimators see measurements only, start from wrong orbits, and know less of the forces than the truth has.\n\n");
        page.Append(FormattableString.Invariant($"{all.Count(f => f.Verdict == LinkVerdict.Reached)} reached, {all.Count(f => f.Verdict == LinkVerdict.Better)} better, {all.Count(f => f.Verdict == LinkVerdict.Missed)} missed.\n"));
        foreach ((int i, LinkRecipe recipe) in recipes.Index())
        {
            page.Append($"\n## {i + 1}. {recipe.Title}\n\n{recipe.Setup}\n\n| case | target | measured | verdict |\n|---|---|---|---|\n");
            foreach (LinkFinding f in findings[i])
            {
                page.Append($"| {f.Case} | {f.Target} | {f.Value} | {Word(f)} |\n");
            }
        }

        page.Append("\n## Sources\n\n").Append(LinkSources.Table);
        return new(page.ToString(), all.All(f => f.Verdict != LinkVerdict.Missed || f.Reason.Length > 0));
    }

    private static string Word(LinkFinding finding)
    {
        string word = finding.Verdict == LinkVerdict.Shown ? "" : finding.Verdict.ToString().ToLowerInvariant();
        return finding.Reason.Length == 0 ? word : word.Length == 0 ? finding.Reason : $"{word}: {finding.Reason}";
    }
}
