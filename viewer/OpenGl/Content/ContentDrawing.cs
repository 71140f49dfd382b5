using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Draws what changes with time beside the orbits: lines of layers, links by state, satellites with what their colours tell.</summary>
internal sealed class ContentDrawing(LinePass lines, MarkerPass markers)
{
    public static readonly Rgb Failed = Rgb.FromHex(0xf05a28), Blocked = Rgb.FromHex(0x8a96a3);

    /// <summary>Lines of layers: those that lie on the ground, or the others.</summary>
    public void DrawLines(GlobeScene scene, CameraView view, bool onGround, float scale)
    {
        foreach (IGrouping<float, SceneLine> width in scene.Lines.Where(l => l.OnGround == onGround).GroupBy(l => l.Width).OrderBy(g => g.Key))
        {
            foreach (SceneLine line in width)
            {
                int last = line.Vertices.Count - 1;
                for (int i = 0; i <= last; i++)
                {
                    float share = last > 0 ? (float)i / last : 0, opacity = line.Opacity + (share * ((line.FadesTo ?? line.Opacity) - line.Opacity));
                    lines.Add(view, line.Vertices[i], line.Colour, opacity, i == last || (line.Dashed && i % 2 == 1));
                }
            }

            lines.Draw(view, width.Key * scale, onGround);
        }
    }

    public void DrawLinks(GlobeScene scene, CameraView view, float scale)
    {
        // Many links step back, so that what lies behind them is seen.
        SceneLink[] ranging = [.. scene.Links.Where(l => l.State == LinkState.Ranging)];
        int crosslinks = ranging.Count(l => !l.Ground), groundLinks = ranging.Length - crosslinks;
        DrawState(LinkState.Blocked, 1.0f, 0.40f, 96);
        DrawState(LinkState.Scheduled, 1.2f, 0.62f, 60);
        foreach (SceneLink link in ranging.OrderBy(l => l.Ground))
        {
            float opacity = 0.62f * (float)Math.Min(1, Math.Sqrt(36.0 / (link.Ground ? groundLinks : crosslinks)));
            Add(link, ColourOf(link), opacity, 12, dashed: false);
        }

        lines.Draw(view, 1.2f * scale, onGround: false);
        DrawState(LinkState.Failed, 1.8f, 0.95f, 40);

        void DrawState(LinkState state, float width, float opacity, int parts)
        {
            foreach (SceneLink link in scene.Links.Where(l => l.State == state))
            {
                Add(link, ColourOf(link), opacity, parts, dashed: true);
            }

            lines.Draw(view, width * scale, onGround: false);
        }

        void Add(SceneLink link, Rgb colour, float opacity, int parts, bool dashed)
        {
            Vector3d along = link.B - link.A;
            for (int i = 0; i <= parts; i++)
            {
                Position<Itrf> point = link.A + ((double)i / parts * along);
                lines.Add(view, point, colour, opacity * GlobeRenderer.Nearness(view, point), i == parts || (dashed && i % 2 == 1));
            }
        }
    }

    public static Rgb ColourOf(SceneLink link) => link.State switch
    {
        LinkState.Failed => Failed,
        LinkState.Blocked => Blocked,
        _ => link.Ground ? GlobeRenderer.GroundLinkColour : GlobeRenderer.LinkColour,
    };

    /// <summary>More satellites than this bear no halo: it would be a fog that costs most of the picture.</summary>
    private const int Crowd = 500;

    /// <summary>Adds the scene's own markers, then the satellites from far to near.</summary>
    public void AddMarkers(GlobeScene scene, CameraView view, GlobeLayers layers, float scale)
    {
        foreach (SceneMark mark in scene.Marks.Where(m => !view.IsHidden(m.Itrf)))
        {
            markers.Add((mark.Itrf - view.Eye) * 1e-3, mark.Colour, mark.Opacity, mark.Radius * scale, mark.Shape, 1.0f * scale, mark.Glow);
        }

        float halo = scene.Satellites.Count > Crowd ? 0 : 0.9f;
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => !view.IsHidden(s.Itrf)).OrderByDescending(s => (s.Itrf - view.Eye).NormSquared).ThenBy(s => s.Id))
        {
            float near = GlobeRenderer.Nearness(view, satellite.Itrf), radius = scale * (3.4f + (2.6f * near));
            // Near by, the model takes the marker's place.
            float opacity = ModelScale.Marker(view, satellite.Itrf);
            Vector3d place = (satellite.Itrf - view.Eye) * 1e-3;
            Rgb colour = GlobeRenderer.Background.Mix(satellite.Colour, 0.45f + (0.55f * near));
            float sunlight = layers.Eclipse ? (float)satellite.Sunlight : 1;
            if (satellite.Id == scene.Selected && opacity > 0.5f)
            {
                markers.Add(place, new Rgb(1, 1, 1), 1, radius + (5.0f * scale), MarkerShape.Circle, 0, 0);
                markers.Add(place, GlobeRenderer.Background, 1, radius + (3.4f * scale), MarkerShape.Circle, 0, 0);
            }

            markers.Add(place, colour, opacity, radius, satellite.Group.Shape, 1.2f * scale, halo * near * sunlight);
            if (sunlight < 1 && opacity > 0.5f)
            {
                // Hollow: the Sun is hidden.
                markers.Add(place, GlobeRenderer.Background, 1, radius * (sunlight > 0 ? 0.40f : 0.62f), satellite.Group.Shape, 0, 0);
            }
        }
    }
}
