using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>What is missing is told in the scene; nothing throws.</summary>
public sealed class BadRunTests : IDisposable
{
    private static readonly GlobeLayers s_everything = new()
    {
        MapOptional = true,
        Track = Extent.All,
        Footprint = Extent.All,
        Cone = Extent.All,
        Schedule = Extent.All,
        Axes = true,
        Shadow = true,
        Equator = true,
        SubsolarMark = true,
        Rotation = true,
        Lens = -1,
    };

    private readonly TemporaryRun _run = new(new RunFixture { GridStepDeg = 45, Epochs = 3 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_run_with_nothing_but_orbits_has_notes()
    {
        File.Delete(Path.Combine(_run.Path, RunFolder.GridFile));
        File.Delete(Path.Combine(_run.Path, RunFolder.LinksFile));
        GlobeScene scene = EveryMapAndColour(_run.Folder)[^1];
        Assert.Equal(30, scene.Satellites.Count);
        Assert.Contains(scene.Notes, n => n.StartsWith("no colour map: ", StringComparison.Ordinal) && n.EndsWith("is missing", StringComparison.Ordinal));
        Assert.Contains("no orbit errors to enlarge at this epoch", scene.Notes);
    }

    [Fact]
    public void A_run_without_satellites_is_an_Earth_with_a_note()
    {
        RunManifest manifest = _run.Folder.Manifest with { Satellites = [] };
        File.WriteAllBytes(Path.Combine(_run.Path, RunFolder.ManifestFile), RunFolder.Serialise(manifest));
        GlobeScene scene = EveryMapAndColour(RunFolder.Open(_run.Path))[0];
        Assert.Empty(scene.Satellites);
        Assert.Contains("the run has no satellites", scene.Notes);
    }

    [Fact]
    public void Satellites_without_clocks_and_messages_are_told()
    {
        ErrorTables.WriteSisre(_run.Folder, (_, _) => null);
        RunFolder folder = ErrorTables.WriteOdts(_run.Folder, (_, _) => null);
        GlobeScene scene = EveryMapAndColour(folder).First(s => s.Key?.Title == "health");
        Assert.All(scene.Satellites, s => Assert.Equal("not usable: no healthy message", s.Told));
    }

    [Fact]
    public void A_grid_of_nothing_but_NaN_is_drawn_as_no_data()
    {
        AtomicFile.Write(Path.Combine(_run.Path, RunFolder.GridFile), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From(RunFolder.UserColumns));
            for (int row = 0; row < 4; row++)
            {
                writer.Epoch(_run.Folder.Epochs[0]).Real(-67.5 + (45 * row)).Real(0.5).Integer(0).Real(double.NaN).Real(double.NaN).Real(double.NaN).Text("toofewsatellites").EndRow();
            }
        });
        ErrorTables.WriteSisre(_run.Folder, (_, _) => (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN));
        GlobeScene scene = EveryMapAndColour(_run.Folder)[0];
        Assert.DoesNotContain(scene.Map!.Values, double.IsFinite);
        Assert.Contains("Horizontal position error, 95 %: no values", scene.Notes);
    }

    [Fact]
    public void An_empty_grid_has_no_values_either()
    {
        AtomicFile.Write(Path.Combine(_run.Path, RunFolder.GridFile), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From(RunFolder.UserColumns));
        });
        Assert.Contains(EveryMapAndColour(_run.Folder)[0].Notes, n => n.EndsWith("no values", StringComparison.Ordinal));
    }

    private static List<GlobeScene> EveryMapAndColour(RunFolder folder)
    {
        RunScenes scenes = new(folder);
        List<GlobeScene> made = [];
        foreach (MapKind map in MapInfo.All.Select(m => m.Kind))
        {
            foreach (MapStatistic statistic in new[] { MapStatistic.Own, MapStatistic.Now, MapStatistic.Share, MapStatistic.Max })
            {
                made.Add(scenes.At(scenes.Grid[1], new SceneRequest(new GlobeLayers { MapOptional = true, Map = map, Statistic = statistic })));
            }
        }

        made.AddRange(GlobeLayers.Colourings.Select(c => scenes.At(null, new SceneRequest(new GlobeLayers { Map = MapKind.None, ColourBy = c.Colouring }))));
        made.Add(scenes.At(scenes.Grid.Last, new SceneRequest(s_everything, SatelliteId.Parse("C34"), GeodeticPoint.FromDegrees(40, 116, 0))));
        return made;
    }
}
