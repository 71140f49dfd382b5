using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>clock compare A B ...</c>: deviations of clocks of the library and of files side by side, as a table and a picture.</summary>
internal static class ClockCompareVerb
{
    private const double MostOperations = 3e11;

    /// <summary>A model alone is shown at octaves of a second up to 12 days.</summary>
    private const int ModelOctaves = 20;

    private static readonly string[] s_otherPictures = [".jpg", ".jpeg", ".gif", ".pdf", ".eps", ".ps", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".html"];

    private static readonly TableColumn[] s_columns = TableColumn.From("source,stat,tau_s,n,deviation,low,high,theory", text: ["source", "stat"]);

    public static Command Create()
    {
        Argument<string[]> clocks = new("clock") { Description = "Clocks of the library, their TOML files, RINEX CLK or SP3 files, or tables", HelpName = "CLOCK|FILE", Arity = ArgumentArity.OneOrMore };
        ClockHistories histories = new();
        Option<string> statistic = new("--stat") { Description = "Deviation: overlapping Allan, or overlapping Hadamard, which does not see drift", HelpName = "oadev|ohdev", DefaultValueFactory = _ => "oadev" };
        statistic.AcceptOnlyFromAmong("oadev", "ohdev");
        Option<double> confidence = Options.Number("--confidence", "Probability of the interval low ... high", 0.95, 0.01, 0.9999, "");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output("Write the picture (.png, .svg) or else the table to FILE; with a picture the table goes to standard output");
        Command command = new("compare", "Deviations of clocks side by side with theory: source,stat,tau_s,n,deviation,low,high,theory, and a log-log picture") { clocks, statistic, confidence };
        histories.AddTo(command);
        command.Add(format);
        command.Add(output);
        command.SetAction((parsed, cancel) =>
        {
            string? path = parsed.GetValue(output);
            RequireKnownPicture(path);
            bool hadamard = parsed.GetRequiredValue(statistic) == "ohdev";
            List<StabilityCurve> curves = [];
            List<(string Source, StabilityEstimate? Estimate, double Tau, double Theory)> rows = [];
            string[] names = parsed.GetRequiredValue(clocks);
            bool severalFiles = names.Count(n => !IsModel(n)) > 1;
            foreach (string name in names)
            {
                cancel.ThrowIfCancellationRequested();
                if (IsModel(name))
                {
                    AddModel(EphemerisLibrary.BuiltIn.Clock(name, new SourceSpan("clock compare")), hadamard, curves, rows);
                    continue;
                }

                foreach (StabilitySource source in histories.Read(parsed, [name], 3, cancel))
                {
                    AddRecord(severalFiles ? source with { Name = $"{source.Name} of {Path.GetFileName(name)}" } : source, hadamard, parsed.GetValue(confidence), histories.AskedPeriods(parsed), curves, rows, cancel);
                }
            }

            bool picture = path is not null && PlotFile.IsPicture(path);
            if (picture)
            {
                StabilityComparisonPlot plot = new(hadamard ? "Overlapping Hadamard deviation" : "Overlapping Allan deviation", curves);
                PlotOutput.Write(path!, plot);
            }

            TableOutput.Write(picture ? null : path, parsed.GetRequiredValue(format), s_columns, table =>
            {
                foreach ((string source, StabilityEstimate? e, double tau, double theory) in rows)
                {
                    table.Text(source).Text(hadamard ? "ohdev" : "oadev").Real(tau).Integer(e?.Count ?? 0)
                        .Real(e?.Deviation ?? double.NaN).Real(e?.Low ?? double.NaN).Real(e?.High ?? double.NaN).Real(theory).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation clock compare PHM-BDS3 RB-BDS3 CS-5071A -o clocks.svg",
            "constellation clock compare PHM-GAL final.clk.gz --sat E01-E05 -o galileo.png");
    }

    /// <summary>A picture that cannot be drawn is not quietly a table under its name.</summary>
    private static void RequireKnownPicture(string? path)
    {
        string ending = Path.GetExtension(path ?? "").ToLowerInvariant();
        if (s_otherPictures.Contains(ending))
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--output"), $"no picture is drawn as {ending}", "end its name in .png or .svg; a table goes to a name that ends otherwise, such as .csv"));
        }
    }

    /// <summary>A name of the library or a model's file; a file that is there goes before a name.</summary>
    private static bool IsModel(string name) => name.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) || !File.Exists(name);

    private static void AddModel(ClockModel model, bool hadamard, List<StabilityCurve> curves, List<(string, StabilityEstimate?, double, double)> rows)
    {
        (double Tau, double Deviation)[] theory = [.. Enumerable.Range(0, ModelOctaves + 1).Select(i => Math.Pow(2, i)).Select(tau => (tau, Expected(model, tau, hadamard)))];
        curves.Add(new(model.Name, [], theory));
        rows.AddRange(theory.Select(t => (model.Name, (StabilityEstimate?)null, t.Tau, t.Deviation)));
    }

    private static void AddRecord(
        StabilitySource source, bool hadamard, double confidence, IReadOnlyList<Duration>? periods, List<StabilityCurve> curves, List<(string, StabilityEstimate?, double, double)> rows, CancellationToken cancel)
    {
        StabilityStatistic statistic = hadamard ? StabilityStatistic.Ohdev : StabilityStatistic.Oadev;
        IReadOnlyList<int> factors = AveragingFactors.Octaves(source.Values.Length - 1);
        if (StabilityAnalysis.Cost(statistic, source.Values.Length, factors) > MostOperations)
        {
            throw new InputException(Diagnostic.Error("CN4013", new SourceSpan(source.Name), $"{source.Values.Length} values are too many", "thin the record"));
        }

        ClockModel? model = ClockHistories.Model(null, source, periods, cancel);
        IReadOnlyList<StabilityEstimate> estimates = StabilityAnalysis.Of(source.ToRecord(), statistic, factors, confidence, cancel);
        curves.Add(new(
            source.Name,
            [.. estimates.Select(e => new StabilityPoint(e.Tau, e.Deviation, e.Low, e.High))],
            model is null ? [] : [.. estimates.Select(e => (e.Tau, Expected(model, e.Tau, hadamard)))]));
        rows.AddRange(estimates.Select(e => (source.Name, (StabilityEstimate?)e, e.Tau, model is null ? double.NaN : Expected(model, e.Tau, hadamard))));
    }

    /// <summary>With the drift of the kind where the statistic sees it.</summary>
    private static double Expected(ClockModel model, double tau, bool hadamard) => hadamard
        ? Math.Sqrt(model.HadamardVariance(tau))
        : Math.Sqrt(model.AllanVariance(tau, Math.Sqrt((model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread))));
}
