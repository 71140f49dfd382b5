using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>A satellite at 2,880 epochs: positions, velocities and clocks of a broadcast ephemeris, and of a table every 15 minutes; one at a time and as a batch.</summary>
/// <remarks>Per state, divide by 2,880. RTKLIB on the reference machine: 0.29 us broadcast (position and clock), 1.55 us table.</remarks>
[MemoryDiagnoser]
public class BroadcastBenchmarks
{
    private const int Epochs = 2880;

    private static readonly Duration Step = Duration.FromSeconds(5);
    private static readonly Duration TableStep = Duration.FromSeconds(30);
    private readonly StateVector[] _states = new StateVector[Epochs];
    private readonly double[] _clocks = new double[Epochs];
    private readonly double[] _positions = new double[3 * Epochs];
    private NavigationMessage _message = null!;
    private KeplerianEphemeris _ephemeris = null!;
    private TabulatedOrbit _table = null!;

    [GlobalSetup]
    public void Setup()
    {
        Epoch toe = Epoch.FromGps(2253, Duration.FromHours(30));
        KeplerianParameters parameters = new()
        {
            SqrtA = 5153.656,
            Eccentricity = 0.012,
            I0 = 0.9897,
            Omega0 = -2.63,
            ArgumentOfPerigee = 0.94,
            M0 = 2.337,
            DeltaN = 3.65e-9,
            OmegaDot = -7.47e-9,
            IDot = -2e-11,
            Cuc = -3.58e-6,
            Cus = 1.12e-5,
            Crc = 176.9,
            Crs = -66.8,
            Cic = -3e-8,
            Cis = -2.4e-7,
        };
        _ephemeris = new KeplerianEphemeris(GnssSystem.Gps, OrbitClass.Meo, toe, parameters);
        _message = new NavigationMessage
        {
            Satellite = new SatelliteId(GnssSystem.Gps, 5),
            Type = MessageType.Lnav,
            TransmissionTime = toe,
            EphemerisReference = toe,
            Ephemeris = _ephemeris,
            Clock = new ClockPolynomial(toe, 1e-4, 1e-12, 0),
            AddRelativisticEccentricity = true,
            GroupDelays = new Dictionary<string, double>(),
            Healthy = true,
            Issue = 1,
            Accuracy = 2,
        };
        Epoch start = toe - Duration.FromHours(12);
        KeplerianEphemeris day = new(GnssSystem.Gps, OrbitClass.Meo, toe, parameters, new EpochSpan(start, start + Duration.FromDays(2)));
        _table = new TabulatedOrbit(start, Duration.FromMinutes(15), [.. Enumerable.Range(0, 97).Select(i => day.At(start + Duration.FromMinutes(15 * i)).Position)]);
    }

    [Benchmark(Baseline = true)]
    public double BroadcastOneAtATime()
    {
        Epoch epoch = _ephemeris.Toe - Duration.FromHours(2);
        double sum = 0;
        for (int i = 0; i < Epochs; i++, epoch += Step)
        {
            sum += _ephemeris.At(epoch).Position.X + _message.Clock.At(epoch).Offset;
        }

        return sum;
    }

    [Benchmark]
    public double BroadcastBatch()
    {
        _message.Fill(_ephemeris.Toe - Duration.FromHours(2), Step, _states, _clocks);
        return _clocks[7];
    }

    [Benchmark]
    public double BroadcastColumns()
    {
        _ephemeris.FillColumns(_ephemeris.Toe - Duration.FromHours(2), Step, _positions, default);
        return _positions[7];
    }

    [Benchmark]
    public double TableOneAtATime()
    {
        Epoch epoch = _table.Validity.First;
        double sum = 0;
        for (int i = 0; i < Epochs; i++, epoch += TableStep)
        {
            sum += _table.At(epoch).Position.X;
        }

        return sum;
    }

    [Benchmark]
    public double TableBatch()
    {
        _table.Fill(_table.Validity.First, TableStep, _states);
        return _states[7].Position.X;
    }
}
