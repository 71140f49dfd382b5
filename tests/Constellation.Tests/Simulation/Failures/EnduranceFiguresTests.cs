using System.Text.RegularExpressions;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Failures;

public sealed class EnduranceFiguresTests
{
    private const string Toml = """
        title = "years"
        [time]
        start = "2024-09-20T00:00:00GPST"
        [constellation]
        name = "beidou-3"
        [control]
        segment = "ground-global"
        [users]
        grid_step_deg = 30
        pdop_limit = 3
        [failures]
        length = "3652d"
        """;

    /// <summary>What runs tell is what the study tells that <c>availability</c> runs.</summary>
    [Fact]
    public void Figures_are_those_of_the_study()
    {
        ScenarioDefinition scenario = Read("seed=7");
        Dictionary<string, double> figures = Figures(new EnduranceFigures(), scenario);
        Assert.Equal(EnduranceFigures.Metrics.Order(), figures.Keys.Order());
        ConstellationSlots slots = new(scenario.Constellation, scenario.Satellites);
        GeometryCriterion geometry = new(slots, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromDays(1), Duration.FromHours(1), 30, 5, 3);
        AvailabilityReport report = new AvailabilityStudy(slots, new FailureSettings { Length = Duration.FromDays(3652), Replicates = 2, Seed = 7 }, geometry).Run(1, CancellationToken.None);
        Assert.Equal(
            (report.Mean.Mean, report.Everywhere.Mean, report.ContinuityPerHour.Mean, report.SlotMean.Mean),
            (figures["years_availability"], figures["years_everywhere"], figures["years_continuity"], figures["years_slots"]));
        Assert.Equal(CriticalSatellites.Rank(slots, geometry, 2, 1, CancellationToken.None)[0].Geometry.Mean, figures["lost_two_availability"]);
        Assert.True(figures["lost_two_availability"] < figures["lost_one_availability"], "two losses cost more than one");
    }

    /// <summary>The same draws at every point: more spares never leave a slot empty that fewer had filled, and a figure does not depend on what was asked before.</summary>
    [Fact]
    public void Spares_help_seed_by_seed()
    {
        EnduranceFigures shared = new();
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Dictionary<string, double> none = Figures(shared, Read($"seed={seed}", "failures.spares_per_plane=0")), named = Figures(shared, Read($"seed={seed}", "failures.stand_by=[\"C48\", \"C50\", \"C62\"]")), all = Figures(shared, Read($"seed={seed}"));
            Assert.True(none["years_slots"] < named["years_slots"] && named["years_slots"] < all["years_slots"], $"seed {seed}: {none["years_slots"]}, {named["years_slots"]}, {all["years_slots"]}");
            Assert.Equal(none["lost_one_pdop"], all["lost_one_pdop"]);
            Assert.Equal(Figures(new EnduranceFigures(), Read($"seed={seed}")), all);
        }
    }

    /// <summary>A name is that of a file, and there may be another one of that name elsewhere.</summary>
    [Fact]
    public void Constellations_of_one_name_share_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("years").FullName;
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, "beidou-3")!);
        EnduranceFigures shared = new();
        List<double> pdops = [];
        foreach ((string name, string inclinations) in new[] { ("a", "$0"), ("b", "i_deg = 30") })
        {
            string file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, "beidou-3.toml");
            File.WriteAllText(file, Regex.Replace(text, @"i_deg = [\d.]+", inclinations));
            ScenarioDefinition scenario = ScenarioReader.Read(Toml.Replace("name = \"beidou-3\"", $"file = \"{file}\"", StringComparison.Ordinal), "years.toml", []).ValueOrThrow();
            Dictionary<string, double> alone = Figures(new EnduranceFigures(), scenario);
            Assert.Equal(alone, Figures(shared, scenario));
            pdops.Add(alone["lost_one_pdop"]);
        }

        Assert.NotEqual(pdops[0], pdops[1]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Nothing_is_followed_unless_it_is_asked_for()
    {
        Assert.Empty(new EnduranceFigures().Of(Read("failures.length=0s"), EnduranceFigures.Metrics, CancellationToken.None));
        Assert.Empty(new EnduranceFigures().Of(Read(), ["sisre_rms"], CancellationToken.None));
        Assert.Equal(["years_slots"], new EnduranceFigures().Of(Read(), ["years_slots"], CancellationToken.None).Select(r => r.Metric));
    }

    private static ScenarioDefinition Read(params string[] settings) => ScenarioReader.Read(Toml, "years.toml", settings).ValueOrThrow();

    private static Dictionary<string, double> Figures(EnduranceFigures figures, ScenarioDefinition scenario) => figures.Of(scenario, EnduranceFigures.Metrics, CancellationToken.None).ToDictionary(r => r.Metric, r => r.Value);
}
