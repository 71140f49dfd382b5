using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A satellite of a scene of orbits, and where its states come from.</summary>
internal sealed class OrbitMember(SatelliteId id, EphemerisSource source, SatelliteDefinition? definition)
{
    /// <summary>Radius of the orbit of a sidereal day, and how far from it such orbits lie, m.</summary>
    private const double DayRadius = 42_164e3, DayRadiusSlack = 1_500e3;

    /// <summary>Inclinations below this are those of geostationary satellites, also of drifting ones, rad.</summary>
    private static readonly double s_geostationary = double.DegreesToRadians(16);

    private RunSatellite? _description;

    public SatelliteId Id => id;

    /// <summary>The state on ITRF axes; false where the source has none then.</summary>
    public bool TryState(Epoch epoch, in EarthRotation earth, out StateVector itrf)
    {
        bool known = source.TryState(id, epoch, out itrf, out _) && double.IsFinite(itrf.Position.NormSquared + itrf.Velocity.NormSquared);
        itrf = !known ? default : itrf.Frame switch
        {
            ReferenceFrame.Itrf => itrf,
            ReferenceFrame.Gcrf => earth.ToItrf(itrf),
            _ => FrameTurns.To(ReferenceFrame.Itrf, itrf),
        };
        return known;
    }

    /// <summary>What is known of it; the class of its orbit by a state where nobody tells.</summary>
    public RunSatellite Describe(in StateVector itrf, in EarthRotation earth) => _description ??= definition is { } d
        ? new RunSatellite(d.Id.ToString(), d.Svn, d.Plane, d.Slot, d.Block, d.OrbitClass.ToString().ToLowerInvariant(), d.Clock, d.Mass, d.LaunchDate?.ToString("yyyy-MM-dd") ?? "")
        : new RunSatellite(id.ToString(), "", "", "", "", ClassOf(earth.ToGcrf(itrf)), "", 0, "");

    /// <summary>By radius and inclination, never by a range of numbers.</summary>
    internal static string ClassOf(in StateVector gcrf)
    {
        double radius = gcrf.Position.Norm, energy = (0.5 * gcrf.Velocity.NormSquared) - (PhysicalConstants.EarthGravitationalParameter / radius);
        double semiMajorAxis = -0.5 * PhysicalConstants.EarthGravitationalParameter / energy;
        double inclination = gcrf.Position.Cross(gcrf.Velocity).AngleTo(new Vector3d(0, 0, 1));
        return !(Math.Abs(semiMajorAxis - DayRadius) < DayRadiusSlack) ? "meo" : inclination < s_geostationary ? "geo" : "igso";
    }
}
