using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>design sweep</c>: coverage and DOP over planes, satellites and inclinations, as a table or a picture.</summary>
internal static class DesignSweep
{
    private const string Header = "planes,per_plane,satellites,phasing,inclination_deg,a_m,n_sat_min,n_sat_mean,coverage_4,pdop_mean,pdop_p95,availability";

    private const int MostCases = 20_000;

    private const string Notes =
        """
        Every combination of planes, satellites in a plane and inclination, as a Walker pattern with the phasing of --phasing (modulo planes). Users stand on a world grid; means,
        percentiles and fractions are over area and time. coverage_4: four or more satellites in view; availability: PDOP <= 6.
        -o FILE.png draws what --show names; any other file, or standard output, takes the table.
        """;

    private static readonly (string Name, string Quantity, Func<CoverageResult, double> Value, bool Less)[] s_shown =
    [
        ("pdop-p95", "95th percentile of PDOP", r => r.Pdop95, true), ("pdop", "Mean PDOP", r => r.MeanPdop, true),
        ("availability", "Availability of PDOP up to 6", r => r.Availability, false), ("coverage", "Four or more satellites in view", r => r.Coverage, false),
        ("satellites", "Mean satellites in view", r => r.MeanSatellites, false),
    ];

    public static Command Create()
    {
        Option<double[]> planes = Options.Range("--planes", "Numbers of planes: 3-6", 1, 100, whole: true);
        Option<double[]> perPlane = Options.Range("--per-plane", "Satellites in a plane: 4-10", 1, 100, whole: true);
        Option<double[]> inclination = Options.Range("--inclination", "Inclinations in degrees: 45-65:5", 0, 180, whole: false);
        Option<double?> axis = DesignOptions.Axis();
        Option<(int Revolutions, int Days)?> repeat = DesignOptions.Repeat();
        Option<double> phasing = Options.Number("--phasing", "F of the Walker pattern", 1, 0, 99, "");
        Option<string> spread = new("--pattern") { Description = "How nodes are spread", HelpName = "delta|star", DefaultValueFactory = _ => "delta" };
        spread.AcceptOnlyFromAmong("delta", "star");
        Option<double> mask = Options.Number("--mask", "Elevation mask", 5, 0, 90, "DEG");
        Option<double> grid = Options.Number("--grid", "Cell of the world grid; divides 180", 15, 1, 90, "DEG");
        Option<Duration?> duration = Options.Duration("--duration", "Time to look at (default 24h)"), step = Options.Duration("--step", "Time between looks (default 30min)");
        Option<Epoch?> epoch = Options.Epoch("--epoch", "First look (default 2025-01-01T00:00:00GPST)");
        Option<string> show = new("--show") { Description = "What the picture shows", HelpName = string.Join('|', s_shown.Select(s => s.Name)), DefaultValueFactory = _ => s_shown[0].Name };
        show.AcceptOnlyFromAmong([.. s_shown.Select(s => s.Name)]);
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output("Write the table, or with a name that ends in .png the picture, to FILE");
        Command command = new("sweep", "Coverage and DOP over planes, satellites and inclinations") { planes, perPlane, inclination, axis, repeat, phasing, spread, mask, grid, duration, step, epoch, show, threads, format, output };
        command.SetAction((parsed, cancel) =>
        {
            double[] inclinations = parsed.GetRequiredValue(inclination);
            List<CoverageCase> cases = [];
            foreach (double p in parsed.GetRequiredValue(planes))
            {
                foreach (double s in parsed.GetRequiredValue(perPlane))
                {
                    foreach (double i in inclinations)
                    {
                        double a = DesignOptions.AxisOf(parsed.GetValue(axis), parsed.GetValue(repeat), 0, i);
                        cases.Add(new CoverageCase(Enum.Parse<WalkerPattern>(parsed.GetRequiredValue(spread), ignoreCase: true), (int)p, (int)s, (int)parsed.GetValue(phasing) % (int)p, a, double.DegreesToRadians(i)));
                    }
                }
            }

            if (cases.Count > MostCases || cases.Exists(c => c.Satellites > 999))
            {
                throw new InputException(Diagnostic.Error("CN1032", new SourceSpan("--planes"), cases.Count > MostCases ? $"{cases.Count} constellations are more than {MostCases}" : "a constellation has more than 999 satellites", "choose fewer"));
            }

            CoverageSweep sweep = new(Users(parsed.GetValue(grid)), Epochs(parsed.GetValue(epoch), parsed.GetValue(duration), parsed.GetValue(step)), EarthOrientation.BuiltIn, double.DegreesToRadians(parsed.GetValue(mask)), new AccuracyThresholds().Pdop, parsed.GetValue(threads));
            List<CoverageResult> results = [];
            foreach (CoverageCase one in cases)
            {
                cancel.ThrowIfCancellationRequested();
                results.Add(sweep.Evaluate(one));
            }

            Write(results, parsed.GetValue(output), parsed.GetRequiredValue(format), s_shown.First(s => s.Name == parsed.GetRequiredValue(show)));
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation design sweep --planes 3 --per-plane 6-10 --inclination 45-65:5 --repeat 13/7",
            "constellation design sweep --planes 3-6 --per-plane 4-10 --inclination 40-70:5 --axis 27906km --show availability -o sweep.png");
    }

    private static void Write(List<CoverageResult> results, string? output, string format, (string Name, string Quantity, Func<CoverageResult, double> Value, bool Less) shown)
    {
        if (output is not null && output.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            CoveragePlot plot = new(results, shown.Quantity, shown.Value, shown.Less, shown.Less ? new AccuracyThresholds().Pdop : double.PositiveInfinity);
            if (!plot.HasData)
            {
                throw new InputException(Diagnostic.Error("CN4006", new SourceSpan("--show"), "no constellation has a value to draw", "take more satellites"));
            }

            AtomicFile.Write(output, stream => PlotFile.WritePng(stream, plot));
            Console.Error.WriteLine($"design: {plot.AltText}");
            return;
        }

        TableOutput.Write(output, format, TableColumn.From(Header, integer: ["planes", "per_plane", "satellites", "phasing", "n_sat_min"]), writer =>
        {
            foreach (CoverageResult r in results)
            {
                writer.Integer(r.Case.Planes).Integer(r.Case.PerPlane).Integer(r.Case.Satellites).Integer(r.Case.Phasing).Real(Math.Round(double.RadiansToDegrees(r.Case.Inclination), 9)).Real(r.Case.SemiMajorAxis)
                    .Integer(r.LeastSatellites).Real(r.MeanSatellites).Real(r.Coverage).Real(r.MeanPdop).Real(r.Pdop95).Real(r.Availability).EndRow();
            }
        });
    }

    private static IReadOnlyList<UserDefinition> Users(double step) => UserGrid.IsStep(step)
        ? new UserGrid(step, elevationMask: 0).Users
        : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--grid"), $"cells of {step} degrees do not divide 180", "write for example 15"));

    private static EpochGrid Epochs(Epoch? epoch, Duration? duration, Duration? step)
    {
        Epoch first = epoch ?? Epoch.Parse("2025-01-01T00:00:00GPST");
        Duration length = duration ?? Duration.FromHours(24), between = step ?? Duration.FromMinutes(30);
        return length > Duration.Zero && between > Duration.Zero && length.TotalSeconds / between.TotalSeconds <= 20_000
            ? EpochGrid.Between(first, first + length - Duration.FromSeconds(0, 1), between)
            : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), "step and duration make none or more than 20000 epochs", "choose for example --duration 24h --step 30min"));
    }
}
