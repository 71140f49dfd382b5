using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Scenes of orbits without a run: constellations of the library, files of any kind, several together, and catalogues of other objects.</summary>
/// <remarks>Maps are those of the geometry at the epoch: visible satellites and dilution of precision.</remarks>
public sealed class OrbitScenes : ISceneSource
{
    /// <summary>With fewer satellites there are too many places without a position for a map of its dilution.</summary>
    private const int FewSatellites = 16;

    private readonly IReadOnlyList<OrbitMember> _members;
    private readonly Catalogue _catalogue;
    private readonly GeometryMaps _maps = new();

    internal OrbitScenes(string name, EpochGrid grid, IReadOnlyList<OrbitMember> members, Catalogue catalogue)
    {
        (Name, Title, Grid, _members, _catalogue) = (name, name, grid, [.. members.OrderBy(m => m.Id)], catalogue);
        Satellites = [.. _members.Select(m => m.Id)];
    }

    public string Name { get; }

    public EpochGrid Grid { get; }

    public RunFolder? Folder => null;

    public MapKind StandardMap => _members.Count == 0 ? MapKind.None : _members.Count < FewSatellites ? MapKind.Visible : MapKind.Pdop;

    /// <summary>Every satellite that has a state at some time, by id.</summary>
    public IReadOnlyList<SatelliteId> Satellites { get; }

    /// <summary>Objects of catalogues besides.</summary>
    public int ObjectCount => _catalogue.Count;

    /// <summary>Over the picture.</summary>
    internal string Title { get; init; }

    internal IReadOnlyList<ScenePlace> Stations { get; init; } = [];

    internal IReadOnlyList<ScenePlace> Sites { get; init; } = [];

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        Epoch at = epoch ?? Grid.Start;
        if (at < Grid.Start || at > Grid.Last)
        {
            throw new InputException(Diagnostic.Error("CN5009", new SourceSpan("--at"), $"{Name} does not reach {RunScenes.Text(at)}", $"choose an epoch from {RunScenes.Text(Grid.Start)} to {RunScenes.Text(Grid.Last)}"));
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(at);
        List<(OrbitMember Member, StateVector State, RunSatellite About)> there = [];
        foreach (OrbitMember member in _members)
        {
            if (member.TryState(at, earth, out StateVector state))
            {
                there.Add((member, state, member.Describe(state, earth)));
            }
        }

        IReadOnlyDictionary<string, SatelliteGroup> groups = Grouping.Of([.. there.Select(t => t.About)]);
        List<SceneSatellite> satellites = [];
        List<SceneOrbit> orbits = [];
        foreach ((OrbitMember member, StateVector state, RunSatellite about) in there)
        {
            Position<Itrf> itrf = state.PositionIn<Itrf>();
            satellites.Add(new SceneSatellite(member.Id, about.OrbitClass, about.Plane, groups[about.Sat], itrf, earth.ToGcrf(itrf)));
            OrbitRings.Add(orbits, groups[about.Sat], about.Plane, state, earth);
        }

        IReadOnlyList<CatalogueObject> objects = _catalogue.At(at);
        CatalogueObject? selected = request.SelectedObject is { } number ? objects.FirstOrDefault(o => o.Number == number) : null;
        if (selected is not null && _catalogue.StateOf(selected.Number, at) is { } itsState)
        {
            OrbitRings.Add(orbits, Catalogue.SelectedGroup, "", itsState, earth);
        }

        Position<Gcrf> sun = Sun.PositionGcrf(at);
        satellites = [.. satellites.Select(s => s with { Sunlight = Eclipse.Fraction(s.Gcrf, sun) })];
        SceneContent content = new();
        LayerContent.Add(content, new SceneContext
        {
            Layers = request.Layers,
            At = at,
            Earth = earth,
            Sun = sun,
            Satellites = satellites,
            Stations = Stations,
            StateAt = StateAt,
            MaskDeg = GeometryMaps.MaskDeg,
            SelectedId = request.Selected,
            Site = request.Site,
        });
        return new GlobeScene
        {
            Title = Title,
            Subtitle = $"{Counted(satellites.Count, "satellite")}{(objects.Count > 0 ? $", {Counted(objects.Count, "other object")}" : "")}; {Counted(Grid.Count, "epoch")}{(Grid.Count > 1 ? $", {RunScenes.Interval(Grid.Step)} apart" : "")}",
            Epoch = at,
            Earth = earth,
            SunItrf = earth.ToItrf(sun).Vector.Unit(),
            Groups = [.. groups.Values.Distinct(), .. objects.Count > 0 ? [Catalogue.GroupOf(objects.Count)] : Array.Empty<SatelliteGroup>()],
            Satellites = satellites,
            Objects = objects,
            SelectedObject = selected,
            Orbits = orbits,
            Stations = Stations,
            Sites = Sites,
            Map = _maps.At(at, request.Layers.Map, satellites),
            Selected = request.Selected,
            Lines = content.Lines,
            Marks = content.Marks,
            Texts = content.Texts,
            Legend = content.Legend,
            Notes = content.Notes,
        };
    }

    private StateVector? StateAt(SatelliteId satellite, Epoch at) =>
        _members.FirstOrDefault(m => m.Id == satellite) is { } member && member.TryState(at, EarthOrientation.BuiltIn.At(at), out StateVector state) ? state : null;

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
