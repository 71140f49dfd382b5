using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A run whose control segment is simulated: truth, links, filter, uploads, users.</summary>
internal sealed class SimulatedControlRun(ScenarioDefinition scenario, int threads, Action<RunProgress> progress, CancellationToken cancel)
{
    private readonly List<string> _notes = [];
    private readonly List<OdtsRow> _odts = [];
    private readonly List<LinkRow> _links = [];
    private readonly StageTimer _timer = new();

    /// <summary>Told what is known while the run goes on; null: nobody looks.</summary>
    public IRunObserver? Observer { get; init; }

    public RunResult Execute()
    {
        (Truth truth, Control control, RunPlan plan, List<BroadcastMessage> messages) = Broadcast();
        SatelliteEpochState[][] satellites = _timer.Time("satellites", () => SatelliteEpochs.Of(
            truth, plan.Grid, messages, [.. truth.Satellites.Select(s => Truth.SignalBias(scenario, s.Id))], threads, cancel));
        if (control.System.Stations.Count == 0)
        {
            ClockDatum.RemoveMedian(satellites, truth.Satellites);
        }

        NoteSilent(satellites);
        UserRun users = new(scenario, plan.Grid);
        UserFix[][] fixes = _timer.Time("users", () => users.Solve(satellites, threads, done => Report("users", done, plan.Grid.Count), cancel));
        RunManifest manifest = ManifestMaker.Make(scenario, plan.Grid, truth.Satellites, control.System.Stations, ManifestMaker.SimulatedStages(scenario), control.Datum, _notes, truth.Clocks);
        return _timer.Time("statistics", () => new RunResult(
            scenario, manifest, plan.Grid, satellites, SisreRows.From(satellites, plan.Grid, truth.Satellites), _odts, _links, users, fixes, _timer));
    }

    /// <summary>What a reader should know, so far.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The first half of a run: what really happens, and what the satellites tell of it.</summary>
    public (Truth Truth, Control Control, RunPlan Plan, List<BroadcastMessage> Messages) Broadcast()
    {
        IEarthOrientation earth = EarthOrientation.BuiltIn;
        TruthFiles files = _timer.Time("files", () => TruthFiles.Open(scenario));
        if (files.HasClockTables)
        {
            _notes.Add($"clocks from files count from the median of their ensemble; the files' own reference moved by up to {files.LargestReferenceStep * 1e9:0.00} ns from row to row");
        }

        RunPlan plan = RunPlan.For(scenario, files, _notes);
        progress(new("orbits and clocks", 0));
        Truth truth = _timer.Time("orbits and clocks", () => Truth.Realise(
            scenario, plan, files, files.HasOrbits || files.HasClocks ? [.. plan.Needed()] : [], earth, threads, _notes, cancel));
        Control control = _timer.Time("operator's orbits", () => Control.Prepare(scenario, truth, plan, threads));
        Observer?.TruthKnown(plan.Grid, EphemerisSource.Of(truth.Satellites.Zip(truth.Orbits).ToDictionary(s => s.First.Id, s => s.Second)), control.System.Stations);
        List<BroadcastMessage> messages = _timer.Time("links and filter", () => Navigate(truth, control, plan));
        return (truth, control, plan, messages);
    }

