using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads a route: <c>lat_deg,lon_deg</c>, optionally <c>height_m</c> and <c>epoch_gpst</c>, <c>epoch_utc</c>, ... in order of time.</summary>
public static class TrackReader
{
    public static ReadResult<IReadOnlyList<TrackPoint>> Read(string path)
    {
        DiagnosticBag bag = new(path);
        List<TrackPoint> points = [];
        string[] clocks = ["epoch_gpst", "epoch_utc", "epoch_tai", "epoch_bdt", "epoch_gst"];
        CsvRows.Read(path, bag, ["lat_deg", "lon_deg"], row =>
        {
            double latitude = row.Number("lat_deg", -90, 90), longitude = row.Number("lon_deg", -360, 360), height = row.Has("height_m") ? row.Number("height_m", -12e3, 1e8) : 0;
            Epoch? epoch = null;
            if (Array.Find(clocks, row.Has) is { } clock)
            {
                string text = row.Text(clock), scale = clock["epoch_".Length..].ToUpperInvariant();
                if (!Epoch.TryParse(text + (scale == "UTC" ? "Z" : scale), out Epoch parsed, out string problem))
                {
                    row.Error(clock, problem, "write an epoch such as 2024-09-20T00:00:00");
                    return;
                }

                if (points.Count > 0 && points[^1].Epoch > parsed)
                {
                    row.Error(clock, "the epoch is before that of the row above", "sort the rows by time");
                    return;
                }

                epoch = parsed;
            }

            points.Add(new(epoch, GeodeticPoint.FromDegrees(latitude, longitude, height)));
        });
        return bag.Result<IReadOnlyList<TrackPoint>>(points);
    }
}
