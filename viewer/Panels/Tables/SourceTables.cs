using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What panels read of a source: satellites over all its epochs, and what the tables of a run tell of them. Each is made when first asked for and kept.</summary>
internal sealed class SourceTables
{
    /// <summary>Epochs at which a source without tables is asked: as many as passes need, as few as a first look can wait for.</summary>
    private const int MostSamples = 97;

    private static readonly ConditionalWeakTable<ISceneSource, SourceTables> s_known = [];

    private readonly Lazy<SatelliteTracks> _tracks;
    private readonly Lazy<MeasuredRounds?> _rounds;
    private readonly Lazy<OrbitStates?> _states;
    private readonly Lazy<WaterfallSky> _sky;
    private readonly Lazy<ScenarioDefinition?> _scenario;
    private readonly Lazy<ClockKinds> _clocks;
    private readonly Dictionary<(string File, string Column), double[][]> _columns = [];

    private SourceTables(ISceneSource source)
    {
        EpochGrid grid = source.Grid;
        RunFolder? folder = source.Folder;
        (Grid, Folder, Run) = (grid, folder, folder is null ? null : RunTables.Of(folder));
        int stride = folder is not null ? 1 : Math.Max(1, (grid.Count + MostSamples - 2) / (MostSamples - 1));
        Epochs = new EpochGrid(grid.Start, grid.Step * stride, ((grid.Count - 1) / stride) + 1);
        Satellites = folder is null ? new Dictionary<SatelliteId, RunSatellite>() : folder.Manifest.Satellites.Where(s => SatelliteId.TryParse(s.Sat, out _)).DistinctBy(s => s.Sat).ToDictionary(s => SatelliteId.Parse(s.Sat));
        _tracks = new(() => Run is null ? SatelliteTracks.Sample(source, Epochs) : SatelliteTracks.Read(Run, Epochs));
        _rounds = new(() => Run is null ? null : MeasuredRounds.Of(Run.Links));
        _states = new(() => Run is null ? null : new OrbitStates(Run));
        _sky = new(() => WaterfallSky.Of(folder!));
        _scenario = new(() => folder?.Scenario);
        _clocks = new(() => new ClockKinds(_scenario.Value));
    }

    /// <summary>All epochs of the source.</summary>
    public EpochGrid Grid { get; }

    public RunFolder? Folder { get; }

    /// <summary>Tables of a run; null without one.</summary>
    public RunTables? Run { get; }

    /// <summary>Epochs of <see cref="Tracks"/>: those of a run; else some of the source's.</summary>
    public EpochGrid Epochs { get; }

    /// <summary>What the manifest of a run tells of them; empty without a run.</summary>
    public IReadOnlyDictionary<SatelliteId, RunSatellite> Satellites { get; }

    public SatelliteTracks Tracks => _tracks.Value;

    /// <summary>Whether the run tells the errors of broadcast messages.</summary>
    public bool HasSignals => Run?.Has(RunFolder.SisreFile) == true;

    /// <summary>Whether the run tells the errors of the control segment's estimates.</summary>
    public bool HasEstimates => Run?.Has(RunFolder.OdtsFile) == true;

    /// <summary>Links that were measured; null where there are none.</summary>
    public MeasuredRounds? Rounds => _rounds.Value;

    /// <summary>Satellites and errors of their messages; asked for only of runs.</summary>
    public WaterfallSky Sky => _sky.Value;

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

    /// <summary>A column of <c>sisre.parquet</c> or <c>odts.parquet</c> by satellite of the manifest, over <see cref="Epochs"/>; NaN where there is no value. Empty without the table.</summary>
    /// <exception cref="InputException">The table is damaged.</exception>
    public IReadOnlyList<double[]> Column(string file, string column)
    {
        if (Run?.Has(file) != true)
        {
            return [];
        }

        if (!_columns.TryGetValue((file, column), out double[][]? values))
        {
            EpochTable<double> table = file == RunFolder.OdtsFile ? Run.Odts : Run.Sisre;
            double[] all = table.Column(column);
            values = [.. Enumerable.Range(0, table.Subjects).Select(_ => SatelliteTracks.Gaps(Epochs.Count))];
            for (int row = 0; row < table.Epochs.Count; row++)
            {
                int k = (int)Math.Round((table.Epochs[row] - Epochs.Start).TotalSeconds / Epochs.Step.TotalSeconds);
                for (int s = 0; k >= 0 && k < Epochs.Count && s < table.Subjects; s++)
                {
                    values[s][k] = all[(row * table.Subjects) + s];
                }
            }

            _columns[(file, column)] = values;
        }

        return values;
    }

    /// <summary>Where a satellite is at any epoch of the source; null: it has no state there.</summary>
    public Position<Itrf>? Place(ISceneSource source, SatelliteId satellite, Epoch at) => _states.Value is { } states
        ? Run!.NumberOf(satellite) is >= 0 and int s ? states.At(Grid, at, s)?.PositionIn<Itrf>() : null
        : source.At(at, new SceneRequest(SatelliteTracks.Bare)).Satellites.FirstOrDefault(s => s.Id == satellite)?.Itrf;

    /// <summary>State on GCRF axes; null: there is none.</summary>
    /// <remarks>Without a table of velocities it is the difference of two positions 10 s apart, 0.1 mm/s off.</remarks>
    public StateVector? State(ISceneSource source, SatelliteId satellite, Epoch at)
    {
        if (_states.Value is { } states)
        {
            return Run!.NumberOf(satellite) is >= 0 and int s && states.At(Grid, at, s) is { } itrf ? EarthOrientation.BuiltIn.At(at).ToGcrf(itrf) : null;
        }

        Duration half = Duration.FromSeconds(5);
        Epoch before = at - half < Grid.Start ? Grid.Start : at - half, after = at + half > Grid.Last ? Grid.Last : at + half;
        double apart = (after - before).TotalSeconds;
        return Gcrf(before) is { } a && Gcrf(at) is { } now && Gcrf(after) is { } b && apart > 0 ? new StateVector(at, ReferenceFrame.Gcrf, now, (1 / apart) * (b - a)) : null;

        Vector3d? Gcrf(Epoch epoch) => Place(source, satellite, epoch) is { } place ? EarthOrientation.BuiltIn.At(epoch).ToGcrf(place).Vector : null;
    }

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
