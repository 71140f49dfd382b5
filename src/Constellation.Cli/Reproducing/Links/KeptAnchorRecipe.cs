using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Anchors that stay, and how little of them is enough.</summary>
internal sealed class KeptAnchorRecipe : LinkRecipe
{
    private const int Days = 14, Judged = 5;

    private static readonly (string Name, string[] Settings)[] s_cases =
    [
        ("no anchor", []),
        ("one anchor in one round of 288 (once a day)", ["autonomy.anchors=1", "autonomy.anchor_every=288"]),
        ("one anchor", ["autonomy.anchors=1"]),
        ("two anchors", ["autonomy.anchors=2"]),
    ];

    public override string Title => "Anchors that stay (A5)";

    public override string Setup =>
        $"`constellation links isl+anchor --what autonomy --days {Days} --set control.orientation=linear --set autonomy.hold_orientation=false --set control.anchors=2 --set autonomy.anchors=N --set autonomy.anchor_every=M`: Earth orientation on board is value and rate of the first day carried on; last {Judged} of {Days} days.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        AutonomySummary[] found = [.. s_cases.Select(c => AutonomySummary.Of(
            [.. new AutonomyStudy(Scenario("isl+anchor", [.. c.Settings, $"autonomy.days={Days}", "control.orientation=linear", "autonomy.hold_orientation=false", "control.anchors=2"]), Duration.FromDays(1), threads, cancel).Run().Where(r => r.Days > Days - Judged)]))];
        bool restored = found[2].Orbit < found[0].Orbit / 5, graceful = Enumerable.Range(1, 2).All(i => found[i].Orbit <= found[i - 1].Orbit * 1.05);
        return
        [
            .. s_cases.Zip(found, (c, f) => new LinkFinding(c.Name, "", FormattableString.Invariant($"orbit URE {f.Orbit:0.000} m, turn {f.Rotation:0.000} m, network {f.OrbitInternal:0.000} m"), LinkVerdict.Shown,
                c.Settings.Contains("autonomy.anchors=2") ? "two stations whose places are wrong by the pole's error, going round once a day, pull at the net" : "")),
            new("one anchor restores the orientation", "orbit URE at least five times smaller (A5)", FormattableString.Invariant($"{found[0].Orbit / found[2].Orbit:0} times"), restored ? LinkVerdict.Reached : LinkVerdict.Missed),
            new("fewer data degrade it gracefully", "from none over one a day to all rounds, each case not worse than the one before, ± 5 % (A5)", graceful ? "yes" : "no", graceful ? LinkVerdict.Reached : LinkVerdict.Missed),
        ];
    }
}
