using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The control segment of a run: who measures, the operator's first knowledge, and the filter that works on the measurements.</summary>
internal sealed class Control
{
    /// <summary>Acceleration allowed for where real orbits are met by a cannonball model, m/s^2: a few per cent of radiation pressure (1e-7).</summary>
    private const double RealOrbitAcceleration = 1e-8;

    private readonly LinkNetwork _network;
    private readonly OrbitClockSolver _solver;

    private readonly LinkFaults _faults;

    private Control(LinkSystem system, LinkTruth truth, IReadOnlyList<SatelliteApriori> apriori, SolverSettings settings, LinkFaults faults, LinkNetwork network, OrbitClockSolver solver) =>
        (System, LinkTruth, FirstKnowledge, Settings, _faults, _network, _solver) = (system, truth, apriori, settings, faults, network, solver);

    public LinkSystem System { get; }

    /// <summary>For those who compare; the solver does not see it.</summary>
    public LinkTruth LinkTruth { get; }

    /// <summary>What the operator knows before the first measurement.</summary>
    public IReadOnlyList<SatelliteApriori> FirstKnowledge { get; }

    /// <summary>The filter of the run: whoever takes it, takes it alone.</summary>
    public OrbitClockSolver Solver => _solver;

    /// <summary>How its models are weighed, with the accelerations that its forces lack.</summary>
    public SolverSettings Settings { get; }

    /// <summary>What clock errors count from.</summary>
    public string Datum => System.Stations.Count > 0
        ? $"the clock of station {System.Stations[0].Name}, which is system time"
        : "per epoch the median of c dT - w_R R over all satellites: without a ground station nothing ties the ensemble to a time scale (sigmas are against one)";

    public static Control Prepare(ScenarioDefinition scenario, Truth truth, RunPlan plan, int threads) => Prepare(scenario, truth, plan, threads, null, null);

    /// <param name="scenario">Says who measures.</param>
    /// <param name="truth">What is measured.</param>
    /// <param name="plan">When.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="alike">A control segment of the same orbits, whose first predictions are these; null: none.</param>
    /// <param name="schedule">Of the crosslinks, shared with others; null: its own.</param>
    public static Control Prepare(ScenarioDefinition scenario, Truth truth, RunPlan plan, int threads, Control? alike, ILinkSchedule? schedule)
    {
        LinkSystem system = SystemOf(scenario, truth.Satellites);
        IClock[] stationClocks = [.. system.Stations.Select((station, i) => StationClock(scenario, system.Equipment, station, i == 0, plan.Truth, truth.Drawn))];
        LinkTruth linkTruth = new(truth.Orbits, [.. truth.Clocks.Select(c => c.Clock)], stationClocks, truth.Earth) { Planned = truth.Planned };
        LinkFaults faults = new() { Terminals = scenario.Faults.Links, AnchorLostAt = scenario.Faults.AnchorLostAt, Silent = Silences(truth), LossSeed = scenario.Links.LostSlotsSeed };
        SatelliteApriori[] apriori = new SatelliteApriori[truth.Satellites.Count];
        Parallel.For(0, apriori.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => apriori[i] = alike is null
            ? Apriori(scenario, truth, i, plan, system.Stations.Count > 0)
            : alike.FirstKnowledge[i] with { Clock = scenario.Clocks.InForce(scenario.ClockModels[truth.Satellites[i].Clock]), Notices = truth.Clocks[i].Notices });
        SolverSettings settings = new() { Acceleration = AccelerationOf(scenario, truth.Satellites) };
        OrbitClockSolver solver = new(system, apriori, truth.OperatorEarth, settings);
        return new Control(system, linkTruth, apriori, settings, faults, new LinkNetwork(system, linkTruth, scenario.Seed, 0, faults, schedule ?? LinkSky.ScheduleOf(scenario, system)), solver);
    }

    /// <summary>Terminals, stations and their noise as the scenario says; also for those who only ask who sees whom.</summary>
    public static LinkSystem SystemOf(ScenarioDefinition scenario, IReadOnlyList<SatelliteDefinition> satellites)
    {
        return scenario.Control.Segment.Equip(
            [.. satellites.Select(s => new LinkSatellite(s.Id, s.OrbitClass, scenario.Links.PayloadOf(s.Id)))],
            set => scenario.Control.StationSets[set],
            new StationEquipment().Scaled(scenario.Control.StationNoiseScale)) with
        { AnchorPayload = scenario.Links.AnchorPayload };
    }

