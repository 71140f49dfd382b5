using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Reads what scripts of films and lessons have in common: camera, layers, satellite, place.</summary>
/// <remarks>Codes: CN5075 camera, CN5076 satellite, CN5081 layers, CN5082 place, CN5084 panel.</remarks>
internal static class CameraReader
{
    /// <summary>The camera in a table; null where there is none.</summary>
    public static GlobeCamera? Camera(TomlTable parent, string key = "camera")
    {
        if (!parent.Has(key))
        {
            return null;
        }

        TomlTable table = parent.Table(key);
        GlobeCamera camera = table.Has("satellite") || table.Has("place") || table.Has("stand") ? OfTarget(table) : OfEarth(table);
        return camera with
        {
            FieldOfViewDeg = table.Number("field_of_view_deg", camera.FieldOfViewDeg, 0.1, CameraMoves.GreatestFieldDeg),
            RollDeg = table.Number("roll_deg", 0, -360, 360),
            PanRightDeg = table.Number("pan_right_deg", 0, -80, 80),
            PanUpDeg = table.Number("pan_up_deg", 0, -80, 80),
        };
    }

    private static GlobeCamera OfEarth(TomlTable table)
    {
        double latitude = table.Number("latitude_deg", null, -90, 90), least = Math.Ceiling(GlobeCamera.LeastDistanceKm(latitude));
        return new GlobeCamera
        {
            Frame = table.Choice("frame", ["itrf", "gcrf"], "itrf") == "gcrf" ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf,
            LatitudeDeg = latitude,
            LongitudeDeg = table.Number("longitude_deg", null, -360, 360),
            DistanceKm = Math.Max(least, table.Number("distance_km", null, least, GlobeCamera.GreatestDistanceKm)),
            FieldOfViewDeg = 16,
        };
    }

    /// <summary>At a satellite, at a place, or standing at a place: elevation over the horizon there, and azimuth from north over east.</summary>
    private static GlobeCamera OfTarget(TomlTable table)
    {
        string[] given = [.. new[] { "satellite", "place", "stand" }.Where(table.Has)];
        if (given.Length > 1)
        {
            table.Error(given[1], "CN5075", $"stands beside '{given[0]}'", "a camera looks at a satellite, or at a place, or stands at one");
        }

        GlobeCamera camera;
        if (given[0] == "satellite")
        {
            string text = table.String("satellite");
            if (!SatelliteId.TryParse(text, out SatelliteId id))
            {
                table.Error("satellite", "CN5076", $"'{text}' is not a satellite", "write its RINEX id, such as \"C34\"");
            }

            camera = GlobeCamera.Of(CameraTarget.Satellite(id));
        }
        else
        {
            GeodeticPoint place = Place(table, given[0]) ?? default;
            camera = GlobeCamera.Of(given[0] == "stand" ? CameraTarget.FromSite(place) : CameraTarget.Site(place));
        }

        // The camera counts from east over north about what it looks at, and from north over east where it stands.
        bool stands = given[0] == "stand";
        double azimuth = table.Number("azimuth_deg", stands ? camera.LongitudeDeg : 90 - camera.LongitudeDeg, -360, 360);
        return camera with
        {
            LatitudeDeg = table.Number("elevation_deg", camera.LatitudeDeg, -90, 90),
            LongitudeDeg = stands ? azimuth : 90 - azimuth,
            DistanceKm = stands ? 0 : table.Number("distance_km", camera.DistanceKm, GlobeCamera.LeastTargetKm, GlobeCamera.GreatestDistanceKm),
        };
    }

    public static GlobeLayers? Layers(TomlTable table)
    {
        string[] more = [.. new[] { "colour_by", "statistic", "track_hours" }.Where(table.Has)];
        if (!table.Has("layers"))
        {
            foreach (string key in more)
            {
                table.Refuse(key, "CN5081", "stands without 'layers'", "say layers = [...] beside it");
            }

            return null;
        }

        if (!GlobeLayers.TryParse(table.Strings("layers"), out GlobeLayers? layers, out string problem))
        {
            table.Error("layers", "CN5081", problem, "name layers as 'render --layer' does");
            table.LeaveAside("layers");
            layers = new GlobeLayers();
        }

        Colouring colouring = default;
        MapStatistic statistic = default;
        if (table.Has("colour_by") && !GlobeLayers.TryColouring(table.String("colour_by"), out colouring))
        {
            table.Error("colour_by", "CN5081", $"colours cannot tell '{table.String("colour_by")}'", "known: " + string.Join(", ", GlobeLayers.Colourings.Select(c => c.Name)));
        }

        if (table.Has("statistic") && !GlobeLayers.TryStatistic(table.String("statistic"), out statistic))
        {
            table.Error("statistic", "CN5081", $"there is no statistic '{table.String("statistic")}'", "known: " + string.Join(", ", MapInfo.Statistics.Select(s => s.Name)));
        }

        return layers with { ColourBy = colouring, Statistic = statistic, TrackHours = table.Number("track_hours", layers.TrackHours, GlobeLayers.LeastTrackHours, GlobeLayers.GreatestTrackHours) };
    }

    /// <summary>Names of panels; null where nothing is said.</summary>
    public static IReadOnlyList<string>? Panels(TomlTable table)
    {
        if (!table.Has("panels"))
        {
            return null;
        }

        IReadOnlyList<string> names = table.Strings("panels", []);
        if (names.FirstOrDefault(n => !PanelOptions.Names.Contains(n)) is { } unknown)
        {
            table.Error("panels", "CN5084", $"there is no panel '{unknown}'", "known: " + string.Join(", ", PanelOptions.Names) + Spelling.Hint(unknown, PanelOptions.Names));
        }

        return names;
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

    /// <summary>The picked place; an empty list is none.</summary>
    public static GeodeticPoint? Site(TomlTable table, out bool forgets)
    {
        forgets = table.Has("site") && table.Numbers("site", [0]).Count == 0;
        return forgets ? null : Place(table, "site");
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
