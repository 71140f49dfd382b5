using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A constellation that loses the ground: the control segment of the scenario up to its start, then crosslinks alone, and the anchors that are kept, for days or months.</summary>
/// <remarks>Truth is integrated and drawn in pieces, as the filter's reference orbits are predicted: memory does not grow with the days.
/// The estimator sees what a run's sees: measurements, its own forces, its own idea of the Earth's orientation.</remarks>
public sealed class AutonomyStudy
{
    /// <summary>Truth is integrated and drawn in pieces of it.</summary>
    private static readonly Duration s_piece = Duration.FromDays(1);

    /// <summary>Age of the predictions that are judged, and how often one is made.</summary>
    private static readonly Duration s_ahead = Duration.FromHours(2), s_between = Duration.FromHours(6);

    private readonly ScenarioDefinition _scenario;
    private readonly ParallelOptions _parallel;
    private readonly Duration _rowLength;
    private readonly CachedEarthOrientation _earth = EarthOrientation.BuiltIn;
    private readonly IEarthOrientation _operatorEarth;
    private readonly Epoch _first, _lost;
    private readonly StreamedOrbit[] _orbits;
    private readonly IClock[] _clocks;
    private readonly ForceModel[] _operatorForces;
    private readonly SisreWeights[] _weights;
    private readonly LinkSystem _system;
    private readonly LinkNetwork _network;
    private readonly OrbitClockSolver _solver;
    private readonly NetworkError[] _errors;
    private StreamedOrbit[]? _stored;

    /// <summary>Turn of the estimated net against the stored predictions, taken out when reference orbits start anew.</summary>
    private Vector3d _turn;

    /// <param name="scenario">With crosslinks, simulated orbits and clocks, and a start.</param>
    /// <param name="rowLength">Interval of the rows.</param>
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work between rounds.</param>
    /// <exception cref="InputException">The scenario cannot be without ground.</exception>
    public AutonomyStudy(ScenarioDefinition scenario, Duration rowLength, int threads, CancellationToken cancel)
    {
        AutonomyChecks.Check(scenario, rowLength);
        (_scenario, _rowLength) = (scenario, rowLength);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        _lost = scenario.Start!.Value;
        _first = _lost - (scenario.Control.Interval * Duration.FloorDivide(scenario.Control.WarmUp, scenario.Control.Interval));
        Epoch start = _first - RunPlan.Margin;
        _operatorEarth = PredictedEarthOrientation.Of(scenario, _lost, _lost + Duration.FromDays(scenario.Autonomy.Days + 1), _earth);
        IReadOnlyList<SatelliteDefinition> satellites = scenario.Satellites;
        _system = Control.SystemOf(scenario, satellites);
        _weights = [.. satellites.Select(s => SisreWeights.For(s.Id.System, s.OrbitClass))];
        _operatorForces = [.. satellites.Select(s => Truth.OperatorForces(scenario, s, _operatorEarth))];
        _orbits = new StreamedOrbit[satellites.Count];
        SatelliteApriori[] apriori = new SatelliteApriori[satellites.Count];
        Parallel.For(0, satellites.Count, _parallel, i =>
        {
            SatelliteDefinition satellite = satellites[i];
            _orbits[i] = new StreamedOrbit(ConstellationOrbits.InitialState(satellite, scenario.Constellation.Epoch, start), s_piece, Truth.TrueForces(scenario, satellite, _earth));
            StateVector first = _orbits[i].At(_first);
            apriori[i] = Control.Believe(
                scenario, satellite, _system.Stations.Count > 0 ? Control.SeenFromGround(first, _earth, _operatorEarth) : first, start, (from, span) => PredictHeld(from, span, i));
        });
        EpochSpan whole = new(start, _lost + Duration.FromDays(scenario.Autonomy.Days) + s_ahead + RunPlan.Margin);
        _clocks = [.. satellites.Select(s => Clock(scenario.Clocks.InForce(scenario.ClockModels[s.Clock]), whole, EntityId.Satellite(s.Id), AutonomyChecks.EventsOf(scenario, s.Id)))];
        IClock[] stationClocks = [.. _system.Stations.Select((s, i) => i == 0 ? PerfectClock.Instance : Clock(_system.Equipment.Clock, whole, s.Entity, []))];
        _network = new LinkNetwork(_system, new LinkTruth(_orbits, _clocks, stationClocks, _earth), scenario.Seed, 0, new LinkFaults { Terminals = scenario.Faults.Links, LossSeed = scenario.Links.LostSlotsSeed });
        _solver = new OrbitClockSolver(_system, apriori, _operatorEarth, new SolverSettings { Acceleration = Control.AccelerationOf(scenario, satellites) });
        _errors = new NetworkError[satellites.Count];
    }

