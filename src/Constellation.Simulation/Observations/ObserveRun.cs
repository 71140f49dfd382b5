using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Observations of a scenario's satellites by some receivers, and the files that belong to them.</summary>
/// <remarks>Codes: CN4303 to CN4306 for epochs that make no sense or that the truth does not cover.</remarks>
public sealed class ObserveRun
{
    private const double MostEpochs = 100e6;

    private readonly TrueSky _sky;
    private readonly ScenarioDefinition _scenario;
    private readonly int _threads;

    private ObserveRun(ScenarioDefinition scenario, TrueSky sky, EpochGrid grid, ObservationSettings settings, int threads) =>
        (_scenario, _sky, Grid, Settings, _threads) = (scenario, sky, grid, settings, threads);

    public EpochGrid Grid { get; }

    public ObservationSettings Settings { get; }

    /// <summary>Of the scenario; a receiver's file has those it saw.</summary>
    public IReadOnlyList<SatelliteId> Satellites => [.. _sky.Satellites.Select(s => s.Id)];

    public IReadOnlyList<string> Notes => _sky.Notes;

    /// <summary>Where orbits, clocks and messages come from.</summary>
    public IReadOnlyDictionary<string, string> Stages => _sky.Stages;

    /// <summary>The messages, with the ionosphere coefficients of a real day where they are simulated.</summary>
    public NavigationFile Navigation => _sky.Navigation;

    /// <summary>Realises truth and messages.</summary>
    /// <param name="scenario">Satellites and their truth.</param>
    /// <param name="start">First epoch; null: that of the scenario, or of its files.</param>
    /// <param name="duration">To the last epoch; null: that of the scenario, or as much of it as files cover.</param>
    /// <param name="step">Between epochs.</param>
    /// <param name="settings">Receiver and air; seed and run are those given here.</param>
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="progress">Told often.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    /// <exception cref="InputException">Epochs or files do not fit.</exception>
    public static ObserveRun Prepare(
        ScenarioDefinition scenario, Epoch? start, Duration? duration, Duration step, ObservationSettings settings, int threads, Action<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        Duration length = duration ?? scenario.Duration;
        if (step <= Duration.Zero || length <= Duration.Zero)
        {
            throw new InputException(Diagnostic.Error(
                "CN4303", new SourceSpan(step <= Duration.Zero ? "--step" : "--duration"), step <= Duration.Zero ? "the step between epochs is not positive" : "the observations last no time", "write a positive duration such as 30s or 2h"));
        }

        if (length.TotalSeconds / step.TotalSeconds > MostEpochs)
        {
            throw new InputException(Diagnostic.Error("CN4304", new SourceSpan("--step"), $"more than {MostEpochs:0e0} epochs", "choose a longer step or a shorter span"));
        }

        TrueSky sky = new TrueSkyMaker(scenario, [.. settings.Signals.Keys], threads, progress ?? (static _ => { }), cancel).Make(start, length);
        Epoch first = start ?? WholeStep(sky.Usual.First, step);
        Duration light = Duration.FromSeconds(1);
        if (duration is null && first + length + light > sky.Usual.Last && first + light < sky.Usual.Last)
        {
            length = sky.Usual.Last - first - light;
        }

        EpochGrid grid = EpochGrid.Between(first, first + length, step);
        if (first - light < sky.Coverage.First || grid.Last + light > sky.Coverage.Last)
        {
            throw new InputException(Diagnostic.Error(
                "CN4305", new SourceSpan(scenario.Name), $"the observations go from {first.ToString(TimeScale.Gpst)} to {grid.Last.ToString(TimeScale.Gpst)}, orbits and clocks from {sky.Coverage.First.ToString(TimeScale.Gpst)} to {sky.Coverage.Last.ToString(TimeScale.Gpst)}",
                "choose --start and --duration within, or give files of these days"));
        }

        return new ObserveRun(scenario, sky, grid, Sent(settings, sky), threads);
    }

    /// <summary>Columns for signals that no satellite sends would stay empty, and keep readers that know one code a carrier from the others.</summary>
    private static ObservationSettings Sent(ObservationSettings settings, TrueSky sky)
    {
        SortedDictionary<GnssSystem, IReadOnlyList<SignalCode>> sent = [];
        foreach ((GnssSystem system, IReadOnlyList<SignalCode> codes) in settings.Signals)
        {
            SignalCode[] some = [.. codes.Where(c => sky.Satellites.Any(s => s.Id.System == system && settings.Catalogue.Sends(s.Block, system, c)))];
            if (some.Length > 0)
            {
                sent.Add(system, some);
            }
        }

        return sent.Count > 0
            ? settings with { Signals = sent }
            : throw new InputException(Diagnostic.Error("CN4308", new SourceSpan("--signals"), "no satellite of the scenario sends any of these signals", "'constellation show signal/NAME' tells which blocks send a signal"));
    }

    /// <summary>One receiver's observations: to be read once, in order.</summary>
    /// <param name="receiver">Which; its place in a list decides its random numbers.</param>
    /// <param name="number">That place.</param>
    /// <exception cref="InputException">CN4306: the receiver's way does not cover the epochs.</exception>
    public ObservationSimulator Simulate(ObservedReceiver receiver, int number)
    {
        if (receiver.Trajectory.Coverage is { } covered && (!covered.Contains(Grid.Start - Duration.FromSeconds(0.5)) || !covered.Contains(Grid.Last + Duration.FromSeconds(0.5))))
        {
            throw new InputException(Diagnostic.Error(
                "CN4306", new SourceSpan(receiver.Trajectory.Name), $"the trajectory goes from {covered.First.ToString(TimeScale.Gpst)} to {covered.Last.ToString(TimeScale.Gpst)}, the observations from {Grid.Start.ToString(TimeScale.Gpst)} to {Grid.Last.ToString(TimeScale.Gpst)}",
                "choose --start and --duration half a second within it"));
        }

        return new(_sky, receiver.Trajectory, Grid, Settings with { Number = number }, receiver.Marker, _threads);
    }

    /// <summary>Orbits as a precise product.</summary>
    public Sp3File Orbits() => new ProductMaker(_sky, Settings).Orbits(new EpochSpan(Grid.Start, Grid.Last));

    /// <summary>Clocks as a precise product.</summary>
    public ClkFile Clocks() => new ProductMaker(_sky, Settings).Clocks(new EpochSpan(Grid.Start, Grid.Last));

    public string ScenarioName => _scenario.Name;

    /// <summary>Every setting of the scenario, as a file.</summary>
    public string ScenarioText => Simulation.ScenarioText.Effective(_scenario);

    /// <summary>Receivers tag at whole steps of the day.</summary>
    private static Epoch WholeStep(Epoch start, Duration step)
    {
        Duration ofWeek = start.ToGps().TimeOfWeek;
        return start - ofWeek + (step * -Duration.FloorDivide(-ofWeek, step));
    }
}
