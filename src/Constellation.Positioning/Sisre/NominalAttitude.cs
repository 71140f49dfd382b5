using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The nominal yaw-steering attitude of a navigation satellite.</summary>
/// <remarks>z to the geocentre, y perpendicular to the Sun, x in the half plane of the Sun [Montenbruck15b]. Noon and midnight turns and orbit-normal mode are not modelled.</remarks>
internal static class NominalAttitude
{
    /// <summary>A body vector on the axes of the satellite's position and the Sun's direction.</summary>
    public static Vector3d ToFrame(Vector3d body, Vector3d satellite, Vector3d sun)
    {
        Vector3d z = -satellite.Unit();
        Vector3d y = z.Cross(sun);
        y = y.NormSquared < 1e-18 * sun.NormSquared ? z.Cross(new(0, 0, 1)).Unit() : y.Unit();      // Sun exactly above or below: any yaw will do
        return (body.X * y.Cross(z)) + (body.Y * y) + (body.Z * z);
    }

    /// <summary>Direction of the Sun on ITRF axes, good to 0.3 degrees.</summary>
    /// <remarks>Turned by the Earth rotation angle alone, precession left out: 0.3 degrees of yaw move an offset of 0.6 m by 3 mm.</remarks>
    public static Vector3d SunItrf(Epoch epoch)
    {
        const double ut1MinusTai = -37.0;                                  // within 5 s since 1999: 0.02 degrees
        return Matrix3d.R3(EarthRotationAngle.At(epoch, ut1MinusTai)) * Sun.PositionGcrf(epoch).Vector;
    }
}
