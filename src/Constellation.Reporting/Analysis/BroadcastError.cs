using Constellation.Geodesy;

namespace Constellation.Reporting;

/// <summary>Broadcast minus truth of one satellite at one epoch, on ITRF axes, m.</summary>
/// <param name="Satellite">Place in the manifest.</param>
/// <param name="Position">Truth.</param>
/// <param name="Orbit">Error of the position.</param>
/// <param name="Clock">Error of the clock.</param>
/// <param name="Varying">The same about the satellite's mean over the run.</param>
internal readonly record struct BroadcastError(int Satellite, Vector3d Position, Vector3d Orbit, double Clock, double Varying)
{
    /// <summary>Earth rotation rate, rad/s; turns a velocity on ITRF axes into one along which the axes of the errors point.</summary>
    private const double EarthRate = 7.2921151467e-5;

    /// <param name="satellite">Place in the manifest.</param>
    /// <param name="position">Truth, ITRF.</param>
    /// <param name="velocity">Relative to ITRF axes.</param>
    /// <param name="rac">Error, radial, along-track, cross-track.</param>
    /// <param name="clock">Error of the clock.</param>
    /// <param name="varying">The same about the satellite's mean.</param>
    public static BroadcastError Of(int satellite, Vector3d position, Vector3d velocity, Vector3d rac, double clock, double varying)
    {
        Vector3d radial = position.Unit(), cross = position.Cross(velocity + new Vector3d(0, 0, EarthRate).Cross(position)).Unit(), along = cross.Cross(radial);
        return new(satellite, position, (rac.X * radial) + (rac.Y * along) + (rac.Z * cross), clock, varying);
    }
}
