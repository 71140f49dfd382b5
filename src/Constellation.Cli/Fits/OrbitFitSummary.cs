using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What people read of a fit: medians of each group, the worst and why, what was left out.</summary>
internal static class OrbitFitSummary
{
    private const int Named = 5;

    public static void Write(TextWriter people, IReadOnlyList<OrbitFitOutcome> outcomes, IReadOnlyList<(Sp3Series Series, Sp3Arcs Arcs)> series)
    {
        foreach ((Sp3Series s, Sp3Arcs arcs) in series)
        {
            people.WriteLine($"{s.Name}: {s.Table.Satellites.Count} satellites, {s.Table.Epochs[0].ToString(TimeScale.Gpst)} to {s.Table.Epochs[^1].ToString(TimeScale.Gpst)}");
            if (s.Predicted > 0)
            {
                people.WriteLine($"orbit fit: warning CN4020: {s.Predicted} positions of {s.Name} are marked as predicted: neither fitted nor used to judge");
            }

            foreach (IGrouping<string, (SatelliteId Satellite, Epoch Start, string Reason)> same in arcs.LeftOut.GroupBy(l => l.Reason))
            {
                string who = string.Join(", ", same.GroupBy(l => l.Start).Select(g => $"{string.Join(",", SatelliteSelector.Describe(g.Select(l => l.Satellite)))} from {g.Key.ToString(TimeScale.Gpst)}"));
                people.WriteLine($"orbit fit: warning CN4021: left out {who}: {same.Key}");
            }
        }

        foreach (OrbitFitOutcome failed in outcomes.Where(o => o.Fit is null))
        {
            people.WriteLine($"orbit fit: warning CN4022: {failed.Arc.Satellite} from {failed.Arc.Span.First.ToString(TimeScale.Gpst)} cannot be fitted: {failed.Failure}");
        }

        OrbitFitOutcome[] fitted = [.. outcomes.Where(o => o.Fit is not null)];
        foreach (OrbitFitOutcome part in fitted.Where(o => o.Fit!.Arc.IsPiece))
        {
            people.WriteLine($"orbit fit: warning CN4023: {part.Arc.Satellite} from {part.Arc.Span.First.ToString(TimeScale.Gpst)} is fitted in part: {part.Fit!.Arc.Note}");
        }

        WriteCount(people, fitted, "positions missing within arcs", f => f.Arc.Missing);
        WriteCount(people, fitted, "positions rejected as outliers", f => f.Fit.Rejected);
        people.WriteLine("group                      arcs   fit (cm): median     R     A     C   worst       predicted (cm): n  median   worst");
        foreach (IGrouping<string, OrbitFitOutcome> group in fitted.GroupBy(OrbitFitGroup.Of).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            WriteGroup(people, group.Key, [.. group.Where(o => !o.Fit!.Eclipsing)]);
            WriteGroup(people, group.Key + ", eclipses", [.. group.Where(o => o.Fit!.Eclipsing)]);
        }

        WriteWorst(people, "worst fits", fitted, f => f.Fitted.Total);
        WriteWorst(people, "worst predictions", fitted, f => f.Predicted.Total);
    }

    /// <summary>Median of finite numbers; NaN of none.</summary>
    public static double MedianOf(IEnumerable<OrbitFitOutcome> outcomes, Func<ArcFitResult, double> value)
    {
        double[] values = [.. outcomes.Select(o => value(o.Fit!)).Where(double.IsFinite)];
        return values.Length == 0 ? double.NaN : Median.Of(values);
    }

    private static void WriteCount(TextWriter people, OrbitFitOutcome[] fitted, string what, Func<ArcFitResult, int> count)
    {
        OrbitFitOutcome[] some = [.. fitted.Where(o => count(o.Fit!) > 0)];
        if (some.Length > 0)
        {
            people.WriteLine($"{some.Sum(o => count(o.Fit!))} {what} of {string.Join(",", SatelliteSelector.Describe(some.Select(o => o.Arc.Satellite)))}");
        }
    }

    private static void WriteGroup(TextWriter people, string name, OrbitFitOutcome[] members)
    {
        if (members.Length == 0)
        {
            return;
        }

        OrbitFitOutcome worst = members.MaxBy(o => o.Fit!.Fitted.Total)!;
        string fit = string.Create(CultureInfo.InvariantCulture, $"{name,-26} {members.Length,4}  {Cm(members, f => f.Fitted.Total),16} {Cm(members, f => f.Fitted.Radial),5} {Cm(members, f => f.Fitted.Along),5} {Cm(members, f => f.Fitted.Cross),5}  {100 * worst.Fit!.Fitted.Total:0.0} {worst.Arc.Satellite}");
        OrbitFitOutcome[] judged = [.. members.Where(o => o.Fit!.Predicted.Count > 0)];
        if (judged.Length > 0)
        {
            OrbitFitOutcome far = judged.MaxBy(o => o.Fit!.Predicted.Total)!;
            fit = string.Create(CultureInfo.InvariantCulture, $"{fit,-80} {judged.Length,17}  {Cm(judged, f => f.Predicted.Total),6}  {100 * far.Fit!.Predicted.Total:0} {far.Arc.Satellite}");
        }

        people.WriteLine(fit);
    }

    private static string Cm(OrbitFitOutcome[] members, Func<ArcFitResult, double> value) => (100 * MedianOf(members, value)).ToString("0.0", CultureInfo.InvariantCulture);

    private static void WriteWorst(TextWriter people, string title, OrbitFitOutcome[] fitted, Func<ArcFitResult, double> value)
    {
        OrbitFitOutcome[] worst = [.. fitted.Where(o => double.IsFinite(value(o.Fit!))).OrderByDescending(o => value(o.Fit!)).Take(Named)];
        if (worst.Length == 0 || fitted.Length <= Named)
        {
            return;
        }

        people.WriteLine(title + ":");
        foreach (OrbitFitOutcome o in worst)
        {
            people.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {o.Arc.Satellite} {o.Arc.Span.First.ToString(TimeScale.Gpst)} {100 * value(o.Fit!):0.0} cm: {OrbitFitReasons.Of(o)}"));
        }
    }
}
