using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Thousands of objects of a catalogue in a scene.</summary>
public sealed class CatalogueTests : IDisposable
{
    private const int Count = 5000;

    private readonly SourceFiles _files = new();
    private readonly ISceneSource _source;

    public CatalogueTests() => _source = SceneSources.Open([_files.Tle("catalogue.tle", Count)]);

    public void Dispose() => _files.Dispose();

    /// <summary>The batch gives what SGP4 gives one by one for the elements as they stand in the file.</summary>
    [Fact]
    public void Five_thousand_objects_are_where_their_elements_say()
    {
        Epoch at = _source.Grid[100];
        GlobeScene scene = _source.At(at, SceneRequest.Of(MapKind.None));
        Assert.Equal(Count, scene.Objects.Count);
        Assert.Empty(scene.Satellites);
        Assert.Empty(scene.Orbits);
        Assert.Null(scene.Map);
        Dictionary<int, MeanElementSet> sets = TleReader.Read(_files.Path("catalogue.tle"), null).ValueOrThrow().Sets.ToDictionary(s => s.CatalogueNumber);
        foreach (CatalogueObject shown in scene.Objects.Where(o => o.Number % 50 == 0))
        {
            StateVector truth = FrameTurns.To(ReferenceFrame.Itrf, new Sgp4Orbit(sets[shown.Number].ToElements()).At(at));
            Check.Within(Tolerance.Of(1e-3, "m", "batch against single SGP4"), truth.Position, shown.Itrf.Vector, shown.Name);
        }
    }

    [Fact]
    public void One_that_is_picked_has_its_orbit_and_only_it()
    {
        GlobeScene scene = _source.At(null, SceneRequest.Of(MapKind.None) with { SelectedObject = 60008 });
        Assert.Equal("OBJECT 8", scene.SelectedObject!.Name);
        SceneOrbit orbit = Assert.Single(scene.Orbits);
        Check.Within(Tolerance.Of(1e-3, "m", "the ring begins at the object"), scene.SelectedObject.Itrf.Vector, orbit.Vertices[0].Vector);
        Assert.Null(_source.At(null, SceneRequest.Of(MapKind.None) with { SelectedObject = 1 }).SelectedObject);
    }

    /// <summary>A century from its elements SGP4 may not be asked at all.</summary>
    [Fact]
    public void Objects_that_cannot_be_asked_are_left_out()
    {
        Epoch start = Epoch.Parse("2150-01-01T00:00:00GPST");
        SourceOptions options = new() { Start = start, Stop = start + Duration.FromHours(1), Step = Duration.FromMinutes(10) };
        Assert.Equal("CN5057", Assert.Throws<Constellation.Core.InputException>(() => SceneSources.Open([_files.Path("catalogue.tle")], options)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_click_picks_an_object_and_another_none()
    {
        ViewerModel model = new(_source, new GlobeOptions { Width = 1200, Height = 800, Layers = new() { Map = MapKind.None } }, () => _source.Grid.Start);
        (CatalogueObject target, ScreenPoint at) = model.Scene.Objects.Select(o => (o, At: model.View.Project(o.Itrf)))
            .First(o => !model.View.IsHidden(o.o.Itrf) && o.At.IsInside(1200, 800, -100) && model.ObjectAt(o.At.X, o.At.Y)?.Number == o.o.Number);
        Click(model, at.X, at.Y);
        Assert.Equal(target.Number, model.SelectedObject);
        Assert.Equal(target.Number, model.Scene.SelectedObject!.Number);
        Assert.Equal(target.Number, model.Options.SelectedObject);
        Click(model, 5, 795);
        Assert.Null(model.SelectedObject);
    }

    private static void Click(ViewerModel model, double x, double y)
    {
        model.Handle(ViewerInput.Moved(x, y));
        model.Handle(ViewerInput.Pressed(x, y));
        model.Handle(ViewerInput.Released(x, y));
    }
}
