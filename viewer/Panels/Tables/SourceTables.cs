using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What panels read of a source: satellites over all its epochs, and the tables of a run by satellite and epoch. Each is read when first asked for and kept.</summary>
internal sealed class SourceTables
{
    /// <summary>Epochs at which a source without tables is asked: as many as passes need, as few as a first look can wait for.</summary>
    private const int MostSamples = 97;

    private static readonly ConditionalWeakTable<ISceneSource, SourceTables> s_known = [];

    private readonly Lazy<SatelliteTracks> _tracks;
    private readonly Lazy<SignalTable?> _signals;
    private readonly Lazy<EstimateTable?> _estimates;
    private readonly Lazy<MeasuredRounds?> _rounds;
    private readonly Lazy<CellErrors> _cells;
    private readonly Lazy<OrbitStates?> _states;
    private readonly Lazy<ScenarioDefinition?> _scenario;
    private readonly Lazy<ClockKinds> _clocks;

    private SourceTables(ISceneSource source)
    {
        EpochGrid grid = source.Grid;
        RunFolder? folder = source.Folder;
        Grid = grid;
        Folder = folder;
        int stride = folder is not null ? 1 : Math.Max(1, (grid.Count + MostSamples - 2) / (MostSamples - 1));
        Epochs = new EpochGrid(grid.Start, grid.Step * stride, ((grid.Count - 1) / stride) + 1);
        Satellites = folder is null ? new Dictionary<SatelliteId, RunSatellite>() : folder.Manifest.Satellites.Where(s => SatelliteId.TryParse(s.Sat, out _)).DistinctBy(s => s.Sat).ToDictionary(s => SatelliteId.Parse(s.Sat));
        _tracks = new(() => folder is null ? SatelliteTracks.Sample(source, Epochs) : SatelliteTracks.Read(folder));
        _signals = new(() => folder is null ? null : SignalTable.Read(folder));
        _estimates = new(() => folder is null ? null : EstimateTable.Read(folder));
        _rounds = new(() => folder is null ? null : MeasuredRounds.Read(folder));
        _cells = new(() => new CellErrors(folder!));
        _scenario = new(() => folder?.Scenario);
        _clocks = new(() => new ClockKinds(_scenario.Value));
        _states = new(() => folder is null ? null : new OrbitStates(RunTables.Of(folder)));
    }

    /// <summary>All epochs of the source.</summary>
    public EpochGrid Grid { get; }

    public RunFolder? Folder { get; }

    /// <summary>Epochs of <see cref="Tracks"/>: those of a run; else some of the source's.</summary>
    public EpochGrid Epochs { get; }

    /// <summary>What the manifest of a run tells of them; empty without a run.</summary>
    public IReadOnlyDictionary<SatelliteId, RunSatellite> Satellites { get; }

    public SatelliteTracks Tracks => _tracks.Value;

    /// <summary>Errors of the broadcast messages; null where there are none.</summary>
    public SignalTable? Signals => _signals.Value;

    /// <summary>Errors of the control segment's estimates; null where there are none.</summary>
    public EstimateTable? Estimates => _estimates.Value;

    /// <summary>Links that were measured; null where there are none.</summary>
    public MeasuredRounds? Rounds => _rounds.Value;

    /// <summary>Users of a run's grid; asked for only of runs that have one.</summary>
    public CellErrors Cells => _cells.Value;

    /// <summary>What was run; null without a run, or where its text cannot be read any more.</summary>
    public ScenarioDefinition? Scenario => _scenario.Value;

    /// <summary>What the clocks were drawn from.</summary>
    public ClockKinds Clocks => _clocks.Value;

    /// <summary>Lowest elevation of users, degrees.</summary>
    public double MaskDeg => Folder?.Manifest.MaskDeg ?? 5;

    /// <summary>The tables of a source, read once; anew where the source has grown.</summary>
    public static SourceTables Of(ISceneSource source)
    {
        if (s_known.TryGetValue(source, out SourceTables? known) && known.Grid == source.Grid && known.Folder == source.Folder)
        {
            return known;
        }

        SourceTables tables = new(source);
        s_known.AddOrUpdate(source, tables);
        return tables;
    }

    /// <summary>Where a satellite is at any epoch of the source; null: it has no state there.</summary>
    public Position<Itrf>? Place(ISceneSource source, SatelliteId satellite, Epoch at) => _states.Value is { } states
        ? StateOf(states, satellite, at)?.PositionIn<Itrf>()
        : source.At(at, new SceneRequest(SatelliteTracks.Bare)).Satellites.FirstOrDefault(s => s.Id == satellite)?.Itrf;

    /// <summary>State on GCRF axes; null: there is none.</summary>
    /// <remarks>Without a table of velocities it is the difference of two positions 10 s apart, 0.1 mm/s off.</remarks>
    public StateVector? State(ISceneSource source, SatelliteId satellite, Epoch at)
    {
        if (_states.Value is { } states)
        {
            return StateOf(states, satellite, at) is { } itrf ? EarthOrientation.BuiltIn.At(at).ToGcrf(itrf) : null;
        }

        Duration half = Duration.FromSeconds(5);
        Epoch before = at - half < Grid.Start ? Grid.Start : at - half, after = at + half > Grid.Last ? Grid.Last : at + half;
        double apart = (after - before).TotalSeconds;
        return Gcrf(before) is { } a && Gcrf(at) is { } now && Gcrf(after) is { } b && apart > 0 ? new StateVector(at, ReferenceFrame.Gcrf, now, (1 / apart) * (b - a)) : null;

        Vector3d? Gcrf(Epoch epoch) => Place(source, satellite, epoch) is { } place ? EarthOrientation.BuiltIn.At(epoch).ToGcrf(place).Vector : null;
    }

    private StateVector? StateOf(OrbitStates states, SatelliteId satellite, Epoch at) =>
        Folder is not null && RunTables.Of(Folder).NumberOf(satellite) is >= 0 and int number ? states.At(Grid, at, number) : null;

    /// <summary>Users at a place, as those of the run.</summary>
    public UserDefinition User(GeodeticPoint place) => new()
    {
        Index = 0,
        Name = "user",
        Place = place,
        Position = Ellipsoid.Wgs84.ToCartesian(place),
        ElevationMask = double.DegreesToRadians(MaskDeg),
    };

    /// <summary>Where an epoch lies in the span of the tracks: 0 at its first, 1 at its last.</summary>
    public double ShareOf(Epoch at) => (at - Epochs.Start).TotalSeconds / Math.Max(1e-9, (Epochs.Last - Epochs.Start).TotalSeconds);

    /// <summary>The epoch at a share of the span, to whole seconds and within it.</summary>
    public Epoch At(double share)
    {
        double span = (Epochs.Last - Epochs.Start).TotalSeconds;
        return Epochs.Start + Duration.FromSeconds(Math.Clamp(Math.Round(share * span), 0, span));
    }

    /// <summary>Number of the last epoch of the tracks at or before one; within the bounds.</summary>
    public int IndexOf(Epoch at) => (int)Math.Clamp(Duration.FloorDivide(at - Epochs.Start, Epochs.Step), 0, Epochs.Count - 1);
}
