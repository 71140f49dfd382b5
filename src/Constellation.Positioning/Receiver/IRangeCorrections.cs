using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What else makes a range longer than the geometry of satellite and receiver says: phase centres, tides.</summary>
public interface IRangeCorrections
{
    /// <summary>m; NaN where it is not known and the satellite cannot be used.</summary>
    /// <param name="satellite">With state, signals and directions.</param>
    /// <param name="receiver">Where it is received.</param>
    /// <param name="reception">When.</param>
    double Metres(in PreparedSatellite satellite, Position<Itrf> receiver, Epoch reception);
}
