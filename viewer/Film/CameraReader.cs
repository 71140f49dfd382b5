using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Reads what scripts of films and lessons have in common: camera, layers, satellite, place.</summary>
/// <remarks>Codes: CN5075 camera, CN5076 satellite, CN5081 layers, CN5082 place.</remarks>
internal static class CameraReader
{
    private const double LeastDistanceKm = 6_380;

    /// <summary>The camera in a table; null where there is none.</summary>
    public static GlobeCamera? Camera(TomlTable parent, string key = "camera")
    {
        if (!parent.Has(key))
        {
            return null;
        }

        TomlTable table = parent.Table(key);
        return new GlobeCamera
        {
            Frame = table.Choice("frame", ["itrf", "gcrf"], "itrf") == "gcrf" ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf,
            LatitudeDeg = table.Number("latitude_deg", null, -90, 90),
            LongitudeDeg = table.Number("longitude_deg", null, -360, 360),
            DistanceKm = Math.Max(LeastDistanceKm, table.Number("distance_km", null, LeastDistanceKm, GlobeCamera.GreatestDistanceKm)),
            FieldOfViewDeg = table.Number("field_of_view_deg", 16, 0.1, 120),
            RollDeg = table.Number("roll_deg", 0, -360, 360),
            PanRightDeg = table.Number("pan_right_deg", 0, -80, 80),
            PanUpDeg = table.Number("pan_up_deg", 0, -80, 80),
        };
    }

    public static GlobeLayers? Layers(TomlTable table)
    {
        if (!table.Has("layers"))
        {
            return null;
        }

        if (!GlobeLayers.TryParse(table.Strings("layers"), out GlobeLayers? layers, out string problem))
        {
            table.Error("layers", "CN5081", problem, "name layers as 'render --layer' does");
        }

        return layers;
    }

    /// <summary>A satellite; the empty text is none.</summary>
    public static (SatelliteId? Satellite, bool None) Selected(TomlTable table)
    {
        if (!table.Has("selected"))
        {
            return (null, false);
        }

        string text = table.String("selected");
        if (text.Length == 0)
        {
            return (null, true);
        }

        if (SatelliteId.TryParse(text, out SatelliteId id))
        {
            return (id, false);
        }

        table.Error("selected", "CN5076", $"'{text}' is not a satellite", "write its RINEX id, such as \"C34\", or \"\" for none");
        return (null, false);
    }

    /// <summary>A place as latitude, longitude (degrees) and, if wanted, height (m).</summary>
    public static GeodeticPoint? Place(TomlTable table, string key)
    {
        if (!table.Has(key))
        {
            return null;
        }

        IReadOnlyList<double> values = table.Numbers(key, [0, 0]);
        if (values.Count is 2 or 3 && Math.Abs(values[0]) <= 90 && Math.Abs(values[1]) <= 360 && (values.Count == 2 || values[2] is >= -500 and <= 1e6))
        {
            return GeodeticPoint.FromDegrees(values[0], values[1], values.Count == 3 ? values[2] : 0);
        }

        table.Error(key, "CN5082", "is not a place", "write [latitude, longitude] or [latitude, longitude, height]: degrees, and metres");
        return null;
    }
}