    /// <summary>The unmodelled acceleration that the filter allows for.</summary>
    public static AccelerationNoise AccelerationOf(ScenarioDefinition scenario, IReadOnlyList<SatelliteDefinition> satellites)
    {
        double sigma = scenario.Orbits.Source.IsSimulated ? scenario.Orbits.UnmodelledAcceleration : RealOrbitAcceleration;
        AccelerationNoise acceleration = SplineSurrogate.Of(sigma, scenario.Orbits.UnmodelledTime.TotalSeconds, satellites.Select(s => s.Elements.SemiMajorAxis));
        return scenario.Control.AccelerationSigma is { } given ? acceleration with { Radial = given, Along = given, Cross = given } : acceleration;
    }

    /// <summary>Measures alone, for estimators that need all rounds. Once: measurements go on from round to round.</summary>
    public IEnumerable<LinkFrame> Measure(EpochGrid frames, CancellationToken cancel)
    {
        for (int i = 0; i < frames.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return _network.Measure(frames[i]);
        }
    }

    /// <summary>Measures and solves round after round; estimate and measurements of each are handed on and not kept.</summary>
    /// <param name="frames">Centres of the rounds.</param>
    /// <param name="ledger">Holds what the pairs of the round are made of while it is handed on; null: nobody asks.</param>
    public IEnumerable<(LinkFrame Measured, OrbitClockSolution Solved)> Run(EpochGrid frames, List<LinkLedger>? ledger = null)
    {
        for (int i = 0; i < frames.Count; i++)
        {
            ledger?.Clear();
            LinkFrame frame = _network.Measure(frames[i], ledger);
            yield return (frame, _solver.Process(frame));
        }
    }

    /// <summary>One round of measurements, and what it is without clocks.</summary>
    public LinkFrame Measure(Epoch epoch, FrameParts parts) => _network.Measure(epoch, null, parts);

    /// <summary>Who refuses to show estimates of a net that the rounds so far do not hold together.</summary>
    /// <param name="plan">When estimates are to be shown.</param>
    /// <param name="withRanges">Whether L-band ranges are used.</param>
    /// <param name="afterAll">Whether estimates are shown only after all rounds.</param>
    public NetGuard Guard(RunPlan plan, bool withRanges = true, bool afterAll = false) => new(System, _faults, plan, withRanges, afterAll);

    /// <summary>Estimate minus truth of every satellite that has a clock; without a station clocks count from their median.</summary>
    public static IReadOnlyList<OdtsRow> Compare(LinkSystem system, Truth truth, OrbitClockSolution solved)
    {
        int[] running = [.. Enumerable.Range(0, truth.Satellites.Count).Where(i => truth.Clocks[i].IsAvailable(solved.Epoch))];
        OdtsRow[] rows = [.. running.Select(i => Compare(solved.Satellites[i], truth.Orbits[i].At(solved.Epoch), truth.Clocks[i].Clock.At(solved.Epoch)))];
        if (system.Stations.Count == 0)
        {
            ClockDatum.RemoveMedian(rows, [.. running.Select(i => truth.Satellites[i])]);
        }

        return rows;
    }

    /// <summary>Estimate minus truth.</summary>
    public static OdtsRow Compare(OrbitClockEstimate estimate, StateVector truth, ClockState truthClock)
    {
        Vector3d radial = truth.Position.Unit(), cross = truth.Position.Cross(truth.Velocity).Unit(), along = cross.Cross(radial);
        Vector3d error = estimate.State.Position - truth.Position;
        return new(
            estimate.Epoch, estimate.Satellite, error.Dot(radial), error.Dot(along), error.Dot(cross), PhysicalConstants.SpeedOfLight * (estimate.Clock.Offset - truthClock.Offset),
            estimate.SigmaRadial, estimate.SigmaAlongTrack, estimate.SigmaCross, estimate.SigmaClock);
    }

    /// <summary>A satellite without a clock neither sends nor measures.</summary>
    private static Dictionary<SatelliteId, IReadOnlyList<EpochSpan>> Silences(Truth truth) => Enumerable.Range(0, truth.Satellites.Count)
        .Where(i => truth.Clocks[i].Outages.Count > 0).ToDictionary(i => truth.Satellites[i].Id, i => truth.Clocks[i].Outages);

