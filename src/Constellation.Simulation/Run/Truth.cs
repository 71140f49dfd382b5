using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What really happens to the satellites of a run: orbits on GCRF axes and clocks without relativity, in one order.</summary>
internal sealed class Truth
{
    private Truth(IReadOnlyList<SatelliteDefinition> satellites, IReadOnlyList<IOrbit> orbits, IReadOnlyList<IOrbit> planned, IReadOnlyList<SatelliteClock> clocks, IEarthOrientation earth) =>
        (Satellites, Orbits, Planned, Clocks, Earth, OperatorEarth) = (satellites, orbits, planned, clocks, earth, earth);

    public IReadOnlyList<SatelliteDefinition> Satellites { get; }

    public IReadOnlyList<IOrbit> Orbits { get; }

    /// <summary>Orbits without what nobody can foresee: links and uploads are planned by them. The true ones where these come from files.</summary>
    /// <remarks>The unmodelled accelerations take the true ones away from them, by 4 m after a day and 130 m after ten (six medium satellites, 1e-9 m/s^2; with the power 1.5 of time). They are the same for every seed.</remarks>
    public IReadOnlyList<IOrbit> Planned { get; }

    public IReadOnlyList<SatelliteClock> Clocks { get; }

    public IEarthOrientation Earth { get; }

    /// <summary>What the operator takes for <see cref="Earth"/>: the same object where it knows it.</summary>
    public IEarthOrientation OperatorEarth { get; private init; }

    /// <summary>Histories drawn for it and for others of its seed.</summary>
    public required DrawnClocks Drawn { get; init; }

    /// <summary>Integrates and draws what is simulated, looks up what comes from files; satellites that a file lacks are left out and named.</summary>
    public static Truth Realise(ScenarioDefinition scenario, RunPlan plan, TruthFiles files, IReadOnlyList<Epoch> needed, IEarthOrientation earth, int threads, List<string> notes, CancellationToken cancel) =>
        Realise(scenario, plan, files, needed, earth, threads, notes, null, null, cancel);

    /// <param name="scenario">What is flown.</param>
    /// <param name="plan">When.</param>
    /// <param name="files">What is read.</param>
    /// <param name="needed">Epochs at which files must have it.</param>
    /// <param name="earth">How it turns.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="notes">What a reader should know.</param>
    /// <param name="known">A truth of the same seed whose orbits are these, all satellites alike; null: none.</param>
    /// <param name="planned">Simulated orbits without what nobody can foresee, of any seed; null: none.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Truth Realise(
        ScenarioDefinition scenario, RunPlan plan, TruthFiles files, IReadOnlyList<Epoch> needed, IEarthOrientation earth, int threads, List<string> notes, Truth? known, IReadOnlyList<IOrbit>? planned, CancellationToken cancel)
    {
        int n = scenario.Satellites.Count;
        DrawnClocks drawn = known?.Drawn ?? new DrawnClocks(scenario.Seed);
        (IOrbit? Orbit, IOrbit? Planned, SatelliteClock? Clock)[] found = new (IOrbit?, IOrbit?, SatelliteClock?)[n];
        Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
        {
            SatelliteDefinition satellite = scenario.Satellites[i];
            (IOrbit? orbit, IClock? clock) = files.Find(satellite.Id, needed, plan, earth);
            SatelliteClockMaker maker = new(scenario, satellite, plan.Truth, drawn);
            IOrbit? foreseen = orbit;
            if (!files.HasOrbits)
            {
                foreseen = planned?[i] ?? Integrate(scenario, satellite, plan.Truth, KnownForces(scenario, satellite, earth));
                orbit = known?.Orbits[i] ?? (scenario.Orbits.UnmodelledAcceleration > 0 ? Integrate(scenario, satellite, plan.Truth, TrueForces(scenario, satellite, earth)) : foreseen);
            }

            found[i] = (orbit, foreseen, !files.HasClocks ? maker.Draw(orbit) : clock is null ? null : maker.WithEvents(clock));
        });

        int[] kept = [.. Enumerable.Range(0, n).Where(i => found[i].Orbit is not null && found[i].Clock is not null)];
        if (kept.Length < n)
        {
            string missing = string.Join(' ', Enumerable.Range(0, n).Except(kept).Select(i => scenario.Satellites[i].Id));
            notes.Add($"left out, since the files do not have them over the whole span: {missing}");
        }

        if (kept.Length == 0)
        {
            throw new InputException(Diagnostic.Error(
                "CN4003", new SourceSpan(scenario.Name), "the files cover no satellite of the scenario over its whole span", "give files of the scenario's days and systems, or shorten time.duration and control.warm_up"));
        }

        notes.AddRange(ClockStory.Shortened(kept.SelectMany(i => found[i].Clock!.Story)));
        return new(
            [.. kept.Select(i => scenario.Satellites[i])],
            [.. kept.Select(i => found[i].Orbit!)],
            [.. kept.Select(i => found[i].Planned!)],
            [.. kept.Select(i => found[i].Clock!)],
            earth)
        {
            Drawn = drawn,
            OperatorEarth = known?.OperatorEarth ?? PredictedEarthOrientation.Of(scenario, plan.Grid.Start, plan.Truth.Last, earth),
        };
    }

    /// <summary>What a user's clock of a satellite has beyond the clock that the control segment determines, s: the constant <see cref="BroadcastSettings.SignalBiasSigma"/> draws.</summary>
    public static double SignalBias(ScenarioDefinition scenario, SatelliteId id) =>
        scenario.Broadcast.SignalBiasSigma / PhysicalConstants.SpeedOfLight * new RandomDraws(scenario.Seed, 0, EntityId.Satellite(id), NoisePurpose.SignalBias).NormalAt(0);

    /// <summary>Forces that the operator knows.</summary>
    public static ForceModel OperatorForces(ScenarioDefinition scenario, SatelliteDefinition satellite, IEarthOrientation earth) =>
        scenario.Orbits.OperatorForces.Build(Setting(scenario, satellite, earth));

    /// <summary>Forces that really act.</summary>
    public static ForceModel TrueForces(ScenarioDefinition scenario, SatelliteDefinition satellite, IEarthOrientation earth)
    {
        ForceModel forces = KnownForces(scenario, satellite, earth);
        double sigma = scenario.Orbits.UnmodelledAcceleration;
        RandomDraws draws = new(scenario.Seed, 0, EntityId.Satellite(satellite.Id), NoisePurpose.UnmodelledAcceleration);
        return sigma > 0 ? forces.With(new RandomAcceleration(draws, new Vector3d(sigma, sigma, sigma), scenario.Orbits.UnmodelledTime.TotalSeconds)) : forces;
    }

    /// <summary>Those of them that are no accident.</summary>
    private static ForceModel KnownForces(ScenarioDefinition scenario, SatelliteDefinition satellite, IEarthOrientation earth) =>
        scenario.Orbits.TruthForces.Build(Setting(scenario, satellite, earth));

    private static ForceSetting Setting(ScenarioDefinition scenario, SatelliteDefinition satellite, IEarthOrientation earth) =>
        ForceSetting.For(earth, satellite, scenario.Constellation.Epoch) with { Field = scenario.Orbits.GravityField, Degree = scenario.Orbits.GravityDegree };

    private static NumericalOrbit Integrate(ScenarioDefinition scenario, SatelliteDefinition satellite, EpochSpan span, ForceModel forces) =>
        NumericalPropagator.Propagate(ConstellationOrbits.InitialState(satellite, scenario.Constellation.Epoch, span.First), span, forces);
}
