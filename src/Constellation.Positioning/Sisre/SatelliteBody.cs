using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Vectors that are fixed to a satellite, on Earth-fixed axes, by the attitude law of its block.</summary>
internal static class SatelliteBody
{
    /// <summary>A body vector on ITRF axes.</summary>
    /// <remarks>
    /// Turned by the Earth rotation angle alone, precession left out: 0.3 degrees of yaw move an offset of 0.6 m by 3 mm. Systems without blocks in the table
    /// of satellites turn by nominal yaw steering.
    /// </remarks>
    /// <param name="body">IGS axes, m.</param>
    /// <param name="satellite">Whose law.</param>
    /// <param name="itrf">Its state.</param>
    public static Vector3d ToItrf(Vector3d body, SatelliteId satellite, StateVector itrf)
    {
        const double ut1MinusTai = -37.0;                                  // within 5 s since 1999: 0.02 degrees
        Matrix3d toItrf = Matrix3d.R3(EarthRotationAngle.At(itrf.Epoch, ut1MinusTai)), back = toItrf.Transpose();
        Vector3d velocity = itrf.Velocity + new Vector3d(0, 0, PhysicalConstants.EarthAngularVelocity).Cross(itrf.Position);
        YawLaw law = SatelliteProperties.Covers(satellite) ? SatelliteProperties.For(satellite, itrf.Epoch).Attitude : NominalYaw.Instance;
        return toItrf * law.At(back * itrf.Position, back * velocity, Sun.PositionGcrf(itrf.Epoch).Vector).ToGcrf(body);
    }
}
