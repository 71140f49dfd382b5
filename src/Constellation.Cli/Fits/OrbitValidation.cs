using System.Diagnostics;
using System.Globalization;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Fits every series of precise orbits of a folder and writes a page about it: what <c>reproduce orbits</c> shows.</summary>
internal sealed class OrbitValidation
{
    private const int Worst = 10;

    /// <summary>What else is fitted to the same files: other parameters, and one cause at a time left out.</summary>
    private static readonly (string Name, string[] Forces)[] s_variants =
    [
        ("as above", ["full", "-radiation", "box-wing", "ecom2"]),
        ("box-wing and ECOM1", ["full", "-radiation", "box-wing", "ecom1"]),
        ("ECOM2, no surfaces", ["full", "-radiation", "-box-wing", "ecom2"]),
        ("ECOM1, no surfaces", ["full", "-radiation", "-box-wing", "ecom1"]),
        ("scaled box-wing alone", ["full", "-radiation", "box-wing"]),
        ("as above without Earth radiation", ["full", "-radiation", "box-wing", "ecom2", "-earth-radiation"]),
        ("as above without antenna thrust", ["full", "-radiation", "box-wing", "ecom2", "-antenna-thrust"]),
        ("as above without relativity", ["full", "-radiation", "box-wing", "ecom2", "-relativity"]),
        ("as above without tides", ["full", "-radiation", "box-wing", "ecom2", "-solid-tides", "-ocean-tides", "-pole-tide", "-ocean-pole-tide"]),
        ("gravity-12, Sun, Moon, ECOM2", ["gravity-12", "sun", "moon", "ecom2"]),
    ];

    private static readonly Duration s_day = Duration.FromHours(24), s_week = Duration.FromDays(7);

    private readonly StringBuilder _page = new();
    private readonly IReadOnlyList<Sp3Series> _series;
    private readonly FitModel _model;
    private readonly int _threads;
    private readonly CancellationToken _cancel;

