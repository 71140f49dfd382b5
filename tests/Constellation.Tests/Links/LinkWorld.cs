using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>A small constellation with its truth, its operator and its stations, all drawn from one seed.</summary>
internal sealed record LinkWorld
{
    public static Epoch Start { get; } = Epoch.FromGps(2332, Duration.FromDays(5));

    private const double Margin = 1800;

    public ulong Seed { get; init; } = 1;

    public int Planes { get; init; } = 2;

    public int PerPlane { get; init; } = 4;

    /// <summary>s.</summary>
    public double Length { get; init; } = 6 * 3600;

    public double StepLength { get; init; } = 300;

    public string Segment { get; init; } = "isl+anchor";

    public double NoiseScale { get; init; } = 1;

    public double DelayScale { get; init; } = 1;

    public AccelerationNoise Acceleration { get; init; } = new(1e-9, 3600);

    public double PositionSigma { get; init; } = 2;

    public double VelocitySigma { get; init; } = 3e-4;

    public ClockModel Clock { get; init; } = new("TEST", "white and random-walk frequency noise", "test")
    {
        H0 = 2e-24,
        HMinus2 = 1e-34,
        InitialOffsetSpread = 1e-7,
        InitialFrequencySpread = 1e-12,
        DriftSpread = 1e-19,
    };

    public LinkFaults Faults { get; init; } = LinkFaults.None;

    /// <summary>What terminals do to ranges beside white noise and calibrated delays.</summary>
    public LinkRangingErrors Errors { get; init; } = LinkRangingErrors.None;

    /// <summary>How long the first reference orbits last, s; by default as long as everything. Later ones are predicted from the estimate.</summary>
    public double? FirstReference { get; init; }

    public Duration ReferenceLength { get; init; } = Duration.FromDays(1);

    /// <summary>Orbits that links are planned by; null: the true ones.</summary>
    public IReadOnlyList<IOrbit>? Planned { get; init; }

    /// <summary>Replaces the true clock of a satellite.</summary>
    public Func<int, IClock, IClock> TrueClock { get; init; } = (_, clock) => clock;

    public static SpinningEarth Earth { get; } = new();

    public EpochGrid Grid => new(Start, Duration.FromSeconds(StepLength), (int)(Length / StepLength) + 1);

    public LinkSystem System { get; private set; } = null!;

    public LinkTruth Truth { get; private set; } = null!;

    public OrbitClockSolver Solver { get; private set; } = null!;

    public LinkNetwork Network { get; private set; } = null!;

    public IReadOnlyList<SatelliteApriori> Apriori { get; private set; } = [];

    public SolverSettings Settings { get; private set; } = new();

    public static StationSet Stations(string set) => new(set, "test", set switch
    {
        "anchor" => [Site("beijing", 40, 116)],
        "regional" => [Site("beijing", 40, 116), Site("kashi", 39.5, 76), Site("sanya", 18.3, 109.5)],
        _ => [Site("beijing", 40, 116), Site("wettzell", 49, 13), Site("hawaii", 22, -160), Site("santiago", -33, -71), Site("hartrao", -26, 28),
              Site("yarragadee", -29, 115), Site("goddard", 39, -77), Site("kerguelen", -49, 70), Site("tahiti", -18, -150), Site("kourou", 5, -53)],
    });

