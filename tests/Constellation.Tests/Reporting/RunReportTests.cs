using System.Text.RegularExpressions;
using System.Xml.Linq;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class RunReportTests(SharedRun shared)
{
    private static readonly string[] s_void = ["br", "img", "meta", "hr"];

    private static readonly string[] s_sections = ["headline", "origin", "users", "signals", "control", "clocks", "site", "satellites", "provenance"];

    private static readonly string[] s_figures =
    [
        "map-horizontal", "map-pdop", "sisre-age", "sisre-time", "sisre-satellites", "odts-radial", "odts-along", "odts-cross", "odts-clock", "clock-stability", "clock-prediction",
        "sky", "site-satellites", "site-pdop", "site-errors",
    ];

    private static bool IsSvg(XElement e) => e.Name.NamespaceName == "http://www.w3.org/2000/svg";

    private static XElement Report(SampleFolder folder, SampleRun run)
    {
        RunFolder written = folder.Write(run);
        RunReport.Write(written, folder.File("report.html"));
        XElement page = SharedRun.Parse(File.ReadAllText(folder.File("report.html")));
        RequireStrict(page);
        return page;
    }

    /// <summary>What HTML asks beyond XML, and what "opens offline" means.</summary>
    private static void RequireStrict(XElement page)
    {
        string[] ids = [.. page.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (XElement e in page.DescendantsAndSelf())
        {
            Assert.DoesNotContain(e.Name.LocalName, new[] { "script", "link", "iframe", "object", "embed", "base", "use", "image", "foreignObject" });
            if (!IsSvg(e))
            {
                Assert.Equal("", e.Name.NamespaceName);
                Assert.Equal(s_void.Contains(e.Name.LocalName), e.IsEmpty);
            }

            foreach (XAttribute a in e.Attributes().Where(a => !a.IsNamespaceDeclaration))
            {
                Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal), $"{a} would run a script");
                switch (a.Name.LocalName)
                {
                    case "href":
                        Assert.Contains(a.Value[1..], ids);
                        Assert.StartsWith("#", a.Value);
                        break;
                    case "src":
                        Assert.StartsWith("data:image/png;base64,", a.Value);
                        break;
                    case "x" or "y":
                        Assert.False(a.Value.TrimEnd().EndsWith(','), $"{a}: a strict reader drops the list");
                        break;
                }

                foreach (Match match in Regex.Matches(a.Value, @"url\((.*?)\)"))
                {
                    Assert.StartsWith("#", match.Groups[1].Value);
                    Assert.Contains(match.Groups[1].Value[1..], ids);
                }
            }
        }

        string css = page.Descendants("style").Single().Value;
        Assert.DoesNotContain("url(", css);
        Assert.DoesNotContain("@import", css);
        Assert.DoesNotContain(css, c => c is '<' or '&');           // text of style is not unescaped by an HTML reader
        Assert.All(page.Descendants("img"), i => Assert.True(i.Attribute("alt")!.Value.Length > 20));
        Assert.All(page.Descendants("figure").Elements("div").Elements().Where(IsSvg), s => Assert.True(s.Attribute("aria-label")!.Value.Length > 20));
        Assert.All(page.Descendants("table"), RequireRectangle);
    }

    private static void RequireRectangle(XElement table)
    {
        int columns = table.Element("thead")!.Element("tr")!.Elements().Count();
        Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal(columns, row.Elements().Count()));
    }

    [Fact]
    public void The_page_is_strict_html_and_needs_nothing_else() => RequireStrict(shared.Page);

    [Fact]
    public void All_sections_and_figures_stand_in_order()
    {
        Assert.Equal(s_sections, shared.Page.Descendants("section").Select(s => s.Attribute("id")!.Value));
        Assert.Equal(s_figures, shared.Page.Descendants("figure").Select(f => f.Attribute("id")!.Value["figure-".Length..]));
    }

    [Fact]
    public void Figures_are_files_as_well()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(shared.Folder.Path, RunReport.PlotsFolder)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(s_figures.Select(f => f + (f.StartsWith("map", StringComparison.Ordinal) ? ".png" : ".svg")).Order(StringComparer.Ordinal), files);
        foreach (string svg in files.Where(f => f.EndsWith(".svg", StringComparison.Ordinal)))
        {
            XElement drawing = XElement.Load(Path.Combine(shared.Folder.Path, RunReport.PlotsFolder, svg));
            Assert.True(IsSvg(drawing) && drawing.Descendants().Count() > 20);
        }
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_anywhere()
    {
        using SampleFolder other = new();
        RunFolder again = other.Write(shared.Run with { }, "elsewhere");
        RunReport.Write(again, other.File("page.html"));
        Assert.Equal(File.ReadAllBytes(shared.ReportPath), File.ReadAllBytes(other.File("page.html")));
        foreach (string file in Directory.GetFiles(Path.Combine(shared.Folder.Path, RunReport.PlotsFolder)))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(again.Path, RunReport.PlotsFolder, Path.GetFileName(file))));
        }
    }

    [Fact]
    public void Headline_numbers_are_those_of_the_summary()
    {
        string Tile(string name) => shared.Page.Descendants("div").Single(d => (string?)d.Attribute("class") == "tile" && d.Elements("span").First().Value == name)
            .Elements("span").ElementAt(1).Value;
        double Value(string metric, string scope) => shared.Folder.Summary().Single(r => r.Metric == metric && r.Scope == scope).Value;
        Assert.Equal($"{Value("sisre_rms", "all"):F3} m", Tile("SISRE"));
        Assert.Equal($"{Value("horizontal_95", "global"):F2} m", Tile("Horizontal"));
        Assert.Equal($"{Value("vertical_95", "global"):F2} m", Tile("Vertical"));
        Assert.Equal($"{Value("pdop_mean", "global"):F2}", Tile("PDOP"));
        Assert.Equal($"{Value("odts_clock_rms", "all"):F3} m", Tile("ODTS clock"));
        Assert.EndsWith(" %", Tile("Availability"));
    }

    [Fact]
    public void Every_row_of_the_summary_is_on_the_page()
    {
        string text = shared.Page.Value;
        foreach (SummaryRow row in shared.Folder.Summary())
        {
            Assert.Contains(Labels.Scope(row.Scope), text);
        }

        XElement satellites = SharedRun.ById(shared.Page, "satellites")!;
        Assert.Equal(shared.Folder.Manifest.Satellites.Select(s => s.Sat), satellites.Descendants("tbody").Elements("tr").Select(r => r.Elements().First().Value));
    }

    [Fact]
    public void Metrics_that_nobody_foresaw_are_shown_by_their_words()
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 5, Only = ["C19", "C20", "C21", "C22"] });
        File.AppendAllText(Path.Combine(run.Path, RunFolder.SummaryFile), "integrity_alarms,europe,3,1\ntime_transfer_rms,meo,1.25,ns\nodts_position_3d,all,0.5,m\neclipse_hours,C20,1.5,h\n");
        RunReport.Write(run, folder.File("r.html"));
        XElement page = SharedRun.Parse(File.ReadAllText(folder.File("r.html")));
        Assert.Contains("Integrity alarms", SharedRun.ById(page, "users")!.Descendants("th").Select(h => h.Value));
        Assert.Contains("Time transfer RMS (ns)", SharedRun.ById(page, "signals")!.Descendants("th").Select(h => h.Value));
        Assert.Contains("ODTS position 3d (m)", SharedRun.ById(page, "control")!.Descendants("th").Select(h => h.Value));
        Assert.Contains("Eclipse hours (h)", SharedRun.ById(page, "satellites")!.Descendants("th").Select(h => h.Value));
    }

    [Fact]
    public void Without_a_simulated_control_segment_its_section_is_left_out()
    {
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { Control = false, Epochs = 25 });
        Assert.Null(SharedRun.ById(page, "control"));
        Assert.DoesNotContain("ODTS", page.Value);
        Assert.Contains("read: clk:GFZ0MGXRAP", SharedRun.ById(page, "origin")!.Value);
        Assert.NotNull(SharedRun.ById(page, "signals"));
    }

    [Fact]
    public void Without_any_position_there_is_no_map_and_the_page_says_so()
    {
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { NoFixes = true, Epochs = 25 });
        Assert.Null(SharedRun.ById(page, "figure-map-horizontal"));
        Assert.Null(SharedRun.ById(page, "figure-map-pdop"));
        Assert.Null(SharedRun.ById(page, "figure-site-errors"));
        Assert.NotNull(SharedRun.ById(page, "figure-site-satellites"));
        Assert.Contains("No user of the world grid had a position", SharedRun.ById(page, "users")!.Value);
        Assert.DoesNotContain("NaN", page.Value);
    }

    [Fact]
    public void A_single_satellite_is_enough_for_a_report()
    {
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { Only = ["C59"] });
        Assert.Contains("1 satellite,", page.Descendants("header").Single().Value);
        Assert.NotNull(SharedRun.ById(page, "figure-sisre-age"));
        Assert.NotNull(SharedRun.ById(page, "figure-sky"));
        Assert.Null(SharedRun.ById(page, "figure-map-horizontal"));
    }

    [Fact]
    public void A_single_epoch_is_enough_for_a_report()
    {
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { Epochs = 1 });
        Assert.NotNull(SharedRun.ById(page, "figure-map-pdop"));
        Assert.Null(SharedRun.ById(page, "clocks"));
    }

    [Fact]
    public void Sections_without_content_are_left_out()
    {
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { Sites = [], EveryClock = "PERFECT", NoAge = true, Epochs = 25 });
        Assert.Null(SharedRun.ById(page, "site"));
        Assert.Null(SharedRun.ById(page, "clocks"));
        Assert.Null(SharedRun.ById(page, "figure-sisre-age"));
        Assert.NotNull(SharedRun.ById(page, "figure-sisre-time"));
        Assert.DoesNotContain(page.Descendants("caption"), c => c.Value == "By site");
    }

    [Fact]
    public void A_clock_that_the_catalogue_does_not_know_has_no_model()
    {
        using SampleFolder folder = new();
        XElement clocks = SharedRun.ById(Report(folder, new SampleRun { ClockLabel = "HOME-MADE" }), "clocks")!;
        Assert.Contains("not in the catalogue", clocks.Value);
        Assert.DoesNotContain("(", clocks.Descendants("tbody").First().Value);
    }

    [Fact]
    public void Text_from_a_scenario_is_text()
    {
        const string name = "a<b>&\"c\" \u0001 ü";
        using SampleFolder folder = new();
        XElement page = Report(folder, new SampleRun { Title = "<script>alert(1)</script>" + name, Epochs = 9, Sites = [new(name, new(0.7, 2, 50))] });
        Assert.Contains("<script>alert(1)</script>a<b>&\"c\" \uFFFD ü", page.Descendants("h1").Single().Value);
        Assert.Contains("a<b>&\"c\" \uFFFD ü", SharedRun.ById(page, "site")!.Element("h2")!.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(RunFolder.SummaryFile)]
    [InlineData(RunFolder.SisreFile)]
    [InlineData(RunFolder.GridFile)]
    [InlineData(RunFolder.SitesFile)]
    [InlineData(RunFolder.OrbitsFile)]
    public void A_missing_table_is_named_and_nothing_is_written(string file)
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        File.Delete(Path.Combine(run.Path, file));
        RequireRefusal(run, folder.File("r.html"), "CN5004", file);
    }

    [Theory]
    [InlineData(RunFolder.SummaryFile, "metric,scope,value,unit\nsisre_rms,all\n")]
    [InlineData(RunFolder.SummaryFile, "metric,scope,value,unit\nsisre_rms,all,good,m\n")]
    [InlineData(RunFolder.SisreFile, "PAR1 is not enough PAR1")]
    [InlineData(RunFolder.GridFile, "")]
    public void A_damaged_table_is_named_and_nothing_is_written(string file, string content)
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        File.WriteAllText(Path.Combine(run.Path, file), content);
        RequireRefusal(run, folder.File("r.html"), "CN5101", file);
    }

    [Fact]
    public void A_column_that_is_missing_or_of_another_kind_is_named()
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        Replace(run, RunFolder.GridFile, "lat_deg,lon_deg,pdop", t => t.Real(0).Real(0).Real(1).EndRow());
        RequireRefusal(run, folder.File("r.html"), "CN5102", "'hpe_m'");
        Replace(run, RunFolder.GridFile, "lat_deg,lon_deg,pdop,hpe_m", t => t.Real(0).Real(0).Real(1).Text("big").EndRow(), "hpe_m");
        RequireRefusal(run, folder.File("r.html"), "CN5102", "'hpe_m'");
    }

    [Fact]
    public void Rows_that_do_not_fit_the_manifest_are_refused()
    {
        using SampleFolder folder = new();
        RunFolder run = folder.Write(new SampleRun { Epochs = 3, GridStepDeg = 30 });
        void Sisre(string sat, double seconds) => Replace(
            run, RunFolder.SisreFile, RunFolder.SisreColumns, t => t.Epoch(SampleRun.Start + Duration.FromSeconds(seconds)).Text(sat).Real(0).Real(0).Real(0).Real(0).Real(0).Real(0).EndRow());
        Sisre("C99", 0);
        RequireRefusal(run, folder.File("r.html"), "CN5103", "C99");
        Sisre("C19", 1e6);
        RequireRefusal(run, folder.File("r.html"), "CN5103", "2024-10-01T13:46:40GPST");
        Sisre("C19", 0);
        RunReport.Write(run, folder.File("fits.html"));
        Replace(run, RunFolder.GridFile, "lat_deg,lon_deg,pdop,hpe_m", t => t.Real(91).Real(0).Real(1).Real(1).EndRow());
        RequireRefusal(run, folder.File("r.html"), "CN5103", "outside the grid");
        Replace(run, RunFolder.SitesFile, "n_sat,pdop,hpe_m,vpe_m", t => t.Integer(4).Real(1).Real(1).Real(1).EndRow());
        RequireRefusal(run, folder.File("r.html"), "CN5103", "has 1 rows");
    }

    [Fact]
    public void A_manifest_that_is_no_run_is_refused_with_all_that_is_wrong()
    {
        using SampleFolder folder = new();
        SampleRun sample = new() { Epochs = 3, GridStepDeg = 30, Only = ["C19"] };
        RunFolder run = folder.Write(sample);
        RunManifest manifest = sample.Manifest();
        RunSatellite satellite = manifest.Satellites[0];
        RunManifest wrong = manifest with { Start = "yesterday", Epochs = 0, GridStepDeg = 7, Satellites = [satellite, satellite, satellite with { Sat = "Sputnik" }] };
        AtomicFile.Write(Path.Combine(run.Path, RunFolder.ManifestFile), s => s.Write(RunFolder.Serialise(wrong)));
        InputException e = RequireRefusal(RunFolder.Open(run.Path), folder.File("r.html"), "CN5105", "yesterday");
        Assert.Equal(5, e.Diagnostics.Count);
    }

    private static void Replace(RunFolder run, string file, string columns, Action<TableWriter> row, params string[] text) =>
        AtomicFile.Write(Path.Combine(run.Path, file), stream =>
        {
            using ParquetTableWriter table = new(stream, TableColumn.From(columns, text));
            row(table);
        });

    private static InputException RequireRefusal(RunFolder run, string page, string code, string named)
    {
        InputException e = Assert.Throws<InputException>(() => RunReport.Write(run, page));
        Assert.All(e.Diagnostics, d => Assert.Equal(code, d.Code));
        Assert.Contains(named, e.Message);
        Assert.False(File.Exists(page));
        return e;
    }
}
