using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning.Precise;

/// <summary>
/// GPS and Galileo satellites on two-body ellipses, tabulated as products are, and what a receiver would measure of them. Ranges are formed on inertial axes by
/// the light-time equation between the ellipses and the turning station: not by the formulas under test, which work on Earth-fixed axes with tables.
/// </summary>
internal sealed class SyntheticSky
{
    public static Epoch Start { get; } = Epoch.FromGpsCalendar(2022, 3, 10, 6, 0, 0);

    private const double C = PhysicalConstants.SpeedOfLight;
    private static readonly ObservationCode[] s_gps = [Code("C1W"), Code("C2W"), Code("L1C"), Code("L2W")];
    private static readonly ObservationCode[] s_galileo = [Code("C1C"), Code("C5Q"), Code("L1C"), Code("L5Q")];
    private readonly SortedDictionary<SatelliteId, KeplerianElements> _orbits = [];
    private readonly Dictionary<SatelliteId, double> _windUp = [];
    private readonly Position<Itrf> _marker;
    private readonly TopocentricFrame _frame;
    private readonly TroposphereColumn _air;
    private readonly RandomDraws _draws = new(11, 0, default, NoisePurpose.UserThermal);
    private ulong _draw;

    public SyntheticSky(Position<Itrf> marker)
    {
        (_marker, _frame) = (marker, new TopocentricFrame(marker));
        for (int i = 0; i < 24; i++)
        {
            double plane = i % 6, slot = i / 6;
            _orbits.Add(new(GnssSystem.Gps, i + 1), new(26_560_000, 0.008, 0.96, plane * Math.PI / 3, 0.7 * i, (slot * Math.PI / 2) + (0.3 * plane)));
            _orbits.Add(new(GnssSystem.Galileo, i + 1), new(29_600_000, 0.0003, 0.98, (i % 3 * Math.Tau / 3) + 0.2, 0, (i / 3 * Math.PI / 4) + (0.26 * (i % 3))));
        }

        Dictionary<SatelliteId, PreciseSatellite> products = [];
        foreach ((SatelliteId id, KeplerianElements elements) in _orbits)
        {
            Vector3d[] rows = [.. Enumerable.Range(0, 49).Select(r => Itrf(id, Start + Duration.FromSeconds(300.0 * (r - 12))).Vector)];
            Epoch[] epochs = [.. Enumerable.Range(0, 481).Select(r => Start + Duration.FromSeconds(30.0 * (r - 120)))];
            products[id] = new(
                new TabulatedOrbit(Start - Duration.FromSeconds(3600), Duration.FromSeconds(300), rows),
                new TabulatedClock(epochs, [.. epochs.Select(e => Clock(id, e))], Duration.FromSeconds(30)));
        }

        States = new PreciseStates(products, EarthOrientation.BuiltIn, SatelliteAntennas.None);
        _air = Troposphere.Over(_frame.Geodetic, Start);
    }

    public static ITroposphereModel Troposphere { get; } = new TroposphereModel(new SaastamoinenZenith(), NiellModel.Instance);

    public PreciseStates States { get; }

    /// <summary>Wet delay above that of the model, m; the air's gradient to the north, m.</summary>
    public (double Wet, double North) Air { get; init; } = (0.05, 0.0006);

    /// <summary>m: of carriers, of codes.</summary>
    public (double Phase, double Code) Noise { get; init; }

    public ObservationLayout Layout { get; } = new([new(GnssSystem.Gps, s_gps), new(GnssSystem.Galileo, s_galileo)]);

    /// <summary>Settings that go with what is simulated: no tides.</summary>
    public static PppSettings Settings(bool kinematic = false) => new() { Kinematic = kinematic, Troposphere = Troposphere, SolidTide = false, PoleTide = false };

    public ReceiverDescription Receiver { get; } = new() { Marker = "TEST" };

