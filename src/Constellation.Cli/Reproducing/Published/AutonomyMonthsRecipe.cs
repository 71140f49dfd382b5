using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Half a year without the ground (A4), and the turn that ranges cannot see (A3).</summary>
internal sealed class AutonomyMonthsRecipe : PublishedRecipe
{
    private const int Days = 180;

    public override IReadOnlyList<string> Ids => ["A3", "A4"];

    public override double Seconds => 160;

    public override string Setup =>
        $"A4: `constellation links isl+anchor --what autonomy --days {Days} --set control.orientation=bulletin-a --set control.interval=30min`, seed of the scenario: 18 medium satellites of BeiDou-3, planes held to stored predictions. A3: `constellation links isl-only --what observability`, and part 5 of [links](validation/links.md). "
        + "Unknown: the GPS crosslinks, forces and specification of the papers of the 1980s.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        ObservedTurn turn = ObservedTurn.Of(Scenarios.Read("isl-only", []), context);
        yield return PublishedNumber.Holds("A3", "what crosslinks tell of a turn of all orbits about the pole", "nothing", "known less well than before: the Earth's oblateness ties the other two axes weakly", turn.Words, turn.Weak);
        AutonomyRow[] rows = [.. new AutonomyStudy(Scenarios.Read("isl+anchor", ["control.orientation=bulletin-a", "control.interval=30min", FormattableString.Invariant($"autonomy.days={Days}")]), Duration.FromDays(1), context.Threads, context.Cancel).Run()];
        AutonomySummary month = AutonomySummary.Of(rows[^30..]);
        const string NoNumber = "no number of the specification could be read: the abstracts have none";
        yield return PublishedNumber.Nearest(
            "A4", "URE of orbits in the sixth month, long predictions of Earth orientation and planes on board", "full accuracy for 180 days, within specification", FormattableString.Invariant($"{month.Orbit:0.00} m"),
            NoNumber + FormattableString.Invariant($" (with daily uploads GPS had typically 1.4 m, [Kaplan06] 3.2.3.5). Nearly all of the figure is stale Earth orientation; the turn with the true one is {month.Inertial:0.00} m, the net within itself {month.OrbitInternal:0.00} m"));
        yield return PublishedNumber.Nearest("A4", "clocks against their mean, the same", "within specification", FormattableString.Invariant($"{month.Clock / 0.299792458:0.00} ns"), NoNumber);
    }
}
