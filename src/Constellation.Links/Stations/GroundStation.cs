using System.Text;
using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>A ground station of the control segment.</summary>
/// <param name="Name">Unique in its network; its random numbers are addressed by it.</param>
/// <param name="Position">Known to the operator without error.</param>
/// <param name="IsAnchor">Has a crosslink terminal: two-way ranging with satellites.</param>
/// <param name="IsMonitor">Has navigation receivers: one-way L-band ranges of all satellites in view.</param>
public sealed record GroundStation(string Name, GeodeticPoint Position, bool IsAnchor, bool IsMonitor)
{
    /// <summary>Address of the station's random numbers: 20 bits of a hash (FNV-1a) of its name, so others may come and go.</summary>
    public EntityId Entity
    {
        get
        {
            uint hash = 2_166_136_261;
            foreach (byte b in Encoding.UTF8.GetBytes(Name))
            {
                hash = (hash ^ b) * 16_777_619;
            }

            return EntityId.Station((int)((hash ^ (hash >> 20)) & 0xF_FFFF));
        }
    }

    /// <summary>Place at the epoch of <paramref name="rotation"/>.</summary>
    public StationPlace At(EarthRotation rotation)
    {
        (double sinLat, double cosLat) = Math.SinCos(Position.Latitude);
        (double sinLon, double cosLon) = Math.SinCos(Position.Longitude);
        double e2 = PhysicalConstants.Flattening * (2 - PhysicalConstants.Flattening);
        double normal = PhysicalConstants.EquatorialRadius / Math.Sqrt(1 - (e2 * sinLat * sinLat));
        Vector3d up = new(cosLat * cosLon, cosLat * sinLon, sinLat);
        Vector3d itrf = new((normal + Position.Height) * up.X, (normal + Position.Height) * up.Y, ((normal * (1 - e2)) + Position.Height) * up.Z);
        Matrix3d toGcrf = rotation.GcrfToItrf.Transpose();
        return new(toGcrf * itrf, toGcrf * rotation.AngularVelocityItrf.Cross(itrf), toGcrf * up);
    }
}
