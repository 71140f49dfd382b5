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
        Vector3d itrf = Ellipsoid.Wgs84.ToCartesian(Position).Vector, up = Ellipsoid.Up(Position);
        Matrix3d toGcrf = rotation.GcrfToItrf.Transpose();
        return new(toGcrf * itrf, toGcrf * rotation.AngularVelocityItrf.Cross(itrf), toGcrf * up);
    }
}
