using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Constellations and files of orbits as scenes.</summary>
public sealed class OrbitScenesTests : IDisposable
{
    private readonly SourceFiles _files = new();
    private readonly List<Diagnostic> _told = [];

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Four_constellations_stand_together_by_system()
    {
        ISceneSource source = Open("constellation/gps", "constellation/galileo", "constellation/glonass", "constellation/beidou-3");
        Epoch at = source.Grid[7];
        GlobeScene scene = source.At(at, SceneRequest.Of(MapKind.None));
        ConstellationDefinition[] known = [.. new[] { "gps", "galileo", "glonass", "beidou-3" }.Select(n => EphemerisLibrary.BuiltIn.Constellation(n, new SourceSpan(n)))];
        Assert.Equal(known.Sum(c => c.Active.Count()), scene.Satellites.Count);
        Assert.Equal(["GPS", "GLONASS", "Galileo", "BeiDou"], scene.Groups.Select(g => g.Name));
        Assert.Equal("GPS, Galileo, GLONASS, BeiDou-3", scene.Title);
        foreach (ConstellationDefinition constellation in known)
        {
            foreach (SatelliteDefinition satellite in constellation.Active)
            {
                StateVector truth = FrameTurns.To(ReferenceFrame.Itrf, ConstellationOrbits.Mean(satellite, constellation.Epoch).At(at));
                SceneSatellite shown = scene.Satellites.Single(s => s.Id == satellite.Id);
                Check.Within(Tolerance.Of(1e-6, "m", "the same rotation"), truth.Position, shown.Itrf.Vector, satellite.Id.ToString());
                Assert.Equal(satellite.Plane, shown.Plane);
            }
        }
    }

    /// <summary>A bare name that is a scenario and a constellation means neither.</summary>
    [Theory, InlineData("gps"), InlineData("beidou-3")]
    public void A_name_of_two_kinds_lists_both(string name)
    {
        Diagnostic wrong = Wrong(name);
        Assert.Equal("CN1008", wrong.Code);
        Assert.Contains($"constellation/{name}, scenario/{name}", wrong.Remedy, StringComparison.Ordinal);
    }

    /// <summary>The scene of a table holds what the table says, on its own epochs.</summary>
    [Fact]
    public void A_table_is_shown_where_it_says()
    {
        string path = _files.Sp3("beidou-3");
        ISceneSource source = Open(path);
        Sp3File table = Sp3Reader.Read(path).ValueOrThrow();
        Assert.Equal(new EpochGrid(SourceFiles.Start, Duration.FromMinutes(15), 13), source.Grid);
        GlobeScene scene = source.At(table.Epochs[5], SceneRequest.Of(MapKind.None));
        Assert.Equal(30, scene.Satellites.Count);
        foreach (Sp3Satellite satellite in table.Satellites)
        {
            Check.Within(Tolerance.Of(1e-6, "m", "nothing but the table"), satellite.Positions[5], scene.Satellites.Single(s => s.Id == satellite.Id).Itrf.Vector, satellite.Id.ToString());
        }
    }

    /// <summary>Files do not tell classes of orbits; states do.</summary>
    [Fact]
    public void Classes_of_orbits_come_from_states()
    {
        GlobeScene scene = Open(_files.Sp3("beidou-3")).At(null, SceneRequest.Of(MapKind.None));
        ConstellationDefinition known = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
        Assert.All(scene.Satellites, s => Assert.Equal(known[s.Id].OrbitClass.ToString(), s.OrbitClass, ignoreCase: true));
    }

    [Fact]
    public void Files_of_different_kinds_go_together_on_the_epochs_of_the_table()
    {
        string sp3 = _files.Sp3("beidou-3"), tle = _files.Tle("objects.tle", 40);
        ISceneSource source = Open(sp3, "constellation/gps", tle);
        Assert.Equal(SourceFiles.Start, source.Grid.Start);
        Assert.Equal(13, source.Grid.Count);
        GlobeScene scene = source.At(null, SceneRequest.Of(MapKind.None));
        Assert.Equal(["GPS", "BeiDou", "other objects"], scene.Groups.Select(g => g.Name));
        Assert.Equal(40, scene.Objects.Count);
        // That the table has no clocks is all there is to tell.
        Assert.All(_told, d => Assert.Equal("CN3113", d.Code));
    }

    [Fact]
    public void Of_two_orbits_of_a_satellite_the_first_named_is_shown()
    {
        string sp3 = _files.Sp3("beidou-3");
        Epoch at = SourceFiles.Start + Duration.FromMinutes(30);
        Vector3d first(params string[] names) => Open(names).At(at, SceneRequest.Of(MapKind.None)).Satellites[0].Itrf.Vector;
        Vector3d table = first(sp3), elements = first("constellation/beidou-3", sp3);
        Assert.Contains(_told, d => d.Code == "CN5058" && d.Problem.StartsWith("C19", StringComparison.Ordinal));
        Assert.Equal(table, first(sp3, "constellation/beidou-3"));
        // An SP3 table is rounded to a millimetre, elements are not.
        Assert.NotEqual(table, elements);
    }

