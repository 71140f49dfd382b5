using System.Globalization;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Statistics of visibility in a few lines for people.</summary>
internal static class LinkReport
{
    public static void Write(TextWriter people, LinkSurvey survey, LinkStatistics statistics)
    {
        LinkSystem system = survey.System;
        PairStatistics[] pairs = [.. statistics.Pairs.Where(p => !system.IsAnchor(p.Pair.B))], anchors = [.. statistics.Pairs.Where(p => system.IsAnchor(p.Pair.B))];
        if (system.Payload is null || pairs.Length + anchors.Length == 0)
        {
            return;
        }

        Pairs(people, survey, "pairs of satellites", pairs);
        Pairs(people, survey, "pairs with anchors", anchors);
        foreach (OrbitClass kind in Enum.GetValues<OrbitClass>())
        {
            int[] nodes = [.. Enumerable.Range(0, system.Satellites.Count).Where(i => system.Satellites[i].OrbitClass == kind && statistics.Partners(i).Epochs > 0)];
            if (nodes.Length > 0)
            {
                string name = kind.ToString().ToUpperInvariant();
                string own = nodes.Length > 1 ? $", {name} among them {Range(nodes, n => statistics.Partners(n, kind))}" : "";
                int[] permanent = [.. nodes.Select(n => Of(pairs, n).Count(p => p.Permanence == LinkPermanence.Permanent))], ever = [.. nodes.Select(n => Of(pairs, n).Count(p => p.Usable > 0))];
                people.WriteLine($"links: partners of {name} satellites {Range(nodes, statistics.Partners)}{own}; {Span(permanent)} permanent, {Span(ever)} of {nodes.Max(n => Of(pairs, n).Count())} satellites ever");
            }
        }

        foreach (IGrouping<string, PairStatistics> group in pairs.Where(p => p.Usable > 0).GroupBy(p => ClassesOf(system, p.Pair)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            PairStatistics longest = group.MaxBy(p => p.Longest)!;
            double mean = group.Sum(p => p.Mean * p.Usable) / group.Sum(p => p.Usable);
            people.WriteLine(
                $"links: {group.Key} {Kilometres(group.Min(p => p.Shortest))} to {Kilometres(longest.Longest)} km, mean {Kilometres(mean)}; longest {survey.NameOf(longest.Pair.A)}-{survey.NameOf(longest.Pair.B)} at {longest.LongestAt.ToString(TimeScale.Gpst, 0)}");
        }

        if (pairs.Length > 0 && pairs.All(p => p.Usable == 0))
        {
            people.WriteLine($"links: warning CN4034: no pair of satellites is ever usable with payload '{system.Payload.Name}': {Obstacles(pairs)}; widen its cones (terminal), lower its heights and exclusions (view)");
        }
    }

    /// <summary>Pairs of classes, medium orbits first: <c>MEO-GEO</c>.</summary>
    private static string ClassesOf(LinkSystem system, LinkPair pair)
    {
        OrbitClass a = system.Satellites[pair.A].OrbitClass, b = system.Satellites[pair.B].OrbitClass;
        return string.Join('-', new[] { a, b }.Order().Select(c => c.ToString().ToUpperInvariant()));
    }

    private static void Pairs(TextWriter people, LinkSurvey survey, string name, PairStatistics[] pairs)
    {
        if (pairs.Length > 0)
        {
            int Kind(LinkPermanence p) => pairs.Count(x => x.Permanence == p);
            people.WriteLine($"links: {pairs.Length} {name} over {survey.Grid.Count} epochs: {Kind(LinkPermanence.Permanent)} permanent, {Kind(LinkPermanence.Intermittent)} intermittent, {Kind(LinkPermanence.Never)} never usable; {Obstacles(pairs)}");
        }
    }

    private static string Obstacles(PairStatistics[] pairs)
    {
        double epochs = pairs.Sum(p => (double)p.Epochs);
        return string.Join(", ", Enum.GetValues<LinkObstacle>().Select(o => (Obstacle: o, Share: pairs.Sum(p => (double)p.Blocked[(int)o]) / epochs)).Where(x => x.Share > 0)
            .Select(x => $"{(x.Obstacle == LinkObstacle.None ? "usable" : x.Obstacle.ToString().ToLowerInvariant())} {(100 * x.Share).ToString("0.0", CultureInfo.InvariantCulture)} %"));
    }

    private static IEnumerable<PairStatistics> Of(PairStatistics[] pairs, int node) => pairs.Where(p => p.Pair.A == node || p.Pair.B == node);

    private static string Range(int[] nodes, Func<int, PartnerCount> count) =>
        $"{nodes.Min(n => count(n).Least)} to {nodes.Max(n => count(n).Most)}, mean {nodes.Average(n => count(n).Mean).ToString("0.0", CultureInfo.InvariantCulture)}";

    private static string Span(int[] values) => values.Min() == values.Max() ? $"{values.Min()}" : $"{values.Min()} to {values.Max()}";

    private static string Kilometres(double metres) => (metres / 1000).ToString("0", CultureInfo.InvariantCulture);
}
