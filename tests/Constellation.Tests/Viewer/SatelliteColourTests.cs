using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public sealed class SatelliteColourTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { GridStepDeg = 45, Epochs = 3 });

    public void Dispose() => _run.Dispose();

    [Theory, InlineData(Colouring.Plane), InlineData(Colouring.Block), InlineData(Colouring.Clock)]
    public void Classes_have_a_colour_each_and_the_legend_counts_them(Colouring colouring)
    {
        GlobeScene scene = Scene(colouring);
        Func<RunSatellite, string> of = colouring switch { Colouring.Plane => s => s.Plane, Colouring.Block => s => s.Block, _ => s => s.Clock };
        IGrouping<string, RunSatellite>[] classes = [.. _run.Folder.Manifest.Satellites.GroupBy(of).OrderBy(g => g.Key, StringComparer.Ordinal)];
        Assert.True(classes.Length > 1);
        Assert.Equal(classes.Select(c => $"{c.Key}, {c.Count()} satellites"), scene.Key!.Classes.Select(r => r.Text));
        Assert.Equal(classes.Length, scene.Satellites.Select(s => s.Colour).Distinct().Count());
        foreach (IGrouping<string, RunSatellite> one in classes)
        {
            Assert.Single(scene.Satellites.Where(s => one.Any(m => m.Sat == s.Id.ToString())).Select(s => s.Colour).Distinct());
        }
    }

    [Fact]
    public void Values_have_the_colours_of_one_scale_and_the_silent_are_told()
    {
        ErrorTables.WriteSisre(_run.Folder, (k, sat) => sat == "C34" ? null : (600 + (300 * k), 0, 0, 0, sat == "C19" ? -1.5 : 0.5));
        RunScenes scenes = new(_run.Folder);
        GlobeScene first = scenes.At(null, Request(Colouring.ClockError)), last = scenes.At(scenes.Grid.Last, Request(Colouring.Age));
        ColourKey key = first.Key!;
        Assert.Equal(-key.Scale!.Low, key.Scale.High);
        Assert.Equal(key.Colours.At(key.Scale.Share(-1.5)), Of(first, "C19").Colour);
        Assert.Equal("no message, 1 satellite", Assert.Single(key.Classes).Text);
        Assert.Equal("age of data: 20 min", Of(last, "C19").Told);
    }

    [Fact]
    public void Health_is_told_from_messages_and_clocks()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, sat) => sat is "C34" or "C35" ? null : (600, 0, 0, 0, 0));
        RunFolder folder = ErrorTables.WriteOdts(_run.Folder, (_, sat) => sat == "C35" ? null : (0, 0, 0));
        GlobeScene scene = new RunScenes(folder).At(null, Request(Colouring.Health));
        Assert.Equal(("not usable: no healthy message", "without a clock", "usable"), (Of(scene, "C34").Told, Of(scene, "C35").Told, Of(scene, "C19").Told));
    }

    [Fact]
    public void A_clock_that_took_over_counts_from_its_epoch()
    {
        RunSatellite satellite = _run.Folder.Manifest.Satellites[0] with { Clock = "A", ClockChanges = [new("2024-09-20T01:00:00GPST", "B"), new("not a date", "C")] };
        Assert.Equal("A", SatelliteColours.ClockOf(satellite, _run.Folder.Epochs[0]));
        Assert.Equal("B", SatelliteColours.ClockOf(satellite, Constellation.Time.Epoch.Parse("2024-09-20T01:00:00GPST")));
    }

    [Fact]
    public void Without_the_table_there_is_a_note()
    {
        GlobeScene scene = Scene(Colouring.Sisre);
        Assert.Null(scene.Key);
        Assert.Equal("signal-in-space error (SISRE): sisre.parquet is missing", Assert.Single(scene.Notes));
    }

    private GlobeScene Scene(Colouring colouring) => new RunScenes(_run.Folder).At(null, Request(colouring));

    private static SceneRequest Request(Colouring colouring) => new(new GlobeLayers { Map = MapKind.None, ColourBy = colouring });

    private static SceneSatellite Of(GlobeScene scene, string id) => scene.Satellites.Single(s => s.Id.ToString() == id);
}