    /// <param name="folder">With SP3 files in it, or in <c>sp3</c> under it.</param>
    /// <param name="model">Forces and what is estimated of them.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancel">Ends it.</param>
    public OrbitValidation(string folder, FitModel model, int threads, CancellationToken cancel)
    {
        string sp3 = Path.Combine(folder, "sp3");
        string where = Directory.Exists(sp3) ? sp3 : folder;
        string[] paths = Directory.Exists(where) ? [.. Directory.GetFiles(where).Where(IsSp3).Order(StringComparer.Ordinal)] : [];
        if (paths.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(where), "has no SP3 files", "give a folder with precise orbits: --data DIR"));
        }

        _series = [.. Sp3Series.Group(InputFiles.ReadUsable(paths, Sp3Reader.Read, Reading.Rules(strict: false))).OrderBy(s => s.Table.Epochs[0])];
        (_model, _threads, _cancel) = (model, threads, cancel);
    }

    /// <summary>Whether every requirement is met that the data can judge.</summary>
    public bool Met { get; private set; } = true;

    public string Write()
    {
        _page.AppendLine("# Orbits against precise products").AppendLine()
            .AppendLine("Written by `constellation reproduce orbits`; nothing here is typed in. Every SP3 file of the data folder is fitted with the same model and the same")
            .AppendLine("settings: those of `constellation orbit fit` when no option is given. What is fitted, what a number means and what limits it: [theory](../theory/orbit-fit.md).")
            .AppendLine($"Forces: {string.Join(", ", _model.Forces.Names)}. Lengths in centimetres. Medians are over arcs, each 3D rms of all positions of an arc;")
            .AppendLine("\"mean R\" is the median of the mean radial residual, given minus computed orbit: the height at which a centre flies the satellites with its own forces.").AppendLine();
        Stopwatch clock = Stopwatch.StartNew();
        OrbitFitOutcome[] days = Fit(_series, s_day, s_day, _model);
        double seconds = clock.Elapsed.TotalSeconds;
        OrbitFitOutcome[] weeks = Fit(Weeks(_series), s_week, Duration.Zero, _model);
        Requirements(days, weeks);
        BySeries("Fit of arcs of a day", days, f => f.Fitted);
        BySeries("Prediction over the day after such an arc", [.. days.Where(o => o.Fit is { Predicted.Count: > 0 })], f => f.Predicted);
        BySeries("Fit of arcs of a week", weeks, f => f.Fitted);
        WorstOf("The worst fits of a day", days, f => f.Fitted.Total);
        WorstOf("The worst predictions", days, f => f.Predicted.Total);
        WorstOf("The worst fits of a week", weeks, f => f.Fitted.Total);
        Speed(days, seconds);
        Variants();
        return _page.ToString();
    }

    private static bool IsSp3(string path)
    {
        string name = Path.GetFileName(path);
        return name.Contains("sp3", StringComparison.OrdinalIgnoreCase) || name.Contains(".eph", StringComparison.OrdinalIgnoreCase);
    }

    private OrbitFitOutcome[] Fit(IReadOnlyList<Sp3Series> series, Duration length, Duration predict, FitModel model) =>
        OrbitFitJobs.Run(series.Select(s => (s, Sp3Arcs.Cut(s, SatelliteSelector.All, length, predict))), model, EarthOrientation.BuiltIn, _threads, _cancel);

    private void Requirements(OrbitFitOutcome[] days, OrbitFitOutcome[] weeks)
    {
        _page.AppendLine("## What must be reached").AppendLine()
            .AppendLine("All series together, satellites in eclipse season left out.").AppendLine()
            .AppendLine("| satellites | job | arcs | median | must | reached |").AppendLine("|---|---|---|---|---|---|");
        foreach (OrbitRequirement r in OrbitRequirement.All)
        {
            Requirement(r.Group, "fit of a day", days, f => f.Fitted.Total, r.Fit);
            Requirement(r.Group, "prediction of a day", days, f => f.Predicted.Total, r.Prediction);
            Requirement(r.Group, "fit of a week", weeks, f => f.Fitted.Total, r.Week);
        }

        _page.AppendLine();
    }

    private void Requirement(string group, string job, OrbitFitOutcome[] outcomes, Func<ArcFitResult, double> value, double limit)
    {
        OrbitFitOutcome[] members = [.. outcomes.Where(o => o.Fit is { Eclipsing: false } fit && double.IsFinite(value(fit)) && OrbitFitGroup.Of(o) == group)];
        if (members.Length == 0)
        {
            return;
        }

        double median = OrbitFitSummary.MedianOf(members, value);
        bool reached = double.IsNaN(limit) || median <= limit;
        Met &= reached;
        _page.AppendLine($"| {group} | {job} | {members.Length} | {Cm(median)} | {(double.IsNaN(limit) ? "reported" : Cm(limit))} | {(double.IsNaN(limit) ? "" : reached ? "yes" : "**no**")} |");
    }

    private void BySeries(string title, OrbitFitOutcome[] outcomes, Func<ArcFitResult, ResidualRms> rms)
    {
        if (outcomes.Length == 0)
        {
            return;
        }

        _page.AppendLine($"## {title}").AppendLine()
            .AppendLine("| series | from | satellites | arcs | median 3D | R | A | C | mean R | worst |").AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (IGrouping<Sp3Series, OrbitFitOutcome> series in outcomes.Where(o => o.Fit is not null).GroupBy(o => o.Series))
        {
            string day = series.Key.Table.Epochs[0].ToString(TimeScale.Gpst)[..10];
            foreach (IGrouping<string, OrbitFitOutcome> group in series.GroupBy(o => OrbitFitGroup.Of(o) + (o.Fit!.Eclipsing ? ", eclipses" : "")).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                OrbitFitOutcome worst = group.MaxBy(o => rms(o.Fit!).Total)!;
                _page.AppendLine($"| {series.Key.Name} | {day} | {group.Key} | {group.Count()} | {Median(group, f => rms(f).Total)} | {Median(group, f => rms(f).Radial)} | {Median(group, f => rms(f).Along)} | {Median(group, f => rms(f).Cross)} | {Median(group, f => rms(f).MeanRadial)} | {Cm(rms(worst.Fit!).Total)} {worst.Arc.Satellite} |");
            }
        }

        _page.AppendLine();
    }

    private void WorstOf(string title, OrbitFitOutcome[] outcomes, Func<ArcFitResult, double> value)
    {
        OrbitFitOutcome[] worst = [.. outcomes.Where(o => o.Fit is not null && double.IsFinite(value(o.Fit))).OrderByDescending(o => value(o.Fit!)).Take(Worst)];
        if (worst.Length == 0)
        {
            return;
        }

        _page.AppendLine($"## {title}").AppendLine().AppendLine("| satellite | group | series | arc from | 3D rms | what is known |").AppendLine("|---|---|---|---|---|---|");
        foreach (OrbitFitOutcome o in worst)
        {
            _page.AppendLine($"| {o.Arc.Satellite} | {OrbitFitGroup.Of(o)} | {o.Series.Name} | {o.Arc.Span.First.ToString(TimeScale.Gpst)} | {Cm(value(o.Fit!))} | {OrbitFitReasons.Of(o)} |");
        }

        _page.AppendLine();
    }

    private void Speed(OrbitFitOutcome[] days, double seconds) => _page.AppendLine("## Speed").AppendLine()
        .AppendLine(string.Create(CultureInfo.InvariantCulture, $"{days.Length} arcs of a day fitted and predicted in {seconds:0.0} s on {_threads} threads of this machine: {1000 * seconds * _threads / days.Length:0.0} ms of one core for an arc, all iterations included."));

    /// <summary>The same files with other forces: fit, prediction and week, of satellites out of eclipse season.</summary>
    private void Variants()
    {
        string[] groups = [.. OrbitRequirement.All.Select(r => r.Group)];
        _page.AppendLine().AppendLine("## Other forces and parameters").AppendLine()
            .AppendLine("Medians of 3D rms, fit of a day / prediction of a day; fit of a week. Series at 5 min and more, satellites in eclipse season left out.").AppendLine()
            .AppendLine($"| forces | {string.Join(" | ", groups)} |").AppendLine("|---" + string.Concat(Enumerable.Repeat("|---", groups.Length)) + "|");
        Sp3Series[] coarse = [.. _series.Where(s => s.Table.Interval >= Duration.FromMinutes(5))], long7 = Weeks(coarse);
        foreach ((string name, string[] forces) in s_variants)
        {
            FitModel model = new(ForceSelection.Of(forces));
            OrbitFitOutcome[] days = Fit(coarse, s_day, s_day, model), weeks = Fit(long7, s_week, Duration.Zero, model);
            _page.AppendLine($"| {name} | {string.Join(" | ", groups.Select(g => $"{Of(g, days, f => f.Fitted.Total)} / {Of(g, days, f => f.Predicted.Total)}; {Of(g, weeks, f => f.Fitted.Total)}"))} |");
        }

        static string Of(string group, OrbitFitOutcome[] outcomes, Func<ArcFitResult, double> value) =>
            Median(outcomes.Where(o => o.Fit is { Eclipsing: false } && OrbitFitGroup.Of(o) == group), value);
    }

    private static Sp3Series[] Weeks(IEnumerable<Sp3Series> series) => [.. series.Where(s => s.Table.Epochs[^1] - s.Table.Epochs[0] > Duration.FromDays(6))];

    private static string Median(IEnumerable<OrbitFitOutcome> group, Func<ArcFitResult, double> value) => Cm(OrbitFitSummary.MedianOf(group, value));

    private static string Cm(double metres) => double.IsNaN(metres) ? "-" : (100 * metres).ToString("0.0", CultureInfo.InvariantCulture);
}
