using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>85 days without the ground, one filter for all.</summary>
internal sealed class AutonomyRecipe : LinkRecipe
{
    /// <summary>The drift of a net that is not held shows within a month.</summary>
    private const int FreeDays = 30;

    public override string Title => "85 days without the ground, centralised (A1)";

    public override string Setup =>
        "`constellation links isl+anchor --what autonomy --set control.orientation=bulletin-a`: 18 MEO; orbits and clocks of a one-anchor network when the ground is lost; Earth orientation on board as predicted that day, with an error drawn by the law of Bulletin A; forces of 1e-9 m/s² that the filter has no model of. Held: the mean orientation of the orbital planes is held to stored predictions once a day.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        AutonomyRow[] Study(params string[] settings) =>
            [.. new AutonomyStudy(Scenario("isl+anchor", ["control.orientation=bulletin-a", .. settings]), Duration.FromDays(1), threads, cancel).Run()];
        AutonomyRow[] rows = Study("autonomy.days=85"), free = Study("autonomy.hold_orientation=false", $"autonomy.days={FreeDays}");
        AutonomySummary held = AutonomySummary.Of(rows), loose = AutonomySummary.Of(free);
        AutonomyRow last = rows[^1];
        return
        [
            LinkFinding.Published("orbit URE, held", "0.60 m (A1)", 0.60, 0.60, held.Orbit, LinkFinding.Metres, FormattableString.Invariant($"almost all of it is the stale Earth orientation (UT1 {last.Orientation.Ut1 * 1e3:0.0} ms on the last day, drawn): the turn that is left with the true orientation is {held.Inertial:0.00} m")),
            LinkFinding.Below("orbit URE without the common turn, held", "≤ 0.9 m (A1)", 0.9, held.OrbitInternal, LinkFinding.Metres),
            LinkFinding.Published("orbit URE after 2 h of prediction, held", "0.65 m (A1)", 0.65, 0.65, held.OrbitAhead, LinkFinding.Metres),
            new("the same without the common turn", "", LinkFinding.Metres(held.OrbitInternalAhead), LinkVerdict.Shown),
            LinkFinding.Below("clocks against their mean", "< 0.3 ns (A1)", 0.3 * 0.299792458, held.Clock, LinkFinding.Nanoseconds),
            LinkFinding.Below("clocks after 2 h of prediction", "< 0.6 ns (A1)", 0.6 * 0.299792458, held.ClockAhead, LinkFinding.Nanoseconds),
            new("common time, last day", "", LinkFinding.Nanoseconds(Math.Abs(last.Split.CommonTime)), LinkVerdict.Shown, "no user of one system sees it: a receiver takes it for its own clock"),
            new($"URE of the turn that is left with the true Earth orientation, first {FreeDays} days", "", $"not held {LinkFinding.Metres(loose.Inertial)}, held {LinkFinding.Metres(AutonomySummary.Of(rows[..FreeDays]).Inertial)}", LinkVerdict.Shown, FormattableString.Invariant($"the unknown radial force makes the filter turn the net about the Earth's axis (A3); what is left without the turn is {loose.OrbitInternal:0.00} m")),
        ];
    }
}
