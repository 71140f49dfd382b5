using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what visibility</c>: every epoch, every pair of satellites, and the anchor stations where they are wanted.</summary>
internal sealed class VisibilityTable : ILinkTable
{
    public static LinkTableKind Kind { get; } = new(
        "visibility",
        "every pair of satellites: range, height of the ray above the ellipsoid, angles off nadir, whether the terminals can use it",
        "epoch_gpst,sat_a,sat_b,range_m,grazing_height_m,angle_a_deg,angle_b_deg,usable",
        Open)
    {
        Integer = ["usable"],
    };

    private const double MostRows = 1e10;

    private readonly ScenarioDefinition _scenario;
    private readonly EphemerisSource _orbits;
    private readonly EpochGrid _grid;
    private readonly GroundStation[] _anchors;
    private long _missing, _rows;

    private VisibilityTable(ScenarioDefinition scenario, EphemerisSource orbits, EpochGrid grid, GroundStation[] anchors) =>
        (_scenario, _orbits, _grid, _anchors) = (scenario, orbits, grid, anchors);

    private static VisibilityTable Open(LinkRequest request)
    {
        (ScenarioDefinition scenario, Epoch? start, Epoch? stop, Duration? step, bool anchors, _) = request;
        EphemerisSource orbits = scenario.Orbits.Source.IsSimulated
            ? EphemerisSource.Of(scenario.Satellites.ToDictionary(s => s.Id, IOrbit (s) => ConstellationOrbits.Mean(s, scenario.Constellation.Epoch)))
            : EphemerisSource.Open(scenario.Orbits.Source.Files);
        Epoch first = start ?? scenario.Start ?? orbits.Coverage?.First
            ?? throw Wrong("CN1004", "--start", "is missing: neither the scenario nor its files tell a first epoch", "write it, as in --start 2024-09-20T00:00:00GPST");
        EpochGrid grid = Grid(first, stop ?? first + scenario.Duration, step ?? scenario.Step, scenario.Satellites.Count);
        GroundStation[] stations = anchors && scenario.Control.Segment.AnchorSet is { } set
            ? [.. scenario.Control.StationSets[set].Sites.Select(s => new GroundStation(s.Name, s.Position, IsAnchor: true, IsMonitor: false))]
            : [];
        return new VisibilityTable(scenario, orbits, grid, stations);
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        SatelliteId[] satellites = [.. _scenario.Satellites.Select(s => s.Id)];
        Vector3d?[] places = new Vector3d?[satellites.Length];
        for (int i = 0; i < _grid.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch epoch = _grid[i];
            EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
            for (int s = 0; s < satellites.Length; s++)
            {
                places[s] = Place(satellites[s], epoch, earth);
            }

            for (int a = 0; a < satellites.Length; a++)
            {
                if (places[a] is not { } from)
                {
                    continue;
                }

                for (int b = a + 1; b < satellites.Length; b++)
                {
                    if (places[b] is { } to)
                    {
                        LinkGeometry line = LinkGeometry.Between(from, to);
                        Row(writer, epoch, satellites[a], satellites[b].ToString(), line, _scenario.Links.Payload is { } payload && line.IsUsable(payload, payload));
                    }
                }

                foreach (GroundStation anchor in _anchors)
                {
                    StationPlace station = anchor.At(earth);
                    bool usable = _scenario.Links.Payload is { } payload && station.ElevationOf(from) >= payload.GroundElevationMask;
                    Row(writer, epoch, satellites[a], anchor.Name, LinkGeometry.Between(from, station.PositionGcrf), usable);
                }
            }
        }

        if (_rows == 0)
        {
            throw Wrong("CN4002", "links", $"has no pair between {_grid.Start.ToString(TimeScale.Gpst)} and {_grid.Last.ToString(TimeScale.Gpst)}", "choose epochs that the files cover, and two satellites that are in them");
        }
    }

    public void Report(TextWriter people)
    {
        if (_scenario.Links.Payload is null)
        {
            people.WriteLine("links: the scenario has no crosslink terminals (links.payload): no pair is usable");
        }

        if (_missing > 0)
        {
            people.WriteLine($"links: warning CN4003: {_missing} states of satellites are not in the files; their pairs are left out");
        }
    }

    private Vector3d? Place(SatelliteId satellite, Epoch epoch, EarthRotation earth)
    {
        if (!_orbits.TryState(satellite, epoch, out StateVector state, out _))
        {
            _missing++;
            return null;
        }

        return (state.Frame == ReferenceFrame.Itrf ? earth.ToGcrf(state) : state).Position;
    }

    private void Row(TableWriter writer, Epoch epoch, SatelliteId a, string b, LinkGeometry line, bool usable)
    {
        _rows++;
        writer.Epoch(epoch).Satellite(a).Text(b).Real(line.Range).Real(line.GrazingHeight)
            .Real(double.RadiansToDegrees(line.AngleA)).Real(double.RadiansToDegrees(line.AngleB)).Integer(usable ? 1 : 0).EndRow();
    }

    private static EpochGrid Grid(Epoch first, Epoch last, Duration step, int satellites)
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
        return epochs < int.MaxValue - 1 && epochs * satellites * satellites / 2 <= MostRows
            ? EpochGrid.Between(first, last, step)
            : throw Wrong("CN1003", "--step", $"makes more than {MostRows:0e0} rows", "choose a longer step or a shorter span");
    }

    private static InputException Wrong(string code, string option, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(option), problem, remedy));
}
