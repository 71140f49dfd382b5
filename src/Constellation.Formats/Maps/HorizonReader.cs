using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Formats;

/// <summary>Reads elevation masks: <c>azimuth_deg,elevation_deg</c> for one place, with <c>lat_deg,lon_deg</c> before them for many.</summary>
/// <remarks>Azimuths from north over east in any order, elevations linear between them; a user takes the mask of the nearest place of the table.</remarks>
public static class HorizonReader
{
    private const int Directions = 360;

    /// <param name="path">CSV.</param>
    /// <param name="least">Cut-off that applies besides, rad.</param>
    public static ReadResult<IHorizonField> Read(string path, double least)
    {
        DiagnosticBag bag = new(path);
        SortedDictionary<(double, double), SortedDictionary<double, double>> places = [];
        bool many = false;
        CsvRows.Read(path, bag, ["azimuth_deg", "elevation_deg"], row =>
        {
            many = row.Has("lat_deg") && row.Has("lon_deg");
            double azimuth = row.Number("azimuth_deg", -360, 360), elevation = row.Number("elevation_deg", -10, 90);
            (double, double) place = many ? (row.Number("lat_deg", -90, 90), row.Number("lon_deg", -360, 360)) : default;
            if (double.IsFinite(azimuth) && double.IsFinite(elevation) && double.IsFinite(place.Item1) && double.IsFinite(place.Item2))
            {
                (places.TryGetValue(place, out SortedDictionary<double, double>? own) ? own : places[place] = [])[azimuth - (360 * Math.Floor(azimuth / 360))] = elevation;
            }
        });
        if (bag.HasErrors || places.Count == 0)
        {
            return new(null, bag.Result("").Diagnostics);
        }

        IHorizonField field = many
            ? new PlacedHorizons([.. places.Select(p => (GeodeticPoint.FromDegrees(p.Key.Item1, p.Key.Item2, 0), Mask(p.Value, least)))])
            : new UniformHorizon(Mask(places.Values.First(), least));
        return bag.Result(field);
    }

    private static HorizonMask Mask(SortedDictionary<double, double> elevations, double least)
    {
        double[] azimuths = [.. elevations.Keys], values = [.. elevations.Values];
        return HorizonMask.Of([.. Enumerable.Range(0, Directions).Select(d => double.DegreesToRadians(At(azimuths, values, 360.0 * d / Directions)))], least);
    }

    private static double At(double[] azimuths, double[] values, double azimuth)
    {
        int next = Array.FindIndex(azimuths, a => a >= azimuth);
        int high = next < 0 ? 0 : next, low = (high + azimuths.Length - 1) % azimuths.Length;
        double span = azimuths[high] - azimuths[low], from = azimuth - azimuths[low];
        span -= 360 * Math.Floor(span / 360);
        from -= 360 * Math.Floor(from / 360);
        return span > 0 ? values[low] + ((values[high] - values[low]) * from / span) : values[high];
    }
}
