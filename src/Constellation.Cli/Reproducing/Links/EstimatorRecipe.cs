using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>The same measurements in real time, on board, and looked back at.</summary>
internal sealed class EstimatorRecipe : LinkRecipe
{
    private static readonly string[] s_parts = ["R", "A", "C", "clock"];

    public override string Title => "One filter for all, filters on board, and the smoother";

    public override string Setup =>
        "`constellation links isl+anchor --what solution --estimator filter|distributed|intersection|smoother`: 18 MEO, 48 h of warm-up, 24 h judged, the same measurements for all; ratios are of root mean squares over those of the one filter.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        double[] Of(string estimator) => LinkErrors.Of(Scenario("isl+anchor"), Estimator(estimator), threads, cancel).Parts;
        return Judge(Of("filter"), Of("distributed"), Of("intersection"), Of("smoother"));
    }

    /// <summary>What the others lose and gain against the one filter; each R, A, C, clock in m.</summary>
    public static IReadOnlyList<LinkFinding> Judge(double[] filter, double[] concerted, double[] intersection, double[] smoother) =>
    [
        Errors("one filter, in real time", filter),
        Errors("on board, in concert", concerted),
        Ratio("loss in concert", concerted, filter, "each corrects itself by its own links alone and knows how its errors correlate with its partners'"),
        Errors("on board, by intersection", intersection),
        Ratio("loss by intersection", intersection, filter, "nothing is known of correlations, so every exchange is weighted as if its errors could be one's own"),
        Errors("smoother", smoother),
        new("smoother over filter", "R, A, C below 1", Written(smoother, filter), Enumerable.Range(0, 3).All(k => smoother[k] < filter[k]) ? LinkVerdict.Reached : LinkVerdict.Missed,
            "of the clock's error 5 cm are delay differences that no round tells, before or after"),
    ];

    private static LinkFinding Errors(string name, double[] parts) =>
        new(name, "", string.Join(", ", parts.Select((p, k) => $"{s_parts[k]} {LinkFinding.Centimetres(p)}")), LinkVerdict.Shown);

    private static LinkFinding Ratio(string name, double[] parts, double[] filter, string reason) => new(name, "", Written(parts, filter), LinkVerdict.Shown, reason);

    private static string Written(double[] parts, double[] filter) =>
        string.Join(", ", parts.Select((p, k) => FormattableString.Invariant($"{s_parts[k]} {p / filter[k]:0.00}")));
}
