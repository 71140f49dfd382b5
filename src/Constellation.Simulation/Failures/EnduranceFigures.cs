using System.Collections.Concurrent;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Figures of a scenario about losses and years, in rows <c>metric,scope,value,unit</c>: <c>lost_one_*</c> and <c>lost_two_*</c> with the worst satellite or pair lost,
/// <c>years_*</c> over the courses of failures and spares that follow from the seed.</summary>
/// <remarks>Geometry on mean orbits, with the grid, mask and PDOP limit of the users (docs/theory/availability.md). Scenarios of the same geometry share what is known of sets of
/// empty slots; a figure does not depend on that. Thread-safe.</remarks>
internal sealed class EnduranceFigures
{
    /// <summary>Any day will do: mean orbits of the constellation's elements repeat.</summary>
    private static readonly Epoch s_day = Epoch.Parse("2024-09-20T00:00:00GPST");

    private readonly ConcurrentDictionary<string, GeometryCriterion> _known = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        "lost_one_availability", "lost_one_worst_place", "lost_one_pdop", "lost_two_availability",
        "years_availability", "years_everywhere", "years_worst_place", "years_pdop", "years_continuity", "years_slots",
    ];

    /// <summary>Those that are asked for; none where the scenario follows nothing.</summary>
    /// <param name="scenario">Its satellites serve.</param>
    /// <param name="metrics">Names; others than of <see cref="Metrics"/> are passed over.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    /// <exception cref="InputException">CN6110: too many satellites.</exception>
    public IReadOnlyList<SummaryRow> Of(ScenarioDefinition scenario, IEnumerable<string> metrics, CancellationToken cancel)
    {
        HashSet<string> asked = [.. metrics];
        bool years = asked.Any(m => m.StartsWith("years_", StringComparison.Ordinal));
        if (!scenario.Failures.IsAsked || !asked.Overlaps(Metrics))
        {
            return [];
        }

        ConstellationSlots slots = new(scenario.Constellation, scenario.Satellites, scenario.Failures.StandBy);
        UserSettings users = scenario.Users;
        string key = FormattableString.Invariant($"{scenario.ConstellationFile ?? scenario.Constellation.Name} {users.GridStepDeg} {users.Mask} {users.Thresholds.Pdop} {string.Join(' ', slots.Satellites.Select(s => s.Id))}");
        GeometryCriterion geometry = _known.GetOrAdd(key, _ => new(slots, s_day, Duration.FromDays(1), Duration.FromHours(1), users.GridStepDeg, double.RadiansToDegrees(users.Mask), users.Thresholds.Pdop));
        List<SummaryRow> rows = [];
        void Add(string metric, double value)
        {
            if (asked.Contains(metric))
            {
                rows.Add(new(metric, RunSummary.All, value, ""));
            }
        }

        if (asked.Any(m => m.StartsWith("lost_one_", StringComparison.Ordinal)))
        {
            IReadOnlyList<CriticalSet> one = CriticalSatellites.Rank(slots, geometry, 1, 1, cancel);
            Add("lost_one_availability", one.Min(c => c.Geometry.Mean));
            Add("lost_one_worst_place", one.Min(c => c.Geometry.WorstPoint));
            Add("lost_one_pdop", one.Max(c => c.Geometry.MeanPdop));
        }

        if (asked.Contains("lost_two_availability"))
        {
            Add("lost_two_availability", CriticalSatellites.Rank(slots, geometry, 2, 1, cancel).Min(c => c.Geometry.Mean));
        }

        if (years)
        {
            AvailabilityReport report = new AvailabilityStudy(slots, scenario.Failures.Failures with { Seed = scenario.Seed }, geometry).Run(1, cancel);
            Add("years_availability", report.Mean.Mean);
            Add("years_everywhere", report.Everywhere.Mean);
            Add("years_worst_place", report.WorstPoint.Mean);
            Add("years_pdop", report.MeanPdop.Mean);
            Add("years_continuity", report.ContinuityPerHour.Mean);
            Add("years_slots", report.SlotMean.Mean);
        }

        return rows;
    }
}
