using System.Xml.Linq;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer.Panels;

[Collection(OneRun.Name)]
public sealed class PanelPictureTests(PanelRun run)
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg", s_link = "http://www.w3.org/1999/xlink";

    public static TheoryData<string> Names => [.. PanelOptions.Names];

    /// <summary>Both themes, at its own size and at another shape: there is a picture, and it is not one flat ground.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Pictures_are_not_empty(string name)
    {
        foreach (bool light in new[] { false, true })
        {
            PanelState state = run.State(8, "C34", PanelRun.Site, light);
            (int Width, int Height)? size = light ? (333, 517) : null;
            using SKBitmap picture = SKBitmap.Decode(PanelPicture.Png(Panel(name), state, size));
            SKSize own = PanelSheet.About(Panel(name).Size);
            Assert.Equal(size ?? ((int)(2 * own.Width), (int)(2 * own.Height)), (picture.Width, picture.Height));
            SKColor ground = picture.GetPixel(1, 1);
            Assert.Equal(state.Theme.Ground.WithAlpha(255), ground);
            SKColor[] pixels = picture.Pixels;
            Assert.InRange(pixels.Count(p => p != ground) / (double)pixels.Length, 0.02, 0.9);
            // What lies in the lower third is not forgotten either.
            Assert.Contains(pixels[(pixels.Length * 2 / 3)..], p => p != ground);
        }
    }

    /// <summary>Text as outlines: no machine needs a font, and every reference is met.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Vector_pictures_need_no_font(string name)
    {
        PanelState state = run.State(8, "C34", PanelRun.Site, light: true);
        string text = PanelPicture.Svg(Panel(name), state);
        XElement svg = XElement.Parse(text);
        Assert.Empty(svg.Descendants(s_svg + "text"));
        Assert.DoesNotContain("font-family", text, StringComparison.Ordinal);
        string[] ids = [.. svg.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(svg.Descendants(s_svg + "use"), u => Assert.Contains(u.Attribute(s_link + "href")!.Value[1..], ids));
        Assert.InRange(svg.Descendants(s_svg + "use").Count(), 40, 20_000);
        Assert.Equal(text, PanelPicture.Svg(Panel(name), state));
    }

    /// <summary>A glyph stands where the letters are drawn in the other picture: the title's first letter.</summary>
    [Fact]
    public void Glyphs_are_the_typefaces_own()
    {
        XElement svg = XElement.Parse(PanelPicture.Svg(new SkyPanel(), run.State(8, "C34", PanelRun.Site)));
        XElement first = svg.Descendants(s_svg + "use").First();
        using SKFont font = new(Fonts.Bold, Ink.Strong);
        using SKPath letter = font.GetTextPath("S", SKPoint.Empty);
        using SKPath drawn = SKPath.ParseSvgPathData(svg.Descendants(s_svg + "path").Single(p => (string?)p.Attribute("id") == first.Attribute(s_link + "href")!.Value[1..]).Attribute("d")!.Value);
        Check.Within(Tolerance.Of(0.02, "px", "outlines are written to a hundredth"), letter.Bounds.Width, drawn.Bounds.Width, "width");
        Check.Within(Tolerance.Of(0.02, "px", "outlines are written to a hundredth"), letter.Bounds.Top, drawn.Bounds.Top, "top");
    }

    [Theory]
    [InlineData("sky", null, false, "pick a place")]
    [InlineData("visibility", null, false, "pick a place")]
    [InlineData("waterfall", null, false, "pick a place")]
    [InlineData("satellite", null, true, "choose a satellite")]
    [InlineData("satellite", "C05", true, "no position")]
    public void What_is_missing_is_told(string name, string? selected, bool site, string told) =>
        Assert.Contains(told, Panel(name).Missing(run.State(8, selected, site ? PanelRun.Site : null))!, StringComparison.Ordinal);

    [Theory]
    [InlineData("sky", false)]
    [InlineData("visibility", false)]
    [InlineData("satellite", false)]
    [InlineData("clocks", true)]
    [InlineData("links", true)]
    [InlineData("waterfall", true)]
    public void Files_of_orbits_have_what_orbits_tell(string name, bool missing)
    {
        PanelState state = run.State(8, "C34", PanelRun.Site) with { Source = new OrbitsOnly(run.Source) };
        Assert.Equal(missing ? PanelWords.NoRun : null, Panel(name).Missing(state));
        Assert.NotEmpty(PanelPicture.Png(Panel(name), state));
    }

    /// <summary>A run with orbits, links and a grid, but no errors at all.</summary>
    [Theory]
    [InlineData("sky", null)]
    [InlineData("visibility", null)]
    [InlineData("satellite", null)]
    [InlineData("clocks", "neither messages nor estimates")]
    [InlineData("links", null)]
    [InlineData("waterfall", "no messages")]
    public void Runs_that_lack_tables_are_shown_as_far_as_they_go(string name, string? told)
    {
        using TemporaryRun poor = new(new RunFixture { Epochs = 3, GridStepDeg = 30 });
        PanelState state = run.State(0, "C34", GeodeticPoint.FromDegrees(10, 10, 0)) with { Source = new RunScenes(poor.Folder) };
        state = state with { Scene = state.Source.At(null, SceneRequest.Of(MapKind.None)) };
        string? missing = Panel(name).Missing(state);
        Assert.Equal(told is null, missing is null);
        Assert.Contains(told ?? "", missing ?? "", StringComparison.Ordinal);
        Assert.NotEmpty(PanelPicture.Png(Panel(name), state));
    }

    [Theory, InlineData("clocks"), InlineData("waterfall"), InlineData("satellite")]
    public void A_damaged_table_is_told_in_the_panel(string name)
    {
        using Reporting.SampleFolder folder = new();
        RunFolder damaged = folder.Write(new Reporting.SampleRun { Epochs = 5, GridStepDeg = 90, Only = ["C34", "C39", "C59", "C60", "C20", "C21", "C22"] });
        File.WriteAllText(Path.Combine(damaged.Path, RunFolder.SisreFile), "not a table");
        RunScenes source = new(damaged);
        PanelState state = new(source, source.At(null, SceneRequest.Of(MapKind.None)), SatelliteId.Parse("C34"), PanelRun.Site, PanelTheme.Dark);
        Assert.Equal("sisre.parquet cannot be read as a Parquet table", Panel(name).Missing(state));
        Assert.NotEmpty(PanelPicture.Png(Panel(name), state));
    }

    [Fact]
    public void A_mark_in_the_sky_is_its_satellite()
    {
        PanelState state = run.State(8, "C34", PanelRun.Site);
        SkyPanel panel = new();
        SkyPanelContent content = SkyPanelContent.Of(state);
        (SKRect area, Pen pen) = Canvas(panel);
        using (pen)
        {
            // The rings: 90 degrees from the middle to the rim, of which the limits of the chart leave a little more.
            Assert.All(content.Satellites, satellite =>
            {
                SKPoint at = panel.Place(pen, state, area, satellite.AzimuthDeg, satellite.ElevationDeg);
                Assert.True(area.Contains(at));
                PanelTarget target = panel.At(pen, state, area, at.X, at.Y)!;
                SkySatellite found = content.Satellites.Single(s => s.Id == target.Satellite);
                Assert.Equal(at, panel.Place(pen, state, area, found.AzimuthDeg, found.ElevationDeg));
            });
            SKPoint north = panel.Place(pen, state, area, 0, 0), east = panel.Place(pen, state, area, 90, 0), zenith = panel.Place(pen, state, area, 0, 90);
            Assert.True(north.Y < zenith.Y && east.X > zenith.X && Math.Abs(north.X - zenith.X) < 1 && Math.Abs(east.Y - zenith.Y) < 1);
            Assert.Null(panel.At(pen, state, area, area.Left + 1, area.Top + 1));
        }
    }

    [Fact]
    public void Time_runs_along_the_visibility_panel()
    {
        PanelState state = run.State(8, "C34", PanelRun.Site);
        VisibilityPanel panel = new();
        (SKRect area, Pen pen) = Canvas(panel);
        using (pen)
        {
            // Down the middle: bars, satellites in view, dilution, errors.
            PanelTarget[] down = [.. Enumerable.Range(0, 60).Select(i => panel.At(pen, state, area, area.MidX, area.Top + (area.Height * (i + 0.5f) / 60))).OfType<PanelTarget>()];
            Assert.Contains(down, t => t.Satellite is not null && t.Epoch is not null);
            Assert.Contains(down, t => t.Hint.Contains("in view", StringComparison.Ordinal) && t.Satellite is null);
            Assert.Contains(down, t => t.Hint.Contains("PDOP", StringComparison.Ordinal));
            Assert.Contains(down, t => t.Hint.Contains("horizontally", StringComparison.Ordinal));
            Assert.Single(down.Select(t => t.Epoch).Distinct());
            PanelTarget[] along = [.. Enumerable.Range(0, 40).Select(i => panel.At(pen, state, area, area.Left + (area.Width * (i + 0.5f) / 40), area.Top + (0.55f * area.Height))).OfType<PanelTarget>()];
            Assert.True(along.Length > 20);
            Assert.All(along.Zip(along[1..]), p => Assert.True(p.First.Epoch < p.Second.Epoch));
            Assert.All(along, t => Assert.True(t.Epoch >= run.Source.Grid.Start && t.Epoch <= run.Source.Grid.Last));
        }
    }

    [Fact]
    public void Cells_of_the_matrix_and_slots_select_the_partner()
    {
        PanelState state = run.State(8, "C34");
        LinksPanel panel = new();
        (SKRect area, Pen pen) = Canvas(panel);
        using (pen)
        {
            HashSet<SatelliteId> found = [];
            for (float y = area.Top; y < area.Bottom; y += 13)
            {
                for (float x = area.Left; x < area.Right; x += 13)
                {
                    if (panel.At(pen, state, area, x, y) is { Satellite: { } id, Hint: { } hint })
                    {
                        Assert.Contains(id.ToString(), hint, StringComparison.Ordinal);
                        found.Add(id);
                    }
                }
            }

            Assert.Equal(30, found.Count);
        }
    }

    [Theory, InlineData("satellite"), InlineData("clocks"), InlineData("waterfall")]
    public void Other_panels_tell_what_lies_under_the_pointer(string name)
    {
        PanelState state = run.State(8, "C34", PanelRun.Site);
        IPanel panel = Panel(name);
        (SKRect area, Pen pen) = Canvas(panel);
        using (pen)
        {
            List<PanelTarget> found = [];
            for (float y = area.Top; y < area.Bottom; y += 27)
            {
                for (float x = area.Left; x < area.Right; x += 23)
                {
                    found.AddRange(panel.At(pen, state, area, x, y) is { } target ? [target] : []);
                }
            }

            Assert.All(found, t => Assert.NotEmpty(t.Hint));
            Assert.True(found.Count > 8);
            Assert.Equal(name != "waterfall", found.Exists(t => t.Satellite is not null) && found.Exists(t => t.Epoch is not null));
        }
    }

    private static IPanel Panel(string name) => ContentPanels.Create().Single(p => p.Name == name);

    private static (SKRect Area, Pen Pen) Canvas(IPanel panel)
    {
        SKRect area = new(20, 30, 20 + (1.5f * panel.Size.Width), 30 + (1.5f * panel.Size.Height));
        return (area, new Pen(new SKNoDrawCanvas((int)area.Right, (int)area.Bottom), 1.5f));
    }
}
