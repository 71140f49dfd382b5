using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>A satellite in view of a ground station, which has an antenna for each: the feeder stands as long as the view does.</summary>
/// <param name="Satellite">Index.</param>
/// <param name="Station">Index among the system's stations.</param>
/// <param name="LightTime">s.</param>
public readonly record struct GroundContact(int Satellite, int Station, double LightTime)
{
    /// <summary>Least elevation where no payload states one, rad.</summary>
    private const double UsualMask = Math.PI / 18;

    /// <summary>All contacts of a view with the stations that upload: the anchors, or where there is none the monitor stations.</summary>
    public static IReadOnlyList<GroundContact> Of(LinkView view)
    {
        LinkSystem system = view.System;
        bool anchors = system.Stations.Any(s => s.IsAnchor);
        double mask = system.Payload?.GroundElevationMask ?? UsualMask;
        List<GroundContact> contacts = [];
        for (int s = 0; s < view.Stations.Count; s++)
        {
            if (system.Stations[s].IsAnchor != anchors)
            {
                continue;
            }

            for (int i = 0; i < system.Satellites.Count; i++)
            {
                if (view.Stations[s].ElevationOf(view.Position(i)) >= mask)
                {
                    contacts.Add(new(i, s, (view.Position(i) - view.Stations[s].PositionGcrf).Norm / PhysicalConstants.SpeedOfLight));
                }
            }
        }

        return contacts;
    }
}