    public LinkWorld Build()
    {
        LinkPayload payload = (new LinkPayload("test", "", "") with { Errors = Errors }).Scaled(NoiseScale, DelayScale);
        List<LinkSatellite> satellites = [];
        List<IOrbit> truth = [], operators = [];
        List<IClock> clocks = [];
        for (int i = 0; i < Planes * PerPlane; i++)
        {
            SatelliteId id = new(GnssSystem.BeiDou, i + 1);
            satellites.Add(new LinkSatellite(id, OrbitClass.Meo, payload));
            (Vector3d r, Vector3d v) = Circular(i);
            RandomDraws Draw(NoisePurpose purpose) => new(Seed, 0, EntityId.Satellite(id), purpose);
            RandomDraws initial = Draw(NoisePurpose.InitialOrbitError);
            truth.Add(Integrate(r, v, Acceleration, Draw(NoisePurpose.UnmodelledAcceleration)));
            Vector3d errorR = PositionSigma * new Vector3d(initial.NormalAt(0), initial.NormalAt(1), initial.NormalAt(2));
            Vector3d errorV = VelocitySigma * new Vector3d(initial.NormalAt(3), initial.NormalAt(4), initial.NormalAt(5));
            StateVector first = truth[i].At(Start);
            operators.Add(new IntegratedOrbit(Start, first.Position + errorR, first.Velocity + errorV, FirstReference ?? (Length + Margin)));
            clocks.Add(TrueClock(i, new SimulatedClock(Clock, Length + Margin, Draw(NoisePurpose.ClockInitial))));
        }

        System = ControlSegment.Named(Segment).Equip(satellites, Stations, new StationEquipment().Scaled(NoiseScale));
        List<IClock> stationClocks = [.. System.Stations.Select((s, i) => i == 0
            ? (IClock)PerfectClock.Instance
            : new SimulatedClock(System.Equipment.Clock, Length + Margin, new RandomDraws(Seed, 0, s.Entity, NoisePurpose.ClockInitial)))];
        Truth = new LinkTruth(truth, clocks, stationClocks, Earth) { Planned = Planned ?? truth };
        Network = new LinkNetwork(System, Truth, Seed, 0, Faults);
        Apriori = [.. operators.Select(o => new SatelliteApriori { Orbit = o, PositionSigma = PositionSigma, VelocitySigma = VelocitySigma, Clock = Clock, Predict = Predict })];
        Settings = new SolverSettings { Acceleration = Acceleration, ReferenceLength = ReferenceLength };
        Solver = new OrbitClockSolver(System, Apriori, Earth, Settings);
        return this;
    }

    public IEnumerable<OrbitClockSolution> Solve() => SolveBy(Solver);

    /// <summary>Once for each world that was built: its network goes forward in time only.</summary>
    public IEnumerable<OrbitClockSolution> SolveBy(IOrbitClockEstimator estimator) => estimator.Solve(Network.Measure(Grid));

    public DistributedFilter OnBoard() => new(System, Apriori, Earth, Settings);

    public ConcertedFilter InConcert() => new(System, Apriori, Earth, Settings);

    public FixedIntervalSmoother Smoother() => new(Solver, new MemoryStream());

    /// <summary>Estimate minus truth: radial, along, cross, clock, m.</summary>
    public double[] Error(OrbitClockEstimate estimate, int satellite)
    {
        StateVector truth = Truth.Orbits[satellite].At(estimate.Epoch);
        Vector3d e = OrbitAxes.Of(truth.Position, truth.Velocity).Resolve(estimate.State.Position - truth.Position);
        return [e.X, e.Y, e.Z, 299_792_458 * (estimate.Clock.Offset - Truth.SatelliteClocks[satellite].At(estimate.Epoch).Offset)];
    }

    /// <summary>Walker: evenly spaced, 55 degrees, 27,906 km, phasing of half a spacing from plane to plane.</summary>
    public (Vector3d R, Vector3d V) Circular(int index)
    {
        const double a = 27_906_100, inclination = 55 * Math.PI / 180;
        int plane = index / PerPlane;
        double node = 2 * Math.PI * plane / Planes, u = 2 * Math.PI * ((index % PerPlane) + (plane / (double)Planes)) / PerPlane;
        Matrix3d toGcrf = Matrix3d.R3(-node) * Matrix3d.R1(-inclination) * Matrix3d.R3(-u);
        return (toGcrf * new Vector3d(a, 0, 0), toGcrf * new Vector3d(0, Math.Sqrt(3.986004415e14 / a), 0));
    }

    private static IntegratedOrbit Predict(StateVector from, EpochSpan span) => IntegratedOrbit.Around(from, span);

    private IntegratedOrbit Integrate(Vector3d r, Vector3d v, AccelerationNoise noise, RandomDraws draws) =>
        new(Start, r, v, Length + Margin, noise, draws);

    private static StationSite Site(string name, double latitudeDeg, double longitudeDeg) => new(name, GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0));
}
