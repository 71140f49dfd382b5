using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Viewer;

/// <summary>What a place sees over all epochs of a source.</summary>
/// <param name="Place">Where.</param>
/// <param name="Satellites">Those that rise above the mask, by id.</param>
/// <param name="Passes">By satellite, then time; rise and set by a straight line between two epochs.</param>
/// <param name="InView">Satellites above the mask at every epoch.</param>
/// <param name="Dop">Of them; one receiver clock for all systems.</param>
/// <param name="Seconds">Of every epoch since the first.</param>
/// <param name="Errors">Position errors of the nearest user of the run; null where it has none.</param>
internal sealed record VisibilityContent(
    GeodeticPoint Place, IReadOnlyList<SatelliteId> Satellites, IReadOnlyList<SatellitePass> Passes, IReadOnlyList<int> InView, IReadOnlyList<Dop> Dop, IReadOnlyList<double> Seconds, UserErrors? Errors)
{
    public static VisibilityContent Of(ISceneSource source, GeodeticPoint place)
    {
        SourceTables tables = SourceTables.Of(source);
        SatelliteTracks tracks = tables.Tracks;
        int epochs = tables.Epochs.Count;
        double mask = double.DegreesToRadians(tables.MaskDeg), step = tables.Epochs.Step.TotalSeconds;
        UserSky sky = new(tables.User(place), HorizonMask.Flat(mask));
        int[] inView = new int[epochs];
        Dop[] dop = new Dop[epochs];
        for (int k = 0; k < epochs; k++)
        {
            dop[k] = DopQuantity.Of(sky, tracks.Snapshots[k], out inView[k]);
        }

        TopocentricFrame local = new(place);
        List<SatellitePass> passes = [];
        foreach (int s in Enumerable.Range(0, tracks.Ids.Count).OrderBy(s => tracks.Ids[s]))
        {
            double before = double.NaN, rise = double.NaN;
            for (int k = 0; k < epochs; k++)
            {
                double above = local.Elevation(tracks.Place(k, s)) - mask;
                if (above >= 0 && double.IsNaN(rise))
                {
                    rise = before < 0 ? step * (k - (above / (above - before))) : step * k;
                }
                else if (!(above >= 0) && !double.IsNaN(rise))
                {
                    passes.Add(new(tracks.Ids[s], rise, above < 0 ? step * (k - (above / (above - before))) : step * (k - 1)));
                    rise = double.NaN;
                }

                before = above;
            }

            if (!double.IsNaN(rise))
            {
                passes.Add(new(tracks.Ids[s], rise, step * (epochs - 1)));
            }
        }

        return new(place, [.. passes.Select(p => p.Satellite).Distinct()], passes, inView, dop, [.. Enumerable.Range(0, epochs).Select(k => step * k)], UserErrors.Near(tables, place));
    }
}