    /// <summary>What is measured at an epoch with the marker moved by <paramref name="moved"/> (m on ITRF axes).</summary>
    /// <param name="epoch">Filled.</param>
    /// <param name="seconds">Since the start, by the receiver's clock.</param>
    /// <param name="receiverClock">s.</param>
    /// <param name="moved">m.</param>
    /// <param name="cycles">Cycles lost so far by a satellite on its two carriers.</param>
    public void Measure(ObservationEpoch epoch, double seconds, double receiverClock, Vector3d moved = default, Func<SatelliteId, (double First, double Second)>? cycles = null)
    {
        Epoch tag = Start + Duration.FromSeconds(seconds), reception = tag - Duration.FromSeconds(receiverClock);
        epoch.Begin(tag, Layout);
        Position<Itrf> place = _marker + moved;
        Position<Gcrf> station = EarthOrientation.BuiltIn.At(reception).ToGcrf(place);
        foreach (SatelliteId id in _orbits.Keys)
        {
            double way = 0.075;
            Vector3d line = default;
            for (int pass = 0; pass < 6; pass++)
            {
                line = station.Vector - Gcrf(id, reception - Duration.FromSeconds(way)).Position;
                way = line.Norm / C;
            }

            Epoch sent = reception - Duration.FromSeconds(way);
            (Vector3d position, Vector3d velocity) = Gcrf(id, sent);
            Vector3d toSatellite = EarthOrientation.BuiltIn.At(reception).GcrfToItrf * (-line / line.Norm);
            double sin = _frame.Up.Dot(toSatellite), cosAzimuth = _frame.North.Dot(toSatellite) / Math.Sqrt(1 - (sin * sin));
            if (sin < Math.Sin(double.DegreesToRadians(8)))
            {
                continue;
            }

            double satelliteClock = Clock(id, sent) - (2 * position.Dot(velocity) / (C * C));
            double horizontal = Math.Sqrt(1 - (sin * sin));
            double shapiro = 2 * PhysicalConstants.EarthGravitationalParameter / (C * C)
                * Math.Log((position.Norm + station.Vector.Norm + line.Norm) / (position.Norm + station.Vector.Norm - line.Norm));
            double common = line.Norm + shapiro + (C * (receiverClock - satelliteClock)) + (_air.Hydrostatic * _air.DryMapping.At(sin))
                + ((_air.Wet + Air.Wet) * _air.WetMapping.At(sin)) + (Air.North * cosAzimuth * horizontal / ((sin * sin) + (0.0032 * horizontal)));

            EarthRotation earth = EarthOrientation.BuiltIn.At(sent);
            BodyAxes body = SatelliteProperties.For(id, sent).Attitude.At(position, velocity, Sun.PositionGcrf(sent).Vector);
            Matrix3d m = earth.GcrfToItrf;
            _windUp[id] = PhaseWindUp.Turns(-toSatellite, new(m * body.X, m * body.Y, m * body.Z), _frame.East, _frame.North, _windUp.GetValueOrDefault(id));
            char second = id.System == GnssSystem.Gps ? '2' : '5';
            (double f1, double f2) = (Carriers.Frequency(id.System, '1'), Carriers.Frequency(id.System, second));
            double ionosphere = 3 / (sin + 0.1), scale = f1 * f1 / (f2 * f2);
            (double lost1, double lost2) = cycles?.Invoke(id) ?? (0, 0);
            epoch.Add(id, out Span<double> values, out _);
            values[0] = common + ionosphere + (Noise.Code * Normal());
            values[1] = common + (scale * ionosphere) + (Noise.Code * Normal());
            values[2] = ((common - ionosphere + (Noise.Phase * Normal())) * f1 / C) + _windUp[id] + (1000 * id.Number) + lost1;
            values[3] = ((common - (scale * ionosphere) + (Noise.Phase * Normal())) * f2 / C) + _windUp[id] - (700 * id.Number) + lost2;
        }
    }

    private static ObservationCode Code(string text) => ObservationCode.Parse(text);

    private double Normal() => _draws.NormalAt(_draw++);

    private (Vector3d Position, Vector3d Velocity) Gcrf(SatelliteId id, Epoch epoch)
    {
        KeplerianElements e = _orbits[id];
        return (e with { MeanAnomaly = e.MeanAnomaly + (KeplerianElements.MeanMotion(e.SemiMajorAxis) * (epoch - Start).TotalSeconds) }).ToState();
    }

    private Position<Itrf> Itrf(SatelliteId id, Epoch epoch) => EarthOrientation.BuiltIn.At(epoch).ToItrf(new Position<Gcrf>(Gcrf(id, epoch).Position));

    /// <summary>Of a product: without relativity.</summary>
    private static double Clock(SatelliteId id, Epoch epoch) => (1e-5 * id.Number) + (1e-11 * id.Number * (epoch - Start).TotalSeconds);
}
