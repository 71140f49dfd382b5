using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Goes through the epochs of a scenario and looks at every pair of satellites, and the anchor stations where they are wanted.</summary>
internal sealed class LinkSurvey
{
    private const double MostPairs = 1e10;

    private readonly EphemerisSource _orbits;
    private readonly EpochGrid _grid;
    private readonly Vector3d[] _positions, _velocities;
    private readonly bool[] _known;

    private LinkSurvey(LinkSystem system, EphemerisSource orbits, EpochGrid grid)
    {
        (System, _orbits, _grid) = (system, orbits, grid);
        int satellites = system.Satellites.Count;
        (_positions, _velocities, _known) = (new Vector3d[satellites], new Vector3d[satellites], new bool[satellites]);
        Scene = new LinkScene(system);
    }

    /// <summary>Satellites with the scenario's payload; stations are the anchors that were asked for.</summary>
    public LinkSystem System { get; }

    /// <summary>All nodes at the epoch that is being looked at.</summary>
    public LinkScene Scene { get; }

    public EpochGrid Grid => _grid;

    /// <summary>States of satellites that the files do not hold.</summary>
    public long Missing { get; private set; }

    public static LinkSurvey Open(LinkRequest request)
    {
        ScenarioDefinition scenario = request.Scenario;
        EphemerisSource orbits = scenario.Orbits.Source.IsSimulated
            ? EphemerisSource.Of(scenario.Satellites.ToDictionary(s => s.Id, IOrbit (s) => ConstellationOrbits.Mean(s, scenario.Constellation.Epoch)))
            : EphemerisSource.Open(scenario.Orbits.Source.Files);
        Epoch first = request.Start ?? scenario.Start ?? orbits.Coverage?.First
            ?? throw Wrong("CN1004", "--start", "is missing: neither the scenario nor its files tell a first epoch", "write it, as in --start 2024-09-20T00:00:00GPST");
        EpochGrid grid = GridOf(first, request.Stop ?? first + scenario.Duration, request.Step ?? scenario.Step, scenario.Satellites.Count);
        LinkPayload? payload = scenario.Links.Payload?.Scaled(scenario.Links.NoiseScale, scenario.Links.DelayScale);
        if (payload is not null && request.GrazingHeight is { } height)
        {
            payload = payload with { MinimumGrazingHeight = height };
        }

        GroundStation[] anchors = request.Anchors && scenario.Control.Segment.AnchorSet is { } set
            ? [.. scenario.Control.StationSets[set].Sites.Select(s => new GroundStation(s.Name, s.Position, IsAnchor: true, IsMonitor: false))]
            : [];
        LinkSystem system = new() { Satellites = [.. scenario.Satellites.Select(s => new LinkSatellite(s.Id, s.OrbitClass, scenario.Links.Without.Contains(s.Id) ? null : payload))], Stations = anchors };
        return new LinkSurvey(system, orbits, grid);
    }

    /// <summary>Satellite or station, as a table names it.</summary>
    public string NameOf(int node) => node < System.Satellites.Count ? System.Satellites[node].Id.ToString() : System.Stations[node - System.Satellites.Count].Name;

    /// <summary>Every epoch in turn, with the scene set to it.</summary>
    /// <exception cref="InputException">No epoch had a pair.</exception>
    public IEnumerable<Epoch> Epochs(CancellationToken cancel)
    {
        bool any = false;
        for (int i = 0; i < _grid.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch epoch = _grid[i];
            EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
            for (int s = 0; s < _known.Length; s++)
            {
                _known[s] = Read(s, epoch, earth);
            }

            Scene.Set(_positions, _velocities, [.. System.Stations.Select(s => s.At(earth))], Sun.PositionGcrf(epoch).Vector);
            any |= Pairs().Any();
            yield return epoch;
        }

        if (!any)
        {
            throw Wrong("CN4002", "links", $"has no pair between {_grid.Start.ToString(TimeScale.Gpst)} and {_grid.Last.ToString(TimeScale.Gpst)}", "choose epochs that the files cover, and two satellites that are in them");
        }
    }

    /// <summary>Pairs whose places are known at the epoch, in ascending order of (A, B).</summary>
    public IEnumerable<LinkPair> Pairs()
    {
        for (int a = 0; a < _known.Length; a++)
        {
            for (int b = a + 1; b < System.NodeCount && _known[a]; b++)
            {
                if (b >= _known.Length || _known[b])
                {
                    yield return new LinkPair(a, b);
                }
            }
        }
    }

    /// <summary>Says what a reader should know of every table made this way.</summary>
    public void Report(TextWriter people)
    {
        if (System.Payload is null)
        {
            people.WriteLine("links: the scenario has no crosslink terminals (links.payload): no pair is usable");
        }

        if (Missing > 0)
        {
            people.WriteLine($"links: warning CN4003: {Missing} states of satellites are not in the files; their pairs are left out");
        }
    }

    private bool Read(int satellite, Epoch epoch, EarthRotation earth)
    {
        if (!_orbits.TryState(System.Satellites[satellite].Id, epoch, out StateVector state, out _))
        {
            Missing++;
            return false;
        }

        StateVector gcrf = state.Frame == ReferenceFrame.Itrf ? earth.ToGcrf(state) : state;
        (_positions[satellite], _velocities[satellite]) = (gcrf.Position, gcrf.Velocity);
        return true;
    }

    private static EpochGrid GridOf(Epoch first, Epoch last, Duration step, int satellites)
    {
        if (step <= Duration.Zero)
        {
            throw Wrong("CN1003", "--step", "is not positive", "write a positive duration such as 5min");
        }

        if (last < first)
        {
            throw Wrong("CN1003", "--stop", "is before the first epoch", "exchange --start and --stop");
        }

        double epochs = (last - first).TotalSeconds / step.TotalSeconds;
        return epochs < int.MaxValue - 1 && epochs * satellites * satellites / 2 <= MostPairs
            ? EpochGrid.Between(first, last, step)
            : throw Wrong("CN1003", "--step", $"makes more than {MostPairs:0e0} rows", "choose a longer step or a shorter span");
    }

    internal static InputException Wrong(string code, string option, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(option), problem, remedy));
}
