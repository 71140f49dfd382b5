using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>A constellation whose truth is integrated with all of <see cref="TruthForces"/>, and an operator who integrates with its own forces and has first states that are wrong.</summary>
internal sealed record BatchWorld
{
    public ulong Seed { get; init; } = 1;

    public int Planes { get; init; } = 3;

    public int PerPlane { get; init; } = 4;

    /// <summary>s.</summary>
    public double Length { get; init; } = 6 * 3600;

    public double StepLength { get; init; } = 600;

    public string Segment { get; init; } = "isl+anchor";

    public double NoiseScale { get; init; } = 1;

    public double DelayScale { get; init; } = 1;

    /// <summary>What the truth feels beyond the forces: a Gauss-Markov process, drawn six times in its correlation time.</summary>
    public AccelerationNoise Acceleration { get; init; } = new(1e-9, 7200);

    public double PositionSigma { get; init; } = 2;

    public double VelocitySigma { get; init; } = 3e-4;

    public ClockModel Clock { get; init; } = new LinkWorld().Clock;

    public ForceModel TruthForces { get; init; } = ForceModel.Standard(LinkWorld.Earth, 4, 0.03);

    public ForceModel OperatorForces { get; init; } = ForceModel.Standard(LinkWorld.Earth, 4, 0.028);

    public BatchSettings Settings { get; init; } = new();

    public Func<IReadOnlyList<LinkFrame>, IReadOnlyList<LinkFrame>> Spoil { get; init; } = frames => frames;

    public EpochGrid Grid => new(LinkWorld.Start, Duration.FromSeconds(StepLength), (int)(Length / StepLength) + 1);

    public LinkSystem System { get; private set; } = null!;

    public LinkTruth Truth { get; private set; } = null!;

    public IReadOnlyList<BatchSatellite> Satellites { get; private set; } = [];

    public IReadOnlyList<LinkFrame> Frames { get; private set; } = [];

    public BatchWorld Build()
    {
        LinkPayload payload = new LinkPayload("test", "", "").Scaled(NoiseScale, DelayScale);
        LinkWorld shape = new() { Planes = Planes, PerPlane = PerPlane };
        EpochSpan span = new(LinkWorld.Start - Duration.FromSeconds(40), LinkWorld.Start + Duration.FromSeconds(Length + 40));
        List<LinkSatellite> satellites = [];
        List<BatchSatellite> believed = [];
        List<IOrbit> orbits = [];
        List<IClock> clocks = [];
        for (int i = 0; i < Planes * PerPlane; i++)
        {
            SatelliteId id = new(GnssSystem.BeiDou, i + 1);
            RandomDraws Draw(NoisePurpose purpose) => new(Seed, 0, EntityId.Satellite(id), purpose);
            (Vector3d r, Vector3d v) = shape.Circular(i);
            StateVector first = new(LinkWorld.Start, ReferenceFrame.Gcrf, r, v);
            orbits.Add(NumericalPropagator.Propagate(first, span, TruthForces.With(Extra(Draw(NoisePurpose.UnmodelledAcceleration)))));
            RandomDraws error = Draw(NoisePurpose.InitialOrbitError);
            StateVector wrong = first with
            {
                Position = r + (PositionSigma * new Vector3d(error.NormalAt(0), error.NormalAt(1), error.NormalAt(2))),
                Velocity = v + (VelocitySigma * new Vector3d(error.NormalAt(3), error.NormalAt(4), error.NormalAt(5))),
            };
            believed.Add(new BatchSatellite(
                new SatelliteApriori { Orbit = NumericalPropagator.Propagate(wrong, span, OperatorForces), PositionSigma = PositionSigma, VelocitySigma = VelocitySigma, Clock = Clock }, OperatorForces));
            satellites.Add(new LinkSatellite(id, OrbitClass.Meo, payload));
            clocks.Add(new SimulatedClock(Clock, Length + 1800, Draw(NoisePurpose.ClockInitial)));
        }

        System = ControlSegment.Named(Segment).Equip(satellites, LinkWorld.Stations, new StationEquipment().Scaled(NoiseScale));
        IClock[] stationClocks = [.. System.Stations.Select((s, i) => i == 0
            ? (IClock)PerfectClock.Instance
            : new SimulatedClock(System.Equipment.Clock, Length + 1800, new RandomDraws(Seed, 0, s.Entity, NoisePurpose.ClockInitial)))];
        (Truth, Satellites) = (new LinkTruth(orbits, clocks, stationClocks, LinkWorld.Earth), believed);
        Frames = Spoil([.. new LinkNetwork(System, Truth, Seed).Measure(Grid)]);
        return this;
    }

    public BatchSolution Solve() => BatchSolver.Solve(System, Satellites, Frames, LinkWorld.Earth, Settings with { Acceleration = Acceleration });

    /// <summary>Estimate minus truth: radial, along, cross, clock, m.</summary>
    public double[] Error(OrbitClockEstimate estimate, int satellite)
    {
        StateVector truth = Truth.Orbits[satellite].At(estimate.Epoch);
        Vector3d e = OrbitAxes.Of(truth.Position, truth.Velocity).Resolve(estimate.State.Position - truth.Position);
        return [e.X, e.Y, e.Z, PhysicalConstants.SpeedOfLight * (estimate.Clock.Offset - Truth.SatelliteClocks[satellite].At(estimate.Epoch).Offset)];
    }

    /// <summary>The true orbit moved by a constant 1 m per axis, one sigma: a prediction whose velocity is right.</summary>
    public IOrbit Displaced(int satellite)
    {
        RandomDraws draws = new(Seed, 0, EntityId.Satellite(System.Satellites[satellite].Id), NoisePurpose.FilterInitial);
        return new MovedOrbit(Truth.Orbits[satellite], new(draws.NormalAt(0), draws.NormalAt(1), draws.NormalAt(2)));
    }

    private sealed record MovedOrbit(IOrbit Orbit, Vector3d By) : IOrbit
    {
        public ReferenceFrame Frame => Orbit.Frame;

        public EpochSpan Validity => Orbit.Validity;

        public StateVector At(Epoch epoch)
        {
            StateVector state = Orbit.At(epoch);
            return state with { Position = state.Position + By };
        }
    }

    private PiecewiseAcceleration Extra(RandomDraws draws)
    {
        double spacing = Acceleration.CorrelationTime / 6, kept = Math.Exp(-1.0 / 6), fresh = Math.Sqrt(1 - (kept * kept));
        Vector3d[] nodes = new Vector3d[(int)Math.Ceiling((Length + 80) / spacing) + 1];
        for (int k = 0; k < nodes.Length; k++)
        {
            Vector3d draw = new(draws.NormalAt((ulong)(3 * k)), draws.NormalAt((ulong)((3 * k) + 1)), draws.NormalAt((ulong)((3 * k) + 2)));
            nodes[k] = k == 0 ? draw : (kept * nodes[k - 1]) + (fresh * draw);
        }

        return new PiecewiseAcceleration(
            (LinkWorld.Start - Duration.FromSeconds(40)).SinceJ2000.TotalSeconds, spacing,
            [.. nodes.Select(n => new Vector3d(Acceleration.Radial * n.X, Acceleration.Along * n.Y, Acceleration.Cross * n.Z))]);
    }
}
