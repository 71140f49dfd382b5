using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What stands in the sky of the picked place at the epoch shown.</summary>
/// <param name="Place">Where.</param>
/// <param name="MaskDeg">Lowest elevation of users.</param>
/// <param name="Satellites">Above the horizon, by id.</param>
/// <param name="InView">How many of them are above the mask.</param>
/// <param name="Dop">Of those above the mask; not defined where they are too few.</param>
internal sealed record SkyPanelContent(GeodeticPoint Place, double MaskDeg, IReadOnlyList<SkySatellite> Satellites, int InView, Dop Dop)
{
    /// <summary>Length of the trails.</summary>
    public static readonly Duration Trail = Duration.FromHours(3);

    public static SkyPanelContent Of(PanelState state)
    {
        GeodeticPoint place = state.Site ?? throw new ArgumentException("no place is picked", nameof(state));
        SourceTables tables = SourceTables.Of(state.Source);
        TopocentricFrame local = new(place);
        Epoch now = state.Scene.Epoch;
        int last = tables.IndexOf(now), first = tables.IndexOf(now - Trail);
        List<SkySatellite> up = [];
        foreach (SceneSatellite satellite in state.Scene.Satellites)
        {
            LookAngles look = local.Look(satellite.Itrf);
            if (look.Elevation < 0)
            {
                continue;
            }

            List<(double, double)> trail = [];
            int index = tables.Tracks.IndexOf(satellite.Id);
            for (int k = first; index >= 0 && k <= last; k++)
            {
                if (tables.Epochs[k] < now && tables.Epochs[k] >= now - Trail && tables.Tracks.Place(k, index) is var there && double.IsFinite(there.X))
                {
                    LookAngles before = local.Look(there);
                    trail.Add((before.AzimuthDeg, before.ElevationDeg));
                }
            }

            trail.Add((look.AzimuthDeg, look.ElevationDeg));
            up.Add(new(satellite.Id, satellite.Group, look.AzimuthDeg, look.ElevationDeg, trail));
        }

        UserSky sky = new(tables.User(place), HorizonMask.Flat(double.DegreesToRadians(tables.MaskDeg)));
        Dop dop = DopQuantity.Of(sky, SatelliteSnapshot.From([.. state.Scene.Satellites.Select(s => s.Itrf)]), out int seen);
        return new(place, tables.MaskDeg, up, seen, dop);
    }
}