    /// <summary>What the operator believes of a satellite: an orbit predicted from a wrong first state, and the kind of its clock.</summary>
    /// <param name="scenario">Says how wrong.</param>
    /// <param name="satellite">Which.</param>
    /// <param name="trueFirst">State at the first round.</param>
    /// <param name="begin">From here on the first prediction holds.</param>
    /// <param name="predict">With the forces that the operator knows.</param>
    public static SatelliteApriori Believe(ScenarioDefinition scenario, SatelliteDefinition satellite, StateVector trueFirst, Epoch begin, Func<StateVector, EpochSpan, IOrbit> predict)
    {
        ControlSettings control = scenario.Control;
        RandomDraws draws = new(scenario.Seed, 0, EntityId.Satellite(satellite.Id), NoisePurpose.InitialOrbitError);
        Vector3d Draw(ulong at) => new(draws.NormalAt(at), draws.NormalAt(at + 1), draws.NormalAt(at + 2));
        StateVector believed = trueFirst with
        {
            Position = trueFirst.Position + (control.PositionSigma * Draw(0)),
            Velocity = trueFirst.Velocity + (control.VelocitySigma * Draw(3)),
        };
        return new SatelliteApriori
        {
            Orbit = predict(believed, new EpochSpan(begin, trueFirst.Epoch + new SolverSettings().ReferenceLength + RunPlan.Margin)),
            Predict = predict,
            PositionSigma = control.PositionSigma,
            VelocitySigma = control.VelocitySigma,
            Clock = scenario.Clocks.InForce(scenario.ClockModels[satellite.Clock]),
        };
    }

    /// <summary>A state as stations on the ground would have told it to who takes the Earth for turned otherwise: right on Earth-fixed axes.</summary>
    public static StateVector SeenFromGround(StateVector gcrf, IEarthOrientation truth, IEarthOrientation believed) =>
        ReferenceEquals(truth, believed) ? gcrf : believed.At(gcrf.Epoch).ToGcrf(truth.At(gcrf.Epoch).ToItrf(gcrf));

    private static SatelliteApriori Apriori(ScenarioDefinition scenario, Truth truth, int satellite, RunPlan plan, bool hasGround)
    {
        SatelliteDefinition definition = truth.Satellites[satellite];
        StateVector first = truth.Orbits[satellite].At(plan.Frames.Start);
        ForceModel forces = Truth.OperatorForces(scenario, definition, truth.OperatorEarth);
        SatelliteApriori apriori = Believe(
            scenario, definition, hasGround ? SeenFromGround(first, truth.Earth, truth.OperatorEarth) : first, plan.Truth.First, (from, span) => NumericalPropagator.Propagate(from, span, forces)) with
        {
            Notices = truth.Clocks[satellite].Notices,
        };
        return scenario.Clocks.Source.IsSimulated ? apriori : WithKnownClock(apriori, truth.Clocks[satellite].Clock, plan, new(scenario.Seed, 0, EntityId.Satellite(definition.Id), NoisePurpose.FilterInitial));
    }

    /// <summary>A real unit is off by more than the spread of its kind: its operator knows it from before, to 0.1 us and 1e-12.</summary>
    private static SatelliteApriori WithKnownClock(SatelliteApriori apriori, IClock clock, RunPlan plan, RandomDraws draws)
    {
        const double offsetSigma = 1e-7, frequencySigma = 1e-12;
        // Both epochs are among those at which the files were found to have it.
        Duration apart = plan.Frames.Count > 1 ? plan.Frames.Step : RunPlan.Margin;
        Epoch first = plan.Frames.Start, second = first + apart;
        double offset = clock.At(first).Offset;
        double frequency = (clock.At(second).Offset - offset) / apart.TotalSeconds;
        return apriori with
        {
            ClockState = new ClockState(offset + (offsetSigma * draws.NormalAt(0)), frequency + (frequencySigma * draws.NormalAt(1))),
            OffsetSigma = offsetSigma,
            FrequencySigma = frequencySigma,
        };
    }

    private static IClock StationClock(ScenarioDefinition scenario, StationEquipment equipment, GroundStation station, bool first, EpochSpan span, DrawnClocks drawn)
    {
        if (first)
        {
            return PerfectClock.Instance;
        }

        int nodes = checked((int)Duration.FloorDivide(span.Last - span.First, scenario.Clocks.Sampling)) + 2;
        return drawn.Draw(equipment.Clock, new EpochGrid(span.First, scenario.Clocks.Sampling, nodes), [], station.Entity);
    }
}