    /// <summary>One row an interval, from the loss of the ground on.</summary>
    public IEnumerable<AutonomyRow> Run()
    {
        Duration interval = _scenario.Control.Interval;
        Epoch end = _lost + Duration.FromDays(_scenario.Autonomy.Days), rowEnd = _lost + _rowLength, nextPrediction = _lost;
        UreMean now = new(), ahead = new();
        long round = 0, rounds = 0, links = 0;
        for (Epoch epoch = _first; epoch <= end; epoch += interval, round++)
        {
            _parallel.CancellationToken.ThrowIfCancellationRequested();
            if (epoch + s_ahead + RunPlan.Margin > _orbits[0].Validity.Last)
            {
                Epoch needed = epoch + s_ahead + RunPlan.Margin;
                Parallel.For(0, _orbits.Length, _parallel, i => _orbits[i].Extend(needed));
            }

            LinkFrame measured = epoch > _lost ? WithoutGround(_network.Measure(epoch), round) : _network.Measure(epoch);
            OrbitClockSolution solved = _solver.Process(measured);
            if (epoch >= _lost && _scenario.Autonomy.HoldOrientation)
            {
                _stored ??= [.. solved.Satellites.Select((s, i) => new StreamedOrbit(s.State, s_piece, _operatorForces[i]))];
                _turn = TurnFrom(_stored, solved);
            }

            if (epoch <= _lost)
            {
                continue;
            }

            (rounds, links) = (rounds + 1, links + measured.Links.Count);
            UreSplit split = Compare(solved.Satellites, epoch);
            Vector3d inertial = split.Turn + (_operatorEarth is PredictedEarthOrientation p ? PredictedEarthOrientation.TurnOf(p.Errors.At(epoch)) : Vector3d.Zero);
            now.Add(split, UreSplit.OfTurn(inertial, _errors));
            if (epoch >= nextPrediction)
            {
                ahead.Add(Compare(Predict(solved.Satellites, epoch + s_ahead), epoch + s_ahead));
                nextPrediction += s_between;
            }

            if (epoch + interval > rowEnd)
            {
                OrientationError orientation = _operatorEarth is PredictedEarthOrientation predicted ? predicted.Errors.At(epoch) : default;
                yield return new AutonomyRow(epoch, (epoch - _lost).TotalDays, now.Value, ahead.Value, orientation, now.Inertial, (double)links / rounds);
                (now, ahead, rounds, links) = (new(), new(), 0, 0);
                rowEnd += _rowLength;
            }
        }
    }

    /// <summary>What is still measured: crosslinks, and the kept anchors in their rounds.</summary>
    private LinkFrame WithoutGround(LinkFrame measured, long round)
    {
        int kept = round % _scenario.Autonomy.AnchorEvery == 0 ? _scenario.Autonomy.Anchors : 0, limit = _system.Satellites.Count + kept;
        return measured with { Links = [.. measured.Links.Where(l => l.A < limit && l.B < limit)], Ranges = [] };
    }

    /// <summary>A new reference orbit of the filter, from its estimate; the net is turned back to the stored predictions where it is held to them.</summary>
    /// <remarks>All satellites' references start anew in the same round, so the net turns as a whole and no distance changes.</remarks>
    private NumericalOrbit PredictHeld(StateVector estimate, EpochSpan span, int satellite)
    {
        StateVector held = estimate with { Position = estimate.Position - _turn.Cross(estimate.Position), Velocity = estimate.Velocity - _turn.Cross(estimate.Velocity) };
        return NumericalPropagator.Propagate(held, span, _operatorForces[satellite]);
    }

    /// <summary>Turn of the estimated orbital planes against those predicted when the ground was lost: mean node and inclination, not the place along the orbit, which nobody predicts for months.</summary>
    private static Vector3d TurnFrom(StreamedOrbit[] stored, OrbitClockSolution solved)
    {
        (Vector3d Predicted, Vector3d Estimated)[] normals = [.. solved.Satellites.Select((s, i) => (Normal(stored[i].At(solved.Epoch)), Normal(s.State)))];
        return CommonTurn.Fit<(Vector3d Predicted, Vector3d Estimated)>(normals, static n => (n.Predicted, n.Estimated - n.Predicted, 1));

        static Vector3d Normal(StateVector s) => s.Position.Cross(s.Velocity).Unit();
    }

    private (StateVector State, double Clock)[] Predict(IReadOnlyList<OrbitClockEstimate> estimates, Epoch epoch)
    {
        (StateVector, double)[] predicted = new (StateVector, double)[estimates.Count];
        Parallel.For(0, predicted.Length, _parallel, i =>
        {
            OrbitClockEstimate e = estimates[i];
            double t = (epoch - e.Epoch).TotalSeconds;
            predicted[i] = (NumericalPropagator.PropagateTo(e.State, epoch, _operatorForces[i]), e.Clock.Offset + (t * (e.Clock.Frequency + (t * e.ClockDrift / 2))));
        });
        return predicted;
    }

    private UreSplit Compare(IReadOnlyList<OrbitClockEstimate> estimates, Epoch epoch) => Compare([.. estimates.Select(e => (e.State, e.Clock.Offset))], epoch);

    /// <summary>Truth meets estimate, each turned to Earth-fixed axes by the orientation of its own.</summary>
    private UreSplit Compare((StateVector State, double Clock)[] estimates, Epoch epoch)
    {
        Matrix3d toItrf = _earth.At(epoch).GcrfToItrf, operatorToItrf = _operatorEarth.At(epoch).GcrfToItrf;
        for (int i = 0; i < _errors.Length; i++)
        {
            Vector3d truth = toItrf * _orbits[i].At(epoch).Position;
            double clock = PhysicalConstants.SpeedOfLight * (estimates[i].Clock - _clocks[i].At(epoch).Offset);
            _errors[i] = new(truth, (operatorToItrf * estimates[i].State.Position) - truth, clock, _weights[i]);
        }

        return UreSplit.Of(_errors);
    }

    private IClock Clock(ClockModel model, EpochSpan span, EntityId entity, ClockEvent[] events)
    {
        if (model.IsPerfect)
        {
            return PerfectClock.Instance;
        }

        Duration step = _scenario.Clocks.Sampling;
        StreamedClock clock = new(model, span, step, checked((int)Duration.FloorDivide(s_piece, step)), _scenario.Seed, entity);
        return events.Length == 0 ? clock : new EventClock(clock, events);
    }
}
