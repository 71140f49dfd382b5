using Constellation.Core;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Places from the links of single rounds, and the geometry that the schedule gives them.</summary>
internal sealed class KinematicRecipe : LinkRecipe
{
    private static readonly (OrbitClass Class, double LeastPdop, double GreatestPdop, double Error)[] s_published =
        [(OrbitClass.Meo, 0.8, 2.0, 0.136), (OrbitClass.Igso, 1.2, 2.5, 0.235), (OrbitClass.Geo, 1.2, 2.0, 0.337)];

    public override string Title => "Single rounds: places from links alone (I4)";

    public override string Setup =>
        "`constellation links beidou-3 --what schedule` for PDOP, all rounds of a day; `constellation links beidou-3 --what solution --estimator kinematic --set time.duration=6h` for errors: 3 cm of one-way noise, two satellites held to predictions of the filter an hour old.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        ScenarioDefinition scenario = Scenario("beidou-3");
        ScenarioDefinition hours = Scenario("beidou-3", "time.duration=6h");
        LinkErrors two = LinkErrors.Of(hours, LinkEstimator.Kinematic(held: 2), threads, cancel), one = LinkErrors.Of(hours, LinkEstimator.Kinematic(held: 1), threads, cancel);
        ILookup<OrbitClass, double> pdop = Pdop(scenario, cancel);
        return
        [
            .. s_published.Select(p => JudgePdop(p.Class, p.LeastPdop, p.GreatestPdop, [.. pdop[p.Class]])),
            .. s_published.Select(p => LinkFinding.Published($"3-D, {Name(p.Class)}", FormattableString.Invariant($"{p.Error * 100:0.0} cm (I4)"), p.Error, p.Error, two.Error3d(p.Class), LinkFinding.Centimetres, Why)),
            LinkFinding.Published("cross, MEO", "7.3 cm (I4)", 0.073, 0.073, two.Rms(r => r.Cross, OrbitClass.Meo), LinkFinding.Centimetres),
            JudgeHolding(one.Error3d(), two.Error3d()),
        ];
    }

    /// <summary>A range against a published range: reached where both ends lie within the factor about it, better where only the lower end lies below.</summary>
    public static LinkFinding JudgePdop(OrbitClass kind, double low, double high, IReadOnlyList<double> values)
    {
        // A round without a place has no number; Max would pass over it.
        (double least, double greatest) = values.Any(double.IsNaN) ? (double.NaN, double.NaN) : (values.Min(), values.Max());
        LinkVerdict verdict = !(greatest <= high * LinkFinding.Factor) ? LinkVerdict.Missed : least < low / LinkFinding.Factor ? LinkVerdict.Better : LinkVerdict.Reached;
        return new(
            $"PDOP of a round, {Name(kind)}", FormattableString.Invariant($"{low:0.0} to {high:0.0} (I4)"), FormattableString.Invariant($"{least:0.00} to {greatest:0.00}, mean {values.Average():0.00}"), verdict,
            "our schedule meets 95 % and more of the visible partners in a round, so that the poor rounds of the published range do not occur");
    }

    /// <summary>What a second held satellite gains; published 29 %.</summary>
    public static LinkFinding JudgeHolding(double one, double two)
    {
        const double Published = 0.29;
        double gain = 1 - (two / one);
        return new(
            "gain of holding two satellites instead of one, 3-D, all", "29 % (I4)", FormattableString.Invariant($"{gain * 100:0} % ({one * 100:0.0} to {two * 100:0.0} cm)"),
            gain >= Published / LinkFinding.Factor && gain <= Published * LinkFinding.Factor ? LinkVerdict.Reached : gain > Published ? LinkVerdict.Better : LinkVerdict.Missed,
            "the gain hangs on what holds the net besides: here an anchor at its place, and predictions that are good to centimetres");
    }

    private const string Why = "noise is white and predictions are an hour old; I4 holds satellites to orbits of real data and has fewer links a round";

    private static string Name(OrbitClass kind) => kind.ToString().ToUpperInvariant();

    private static ILookup<OrbitClass, double> Pdop(ScenarioDefinition scenario, CancellationToken cancel)
    {
        LinkRounds rounds = LinkRounds.Open(new LinkRequest(scenario, null, null, null, false, 1));
        IReadOnlyList<LinkSatellite> satellites = rounds.System.Satellites;
        return rounds.All(cancel)
            .SelectMany(r => RoundReview.Of(r.View, r.Round, withLosses: false).Pdop.Select((p, i) => (satellites[i].OrbitClass, Pdop: p)))
            .ToLookup(x => x.OrbitClass, x => x.Pdop);
    }
}
