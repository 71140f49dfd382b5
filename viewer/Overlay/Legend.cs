using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The legend at the left lower edge of a picture: what its lines tell, and how high they stand.</summary>
internal static class Legend
{
    private static readonly Rgb s_neutral = Rgb.FromHex(0xc3ccd6);

    /// <summary>Few lines stand wide apart, many close together: from line to line, px.</summary>
    public static float Spacing(int lines, int height, float scale) => Math.Min(28 * scale, 0.5f * height / lines);

    /// <summary>Upper edge of the legend, px: what lies above it leaves it legible. The lower edge of the picture where there is none.</summary>
    /// <param name="scene">Shown.</param>
    /// <param name="layers">Shown.</param>
    /// <param name="height">Of the picture, px.</param>
    /// <param name="scale">Of the picture.</param>
    public static float Top(GlobeScene scene, GlobeLayers layers, int height, float scale)
    {
        using SKNoDrawCanvas nowhere = new(1, 1);
        using Pen pen = new(nowhere, scale);
        int lines = Lines(scene, layers, pen).Count;
        if (lines == 0)
        {
            return height;
        }

        float spacing = Spacing(lines, height, scale), first = height - (44 * scale) - (spacing * (lines - 1));
        // Above the lines there may be a scale of colours with its title.
        return first - (scene.Key?.Scale is null ? 16 * scale : spacing + (94 * scale));
    }

    /// <summary>Its lines from the upper one.</summary>
    /// <param name="scene">Shown.</param>
    /// <param name="layers">Shown.</param>
    /// <param name="pen">Draws the signs.</param>
    public static IReadOnlyList<LegendLine> Lines(GlobeScene scene, GlobeLayers layers, Pen pen)
    {
        float scale = pen.Scale;
        List<LegendLine> rows = [];
        foreach (SatelliteGroup group in scene.Groups)
        {
            // Where colours tell something else, groups are told by their shapes alone.
            SKColor colour = Pen.ColourOf(scene.Key is null ? group.Colour : s_neutral);
            rows.Add(new LegendLine(
                (x, y) =>
                {
                    if (layers.Orbits && scene.Key is null)
                    {
                        pen.Line(x - (15 * scale), y, x + (15 * scale), y, 1.5f, colour.WithAlpha(190));
                    }

                    pen.Marker(group.Shape, x, y, 6, colour);
                },
                $"{group.Name}, {group.Count} satellite{(group.Count == 1 ? "" : "s")}"));
        }

        if (scene.Key is { Classes.Count: > 0 } key)
        {
            rows.Add(new LegendLine((_, _) => { }, $"{key.Title}:"));
            rows.AddRange(key.Classes.Select(RowOf));
        }

        int dark = layers.Eclipse ? scene.Satellites.Count(s => s.Sunlight < 1) : 0;
        if (dark > 0)
        {
            rows.Add(new LegendLine(
                (x, y) =>
                {
                    pen.Marker(MarkerShape.Circle, x, y, 6, Pen.ColourOf(s_neutral));
                    pen.Marker(MarkerShape.Circle, x, y, 3.2f, Pen.ColourOf(GlobeRenderer.Background));
                },
                $"hollow: in the Earth's shadow, {dark} satellite{(dark == 1 ? "" : "s")}"));
        }

        if (layers.Links)
        {
            foreach (IGrouping<(LinkState State, bool Ground), SceneLink> links in scene.Links.GroupBy(l => (l.State, l.State is LinkState.Ranging or LinkState.Scheduled && l.Ground)).OrderBy(g => g.Key))
            {
                int count = links.Count();
                string what = $"{count} {(links.Key.Ground ? "ground link" : links.Key.State is LinkState.Failed or LinkState.Blocked ? "link" : "crosslink")}{(count == 1 ? "" : "s")}";
                rows.Add(RowOf(new LegendRow(
                    links.Key.State switch
                    {
                        LinkState.Ranging => $"{what} in this slot",
                        LinkState.Scheduled => $"{what} in other slots of the round",
                        LinkState.Failed => $"{what} planned, nothing measured",
                        _ => $"{what} blocked: Earth, terminal or Sun",
                    },
                    ContentDrawing.ColourOf(links.First()))
                { Dashed = links.Key.State != LinkState.Ranging }));
            }
        }

        rows.AddRange(scene.Legend.Select(RowOf));
        if (layers.Stations && scene.Stations.Count > 0)
        {
            rows.Add(new LegendLine((x, y) => pen.Marker(MarkerShape.Triangle, x, y, 5.5f, Pen.ColourOf(GlobeRenderer.StationColour)), scene.Stations.Count == 1 ? $"station {scene.Stations[0].Name}" : $"{scene.Stations.Count} stations"));
        }

        if (layers.FlatMap && scene.Map is not null && scene.Sites.Count > 0)
        {
            rows.Add(new LegendLine((x, y) => pen.Marker(MarkerShape.Circle, x, y, 3.2f, Pen.Bright), $"{scene.Sites.Count} named user{(scene.Sites.Count == 1 ? "" : "s")} on the map"));
        }

        return rows;

        LegendLine RowOf(LegendRow row) => new(
            (x, y) =>
            {
                if (row.Shape is { } shape)
                {
                    pen.Marker(shape, x, y, 6, Pen.ColourOf(row.Colour));
                    return;
                }

                float half = 15 * scale;
                for (float from = -half; from < half - 1; from += row.Dashed ? half / 1.5f : 2 * half)
                {
                    pen.Line(x + from, y, x + (row.Dashed ? from + (half / 3) : half), y, 2, Pen.ColourOf(row.Colour));
                }
            },
            row.Text);
    }
}