    [Fact]
    public void Start_stop_and_step_go_before_those_of_the_files()
    {
        SourceOptions options = new() { Start = SourceFiles.Start + Duration.FromHours(1), Stop = SourceFiles.Start + Duration.FromHours(2), Step = Duration.FromMinutes(20) };
        Assert.Equal(new EpochGrid(options.Start.Value, options.Step.Value, 4), SceneSources.Open([_files.Sp3("beidou-3")], options).Grid);
        Assert.Equal(4, SceneSources.Open(["constellation/gps"], options).Grid.Count);
        Assert.Equal("CN1003", Wrong(options with { Stop = SourceFiles.Start }, "constellation/gps").Code);
        Assert.Equal("CN1003", Wrong(options with { Step = Duration.FromSeconds(1e-6) }, "constellation/gps").Code);
    }

    /// <summary>Without any bounds a day is shown from the elements' own epoch, at steps that give some hundred epochs.</summary>
    [Fact]
    public void Elements_are_shown_for_a_day_from_their_epoch()
    {
        EpochGrid grid = Open("constellation/gps").Grid;
        ConstellationDefinition gps = EphemerisLibrary.BuiltIn.Constellation("gps", new SourceSpan("gps"));
        Assert.InRange((gps.Epoch - grid.Start).TotalSeconds, 0, 3600);
        Assert.Equal(Duration.FromDays(1), grid.Last - grid.Start);
        Assert.Equal(289, grid.Count);
    }

    [Fact]
    public void Satellites_can_be_chosen()
    {
        Assert.True(SatelliteSelector.TryParse("C@geo", out SatelliteSelector? geo, out _));
        Assert.Equal(3, SceneSources.Open(["constellation/beidou-3"], new SourceOptions { Satellites = geo }).At(null, SceneRequest.Of(MapKind.None)).Satellites.Count);
        Assert.Equal("CN1006", Wrong(new SourceOptions { Satellites = geo }, _files.Sp3("beidou-3")).Code);
        Assert.True(SatelliteSelector.TryParse("G", out SatelliteSelector? gps, out _));
        Assert.Equal("CN5057", Wrong(new SourceOptions { Satellites = gps }, "constellation/beidou-3").Code);
    }

    [Fact]
    public void An_epoch_outside_is_told()
    {
        ISceneSource source = Open(_files.Sp3("beidou-3"));
        InputException e = Assert.Throws<InputException>(() => source.At(SourceFiles.Start - Duration.FromSeconds(1), SceneRequest.Of(MapKind.None)));
        Assert.Equal("CN5009", e.Diagnostics[0].Code);
    }

    private ISceneSource Open(params string[] names) => SceneSources.Open(names, new SourceOptions { Tell = _told.Add });

    private static Diagnostic Wrong(params string[] names) => Wrong(new SourceOptions(), names);

    private static Diagnostic Wrong(SourceOptions options, params string[] names) => Assert.Throws<InputException>(() => SceneSources.Open(names, options)).Diagnostics[0];

    /// <summary>The same states in another file are the same scene.</summary>
    [Theory, InlineData("orbits.oem"), InlineData("orbits.xml")]
    public void An_orbit_message_is_shown_as_the_table_that_it_was_made_of(string name)
    {
        string table = _files.Sp3("gps"), message = _files.Path(name);
        Assert.Equal(0, Program.Run(["convert", table, message, .. name.EndsWith(".xml", StringComparison.Ordinal) ? (string[])["--to", "oem-xml"] : []], TestContext.Current.CancellationToken));
        GlobeScene before = Scene(table), after = Scene(message);
        Assert.Equal(before.Satellites.Select(s => s.Id), after.Satellites.Select(s => s.Id));
        Assert.All(before.Satellites.Zip(after.Satellites), p => Check.Within(Tolerance.Of(1e-2, "m", "one table, two interpolations"), 0, (p.First.Itrf - p.Second.Itrf).Norm));
    }

    /// <summary>Elements as TLE and as OMM are the same objects at the same places.</summary>
    [Theory, InlineData("omm"), InlineData("omm-xml"), InlineData("omm-json"), InlineData("omm-csv")]
    public void Elements_are_shown_whatever_they_are_written_in(string format)
    {
        string tle = _files.Tle("objects.tle", 5), omm = _files.Path("objects." + format);
        Assert.Equal(0, Program.Run(["convert", tle, omm, "--to", format], TestContext.Current.CancellationToken));
        GlobeScene before = Scene(tle), after = Scene(omm);
        Assert.Equal(5, after.Objects.Count);
        Assert.Equal(before.Objects.Select(o => o.ToString()), after.Objects.Select(o => o.ToString()));
    }

    private static GlobeScene Scene(string file)
    {
        ISceneSource source = SceneSources.Open([file]);
        return source.At(null, new SceneRequest(new GlobeLayers { Map = MapKind.None }, null, null));
    }
}
