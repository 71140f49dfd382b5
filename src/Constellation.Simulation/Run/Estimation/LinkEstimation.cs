using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>A scenario's truth, its measurements, and whoever estimates from them, without messages and users.</summary>
public sealed class LinkEstimation
{
    private readonly List<string> _notes = [];

    private LinkEstimation(ScenarioDefinition scenario, RunPlan plan, Truth truth, Control control, int threads, CancellationToken cancel) =>
        (Scenario, Plan, Truth, Control, Threads, Cancel) = (scenario, plan, truth, control, threads, cancel);

    public ScenarioDefinition Scenario { get; }

    /// <summary>What a reader of the estimates should know.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The classes of orbit, in the order of the satellites of every round.</summary>
    public IReadOnlyList<OrbitClass> OrbitClasses => [.. Truth.Satellites.Select(s => s.OrbitClass)];

    internal RunPlan Plan { get; }

    internal Truth Truth { get; }

    internal Control Control { get; }

    internal int Threads { get; }

    internal CancellationToken Cancel { get; }

    /// <summary>Realises truth and prepares the operator.</summary>
    /// <param name="scenario">Orbits and clocks simulated or from files.</param>
    /// <param name="threads">At most so many; results do not depend on it.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    public static LinkEstimation Open(ScenarioDefinition scenario, int threads, CancellationToken cancel = default)
    {
        List<string> notes = [];
        TruthFiles files = TruthFiles.Open(scenario);
        RunPlan plan = RunPlan.For(scenario, files, notes);
        Truth truth = Truth.Realise(scenario, plan, files, files.HasOrbits || files.HasClocks ? [.. plan.Needed()] : [], EarthOrientation.BuiltIn, threads, notes, cancel);
        LinkEstimation estimation = new(scenario, plan, truth, Control.Prepare(scenario, truth, plan, threads), threads, cancel);
        estimation._notes.AddRange(notes);
        return estimation;
    }

    /// <summary>Estimate minus truth of every satellite at every round from the scenario's first epoch on. Ask once: measurements are made on the way.</summary>
    public IEnumerable<OdtsRow> Errors(LinkEstimator estimator)
    {
        GateTally gate = new();
        foreach (OrbitClockSolution solution in estimator.Solve(this))
        {
            if (solution.Epoch < Plan.Grid.Start)
            {
                continue;
            }

            gate.Add(solution);
            foreach (OdtsRow row in Control.Compare(Control.System, Truth, solution))
            {
                yield return row;
            }
        }

        _notes.AddRange(gate.Lines());
    }

    /// <summary>What the scenario's measurements cannot tell, and which stations of the library's sets would.</summary>
    public ObservabilityReport Observability()
    {
        IReadOnlyList<LinkFrame> frames = [.. Control.Measure(Plan.Frames, Cancel)];
        SourceSpan where = new("control.segment");
        LinkSystem system = Control.System;
        CandidateStation[] candidates =
        [
            .. ControlSegment.All.SelectMany(s => new[] { (Set: s.AnchorSet, IsAnchor: true), (Set: s.MonitorSet, IsAnchor: false) })
                .Where(s => s.Set is not null).Distinct()
                .SelectMany(s => EphemerisLibrary.BuiltIn.Stations(s.Set!, where).Sites.Select(site => (site.Name, site.Position, s.IsAnchor)))
                .DistinctBy(s => (s.Name, s.IsAnchor))
                .Where(s => !system.Stations.Any(known => known.Name == s.Name && (s.IsAnchor ? known.IsAnchor : known.IsMonitor)))
                .Select(s => new CandidateStation(new GroundStation(s.Name, s.Position, s.IsAnchor, !s.IsAnchor), s.IsAnchor)),
        ];
        return ObservabilityAnalysis.Of(system, BatchEstimation.Satellites(this), frames, Truth.OperatorEarth, candidates);
    }

    /// <summary>All measurements, watched over: a net that they do not hold together is refused.</summary>
    internal IEnumerable<LinkFrame> Measure(bool withRanges = true, bool afterAll = false)
    {
        NetGuard guard = Control.Guard(Plan, withRanges, afterAll);
        foreach (LinkFrame frame in Control.Measure(Plan.Frames, Cancel))
        {
            guard.Watch(frame);
            yield return frame;
        }

        NoteNet(guard);
    }

    /// <summary>What the measurements hold together, and what the clocks count from.</summary>
    internal void NoteNet(NetGuard guard)
    {
        Note(guard.Net);
        Note("datum: " + Control.Datum);
    }

    internal void Note(string note) => _notes.Add(note);
}
