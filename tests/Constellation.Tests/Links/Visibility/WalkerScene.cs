using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Tests.Links;

/// <summary>Circular orbits for tests of visibility: Walker 24/3/1 at 55 degrees, turned rigidly, and geosynchronous radii.</summary>
internal static class WalkerScene
{
    public const double Medium = 27_906_100, Geostationary = 42_164_170;

    public static LinkSystem System(LinkPayload payload, int satellites) => new()
    {
        Satellites = [.. Enumerable.Range(1, satellites).Select(i => new LinkSatellite(new SatelliteId(GnssSystem.BeiDou, i), OrbitClass.Meo, payload))],
        Stations = [],
    };

    /// <summary>A circular equatorial orbit at an angle from the x axis.</summary>
    public static (Vector3d R, Vector3d V) Equatorial(double radius, double angleDeg)
    {
        Matrix3d turn = Matrix3d.R3(-double.DegreesToRadians(angleDeg));
        return (turn * new Vector3d(radius, 0, 0), turn * new Vector3d(0, Speed(radius), 0));
    }

    public static (Vector3d R, Vector3d V) Walker(int satellite, double turnedDeg)
    {
        (int plane, int slot) = (satellite / 8, satellite % 8);
        Matrix3d turn = Matrix3d.R3(-double.DegreesToRadians(120.0 * plane)) * Matrix3d.R1(-double.DegreesToRadians(55))
            * Matrix3d.R3(-double.DegreesToRadians((45.0 * slot) + (15.0 * plane) + turnedDeg));
        return (turn * new Vector3d(Medium, 0, 0), turn * new Vector3d(0, Speed(Medium), 0));
    }

    public static LinkScene Set(this LinkScene scene, IReadOnlyList<(Vector3d R, Vector3d V)> satellites, Vector3d sun = default)
    {
        scene.Set([.. satellites.Select(s => s.R)], [.. satellites.Select(s => s.V)], [], sun);
        return scene;
    }

    private static double Speed(double radius) => Math.Sqrt(3.986004418e14 / radius);
}
