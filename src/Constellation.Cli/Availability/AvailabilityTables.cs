using System.Globalization;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Tables of <c>availability</c>.</summary>
internal static class AvailabilityTables
{
    public static IReadOnlyList<string> Kinds { get; } = ["summary", "slots", "states", "critical", "critical-pairs", "events"];

    private const string Critical = "satellites,plane,slot,pdop_mean,pdop_greatest,availability,everywhere,lost_availability,lost_everywhere,pdop_growth,accuracy_m,accuracy_growth_m";

    public static TableColumn[] Columns(string kind) => kind switch
    {
        "summary" => TableColumn.From("metric,value,low,high", text: ["metric"]),
        "slots" => TableColumn.From("slot,satellite,plane,serving,low,high,vacant,interruptions_per_year", text: ["slot", "satellite", "plane"]),
        "states" => TableColumn.From("serving,share,low,high,at_least,binomial,binomial_at_least", integer: ["serving"]),
        "events" => TableColumn.From("replicate,slot,satellite,start_d,end_d,cause", text: ["slot", "satellite", "cause"], integer: ["replicate"]),
        _ => TableColumn.From(Critical, text: ["satellites", "plane", "slot"]),
    };

    public static void Summary(TableWriter writer, AvailabilityReport report)
    {
        (string Metric, AvailabilityEstimate Value)[] rows =
        [
            ("slot_availability", report.SlotMean),
            ("geometry_mean", report.Mean),
            ("geometry_everywhere", report.Everywhere),
            ("geometry_worst_point", report.WorstPoint),
            ("pdop_mean", report.MeanPdop),
            ("accuracy_m", report.Accuracy),
            ("continuity_per_hour", report.ContinuityPerHour),
            ("stations_missing", report.StationsMissing),
            ("links_missing", report.LinksMissing),
        ];
        foreach ((string metric, AvailabilityEstimate value) in rows.Where(r => r.Metric != "accuracy_m" || double.IsFinite(r.Value.Mean)))
        {
            writer.Text(metric).Real(value.Mean).Real(value.Low).Real(value.High).EndRow();
        }
    }

    public static void Slots(TableWriter writer, AvailabilityReport report)
    {
        foreach (SlotAvailability s in report.Slots)
        {
            writer.Text(s.Satellite.Slot).Text(s.Satellite.Id.ToString()).Text(s.Satellite.Plane).Real(s.Serving.Mean).Real(s.Serving.Low).Real(s.Serving.High).Real(s.Vacant).Real(s.InterruptionsPerYear).EndRow();
        }
    }

    public static void States(TableWriter writer, AvailabilityReport report)
    {
        for (int n = report.Counts.Count - 1; n >= 0; n--)
        {
            AvailabilityEstimate share = report.Counts[n];
            if (share.Mean > 0 || report.Binomial[n] > 1e-12)
            {
                writer.Integer(n).Real(share.Mean).Real(share.Low).Real(share.High).Real(report.Counts.Skip(n).Sum(c => c.Mean)).Real(report.Binomial[n]).Real(report.Binomial.Skip(n).Sum()).EndRow();
            }
        }
    }

    public static void Ranking(TableWriter writer, IReadOnlyList<CriticalSet> sets)
    {
        foreach (CriticalSet c in sets)
        {
            string Joined(Func<Orbits.SatelliteDefinition, string> part) => string.Join(' ', c.Satellites.Select(part));
            writer.Text(Joined(s => s.Id.ToString())).Text(Joined(s => s.Plane)).Text(Joined(s => s.Slot)).Real(c.Geometry.MeanPdop).Real(c.Geometry.GreatestPdop)
                .Real(c.Geometry.Mean).Real(c.Geometry.Everywhere).Real(c.LostMean).Real(c.LostEverywhere).Real(c.PdopGrowth).Real(c.Geometry.Accuracy).Real(c.AccuracyGrowth).EndRow();
        }
    }

    public static void Events(TableWriter writer, ConstellationSlots slots, AvailabilityStudy study, int replicates)
    {
        for (int r = 0; r < replicates; r++)
        {
            foreach (SlotInterval e in study.Events(r).OrderBy(e => e.Start).ThenBy(e => e.Slot))
            {
                writer.Integer(r).Text(slots.Satellites[e.Slot].Slot).Text(slots.Satellites[e.Slot].Id.ToString()).Real(e.Start / 86_400).Real(e.End / 86_400).Text(e.Cause.ToString().ToLowerInvariant()).EndRow();
            }
        }
    }

    public static void Report(TextWriter people, AvailabilityReport report, ConstellationSlots slots) => people.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"availability: {slots.Satellites.Count} slots, each served {100 * report.SlotMean.Mean:0.00} % of the time; good geometry for {100 * report.Mean.Mean:0.000} % of area and time, everywhere at once {100 * report.Everywhere.Mean:0.00} %; {report.Sets} different sets of empty slots"));
}
