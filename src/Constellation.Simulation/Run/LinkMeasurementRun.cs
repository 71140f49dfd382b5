using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The links of a scenario up to its filter: measurements pair by pair with their ledger, and how far they can be reduced.</summary>
public sealed class LinkMeasurementRun
{
    private static readonly double[] s_spans = [0, 1, 3, 10, 30, 60, 120, 300];

    private readonly ScenarioDefinition _scenario;
    private readonly Truth _truth;
    private readonly Control _control;
    private readonly RunPlan _plan;
    private readonly List<string> _notes;
    private readonly int _threads;

    private LinkMeasurementRun(ScenarioDefinition scenario, Truth truth, Control control, RunPlan plan, List<string> notes, int threads) =>
        (_scenario, _truth, _control, _plan, _notes, _threads) = (scenario, truth, control, plan, notes, threads);

    /// <summary>What a reader should know of truth that came from files.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Realises truth and the operator's first knowledge. Rounds are <c>control.interval</c> apart; the filter has run <c>control.warm_up</c> when the scenario starts.</summary>
    /// <exception cref="InputException">The scenario has no crosslinks.</exception>
    public static LinkMeasurementRun Prepare(ScenarioDefinition scenario, int threads, CancellationToken cancel)
    {
        if (!scenario.Control.Segment.Crosslinks || scenario.Links.Payload is null)
        {
            throw new InputException(Diagnostic.Error(
                "CN4040", new SourceSpan(scenario.Name), $"the control segment '{scenario.Control.Segment.Name}' measures no crosslinks{(scenario.Links.Payload is null ? ": links.payload is \"none\"" : "")}",
                "choose isl+anchor, ground+isl or isl-only with --set control.segment=..., and a payload with --set links.payload=..."));
        }

        List<string> notes = [];
        IEarthOrientation earth = EarthOrientation.BuiltIn;
        TruthFiles files = TruthFiles.Open(scenario);
        RunPlan plan = RunPlan.For(scenario, files, notes);
        Truth truth = Truth.Realise(scenario, plan, files, files.HasOrbits || files.HasClocks ? [.. plan.Needed()] : [], earth, threads, notes, cancel);
        return new(scenario, truth, Control.Prepare(scenario, truth, plan, threads), plan, notes, threads);
    }

    /// <summary>Every pair of every round from the scenario's start on. The filter runs along: ask once.</summary>
    public IEnumerable<LinkMeasurement> Measure(CancellationToken cancel)
    {
        List<LinkLedger> ledger = [];
        IOrbit[] predicted = Predicted();
        foreach ((LinkFrame frame, OrbitClockSolution solved) in _control.Run(_plan.Frames, ledger))
        {
            cancel.ThrowIfCancellationRequested();
            if (frame.Epoch < _plan.Grid.Start)
            {
                continue;
            }

            LinkReducer estimated = LinkReducer.Of(_control.System, _truth.Earth, _control.Solver.References, solved);
            LinkReducer before = new(_control.System, _truth.Earth, frame.Epoch, predicted, [.. _control.FirstKnowledge.Select(a => FirstClock(a, frame.Epoch))]);
            foreach (LinkLedger pair in ledger)
            {
                DualOneWay link = pair.Link;
                yield return new(
                    SimulatedControlRun.NameOf(_control.System, link.A), SimulatedControlRun.NameOf(_control.System, link.B), pair,
                    estimated.Reduce(link), estimated.Reduce(pair.TwoWay), before.Reduce(link));
            }
        }
    }

    /// <summary>Errors of reductions over growing spans with predicted and with estimated orbits and clocks: rms and largest over all visible pairs of
    /// some rounds spread over the scenario. Rounds nearer than the longest span to an end of the truth are left out.</summary>
    public IReadOnlyList<ReductionSpan> Reductions(int rounds, CancellationToken cancel)
    {
        ReductionStudy study = new(_control.System, _control.LinkTruth);
        ReductionSpan[] sums = [.. s_spans.SelectMany(s => new[] { new ReductionSpan(s, false), new ReductionSpan(s, true) })];
        Duration reach = Duration.FromSeconds(s_spans[^1]) + RunPlan.Margin;
        Epoch[] usable = [.. Enumerable.Range(0, _plan.Frames.Count).Select(i => _plan.Frames[i])
            .Where(e => e >= _plan.Grid.Start && e - reach >= _plan.Truth.First && e + reach <= _plan.Truth.Last)];
        int stride = Math.Max(1, usable.Length / rounds), at = 0;
        IOrbit[] predicted = Predicted();
        foreach ((LinkFrame frame, OrbitClockSolution solved) in _control.Run(_plan.Frames))
        {
            cancel.ThrowIfCancellationRequested();
            if (!usable.Contains(frame.Epoch) || at++ % stride != stride / 2)
            {
                continue;
            }

            EpochSpan around = new(frame.Epoch - reach, frame.Epoch + reach);
            IOrbit[] estimated = [.. solved.Satellites.Select((s, i) => NumericalPropagator.Propagate(s.State, around, Truth.OperatorForces(_scenario, _truth.Satellites[i], _truth.Earth)))];
            (ClockState, double)[] clocks = [.. solved.Satellites.Select(s => (s.Clock, s.ClockDrift))], first = [.. _control.FirstKnowledge.Select(a => FirstClock(a, frame.Epoch))];
            foreach (ReductionSpan sum in sums)
            {
                foreach (double sign in sum.Span == 0 ? [1] : new[] { -1, 1 })
                {
                    sum.Add(study.Errors(frame.Epoch, Duration.FromSeconds(sign * sum.Span), sum.Estimated ? estimated : predicted, sum.Estimated ? clocks : first));
                }
            }
        }

        return sums[0].Count > 0 ? sums : throw new InputException(Diagnostic.Error(
            "CN4041", new SourceSpan(_scenario.Name), $"no round lies {reach.TotalSeconds:0} s from both ends of the orbits and clocks, with links at work", "lengthen time.duration (or --stop)"));
    }

    /// <summary>The first predictions, carried on to the last round: the filter gives its own up after a day.</summary>
    private IOrbit[] Predicted()
    {
        IOrbit[] orbits = new IOrbit[_control.FirstKnowledge.Count];
        Parallel.For(0, orbits.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, i => orbits[i] = _control.FirstKnowledge[i].OrbitOver(_plan.Frames.Start, _plan.Truth));
        return orbits;
    }

    /// <summary>The clock as it was believed to go before the first measurement.</summary>
    private (ClockState State, double Drift) FirstClock(SatelliteApriori apriori, Epoch epoch)
    {
        double t = (epoch - _plan.Frames.Start).TotalSeconds, drift = apriori.Clock.DriftMean;
        return (new ClockState(apriori.ClockState.Offset + (t * (apriori.ClockState.Frequency + (drift * t / 2))), apriori.ClockState.Frequency + (drift * t)), drift);
    }
}
