using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

/// <summary>Circular two-body orbits over a uniformly turning Earth: exact positions at any time, for tests that need no file.</summary>
internal sealed class CircularConstellation
{
    public const double EarthRate = 7.2921151467e-5;
    private const double Gm = 3.986004418e14;

    private readonly GnssSystem _system;
    private readonly double _radius;
    private readonly double _inclination;
    private readonly (double Node, double Latitude)[] _slots;

    private CircularConstellation(GnssSystem system, double radius, double inclinationDeg, IEnumerable<(double, double)> slotsDeg)
    {
        _system = system;
        _radius = radius;
        _inclination = double.DegreesToRadians(inclinationDeg);
        _slots = [.. slotsDeg.Select(s => (double.DegreesToRadians(s.Item1), double.DegreesToRadians(s.Item2)))];
    }

    public static CircularConstellation BeiDouMeo => Walker(GnssSystem.BeiDou, 27_906_100, 55, 24, 3, 1);

    public static CircularConstellation Galileo => Walker(GnssSystem.Galileo, 29_599_801, 56, 24, 3, 1);

    public static CircularConstellation Glonass => Walker(GnssSystem.Glonass, 25_508_000, 64.8, 24, 3, 1);

    /// <summary>The 24 baseline slots of the GPS standard, epoch 1993-07-01.</summary>
    public static CircularConstellation Gps { get; } = new(GnssSystem.Gps, 26_559_700, 55, GpsSlots());

    public int Count => _slots.Length;

    public double Period => 2 * Math.PI / Rate;

    private double Rate => Math.Sqrt(Gm / (_radius * _radius * _radius));

    public static CircularConstellation Walker(GnssSystem system, double radius, double inclinationDeg, int total, int planes, int phasing) =>
        new(system, radius, inclinationDeg,
            from plane in Enumerable.Range(0, planes)
            from slot in Enumerable.Range(0, total / planes)
            select (plane * 360.0 / planes, (slot * 360.0 * planes / total) + (plane * 360.0 * phasing / total)));

    public SatelliteId Id(int i) => new(_system, i + 1);

    /// <summary>ITRF position at a time.</summary>
    public Vector3d Position(int i, double t)
    {
        Vector3d inertial = Inertial(i, t, 0);
        return Matrix3d.R3(EarthRate * t) * inertial;
    }

    /// <summary>Velocity relative to ITRF axes.</summary>
    public Vector3d Velocity(int i, double t)
    {
        Vector3d v = Matrix3d.R3(EarthRate * t) * Inertial(i, t, 1);
        return v - new Vector3d(0, 0, EarthRate).Cross(Position(i, t));
    }

    public SatelliteEpochState[] States(double t, Func<int, Vector3d>? broadcastShift = null, Func<int, double>? broadcastClock = null) =>
    [
        .. Enumerable.Range(0, Count).Select(i => new SatelliteEpochState(
            Id(i), new(Position(i, t)), Velocity(i, t), 1e-4 * (i - 12), new(Position(i, t) + (broadcastShift?.Invoke(i) ?? default)), Velocity(i, t),
            (1e-4 * (i - 12)) + (broadcastClock?.Invoke(i) ?? 0), true, 0)),
    ];

    private Vector3d Inertial(int i, double t, int derivative)
    {
        (double node, double u0) = _slots[i];
        (double s, double c) = Math.SinCos(u0 + (Rate * t));
        Vector3d inPlane = derivative == 0 ? new(_radius * c, _radius * s, 0) : new(-_radius * Rate * s, _radius * Rate * c, 0);
        return Matrix3d.R3(-node) * (Matrix3d.R1(-_inclination) * inPlane);
    }

    private static IEnumerable<(double, double)> GpsSlots()
    {
        double[][] rows =
        [
            [268.126, 161.786, 11.676, 41.806], [80.956, 173.336, 309.976, 204.376], [111.876, 11.796, 339.666, 241.556],
            [135.226, 265.446, 35.156, 167.356], [197.046, 302.596, 66.066, 333.686], [238.886, 345.226, 105.206, 135.346],
        ];
        return rows.SelectMany((row, plane) => row.Select(u => (272.847 + (60.0 * plane), u)));
    }
}