    private List<BroadcastMessage> Navigate(Truth truth, Control control, RunPlan plan)
    {
        UploadPlan uploads = Uploads(scenario, truth, control, plan);
        MessageMaker maker = new(scenario, truth.Satellites, truth.OperatorEarth, plan.Grid, hasSystemTime: control.System.Stations.Count > 0);
        List<Task<List<BroadcastMessage>>> making = [];

        // Messages are made beside the filter, which takes one thread itself.
        TaskFactory beside = new(cancel, TaskCreationOptions.None, TaskContinuationOptions.None, new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, threads - 1)).ConcurrentScheduler);
        int frame = 0;
        NetGuard guard = control.Guard(plan);
        GateTally gate = new();
        foreach ((LinkFrame measured, OrbitClockSolution solved) in control.Run(plan.Frames))
        {
            cancel.ThrowIfCancellationRequested();
            guard.Watch(measured);
            foreach (UploadPlan.Upload upload in uploads.From(frame))
            {
                OrbitClockEstimate estimate = solved.Satellites[upload.Satellite];
                making.Add(threads > 1 ? beside.StartNew(() => maker.Make(estimate, upload).ToList()) : Task.FromResult(maker.Make(estimate, upload).ToList()));
            }

            if (measured.Epoch >= plan.Grid.Start)
            {
                gate.Add(solved);
                Record(truth, control.System, measured, solved);
            }

            Report("links and filter", ++frame, plan.Frames.Count);
        }

        if (gate.Warning is { } warning)
        {
            _notes.Add(warning);
        }

        // In the order of uploads, whichever was ready first.
        return [.. making.SelectMany(task => task.GetAwaiter().GetResult())];
    }

    internal static UploadPlan Uploads(ScenarioDefinition scenario, Truth truth, Control control, RunPlan plan)
    {
        BroadcastSettings broadcast = scenario.Broadcast;
        if (broadcast.Upload == UploadMode.Interval)
        {
            return new UploadPlan(truth.Satellites.Count, plan, broadcast.UploadInterval, broadcast.UploadDelay);
        }

        LinkSystem system = control.System;
        UploadChances chances = new(
            epoch => LinkView.Of(system, epoch, [.. truth.Planned.Select(o => o.At(epoch)).Select(s => (s.Position, s.Velocity))], [.. system.Stations.Select(s => s.At(truth.Earth.At(epoch)))]),
            system.Payload is null ? null : LinkSky.ScheduleOf(scenario, system), scenario.Network.Processing);
        return UploadPlan.OverNetwork(truth.Satellites.Count, plan, broadcast.UploadInterval, broadcast.UploadDelay, chances);
    }

    /// <summary>Users of a run whose satellites say nothing see no fix; they are told why. That a satellite has no clock is told elsewhere (<see cref="ClockStory"/>).</summary>
    private void NoteSilent(SatelliteEpochState[][] satellites)
    {
        int[] silent = [.. Enumerable.Range(0, satellites[0].Length).Where(i => !satellites[0][i].Usable && !double.IsNaN(satellites[0][i].TruthClock))];
        if (silent.Length > 0)
        {
            _notes.Add($"not offered to users at the first epoch, for want of an upload until then or of an accuracy of {MessageMaker.LeastAccuracy} m (a longer control.warm_up helps): "
                + string.Join(' ', silent.Select(i => satellites[0][i].Id)));
        }
    }

    private void Record(Truth truth, LinkSystem system, LinkFrame measured, OrbitClockSolution solved)
    {
        _odts.AddRange(Control.Compare(system, truth, solved));
        int before = _links.Count;
        foreach (DualOneWay link in measured.Links)
        {
            // Both signals arrive in the middle of their half of the slot.
            Epoch start = link.Forward - Duration.FromSeconds((link.Return - link.Forward).TotalSeconds / 2);
            _links.Add(new(start, NameOf(system, link.A), NameOf(system, link.B)));
        }

        Observer?.LinksMeasured(_links.GetRange(before, _links.Count - before));
        foreach (LinkContact lost in measured.Lost)
        {
            Epoch start = measured.Epoch + Duration.FromSeconds(lost.Forward - ((lost.Back - lost.Forward) / 2));
            _links.Add(new(start, NameOf(system, lost.A), NameOf(system, lost.B)) { Lost = true });
        }

    }

    internal static string NameOf(LinkSystem system, int node) =>
        node < system.Satellites.Count ? system.Satellites[node].Id.ToString() : system.Stations[node - system.Satellites.Count].Name;

    private void Report(string stage, int done, int of) => progress(new(stage, (double)done / of));
}
