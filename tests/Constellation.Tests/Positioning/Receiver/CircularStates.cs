using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Satellites on circles: six planes of four for GPS, three of eight for Galileo. Their clocks run at steady rates.</summary>
internal sealed class CircularStates : ISatelliteStates
{
    private const double EarthRate = 7.2921151467e-5, Gm = 3.986004418e14;

    public static Epoch Start { get; } = Epoch.FromGps(2111, Duration.FromSeconds(345600));

    public static IEnumerable<SatelliteId> Satellites => Enumerable.Range(1, 24).SelectMany(n => new SatelliteId[] { new(GnssSystem.Gps, n), new(GnssSystem.Galileo, n) });

    public bool TryAt(SatelliteId satellite, Epoch transmission, Epoch reception, out TransmitterState state)
    {
        (int planes, double radius, double tilt) = satellite.System == GnssSystem.Gps ? (6, 26_560e3, 55.0) : (3, 29_600e3, 56.0);
        int perPlane = 24 / planes, plane = (satellite.Number - 1) / perPlane, slot = (satellite.Number - 1) % perPlane;
        double t = (transmission - Start).TotalSeconds, rate = Math.Sqrt(Gm / (radius * radius * radius));
        double u = (rate * t) + (Math.Tau * slot / perPlane) + (0.4 * plane), node = (Math.Tau * plane / planes) - (EarthRate * t), i = double.DegreesToRadians(tilt);
        (double su, double cu) = Math.SinCos(u);
        (double sn, double cn) = Math.SinCos(node);
        (double si, double ci) = Math.SinCos(i);
        Vector3d r = radius * new Vector3d((cu * cn) - (su * ci * sn), (cu * sn) + (su * ci * cn), su * si);
        Vector3d inertial = radius * rate * new Vector3d((-su * cn) - (cu * ci * sn), (-su * sn) + (cu * ci * cn), cu * si);
        Vector3d v = inertial - new Vector3d(-EarthRate * r.Y, EarthRate * r.X, 0);
        double drift = 1e-11 * (satellite.Number - 12), offset = (1e-5 * satellite.Number) + (drift * t);
        state = new(new(r), v, offset, drift, 1.0, null);
        return true;
    }
}
