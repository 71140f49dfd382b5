using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>The objects of a catalogue as small points; the one picked out stands out.</summary>
internal static class ObjectMarkers
{
    /// <summary>px at scale 1. A crowd steps back so that the satellites among it are seen.</summary>
    private const float Radius = 1.7f, CrowdRadius = 1.3f;

    private const int Crowd = 1000;

    public static void Add(MarkerPass markers, GlobeScene scene, CameraView view, float scale)
    {
        bool crowd = scene.Objects.Count > Crowd;
        float radius = Math.Max(0.9f, scale * (crowd ? CrowdRadius : Radius)), opacity = crowd ? 0.75f : 0.9f;
        Rgb far = GlobeRenderer.Background;
        double middle = view.Eye.Vector.Norm;
        foreach (CatalogueObject one in scene.Objects)
        {
            if (!view.IsHidden(one.Itrf))
            {
                Vector3d fromCamera = one.Itrf - view.Eye;
                bool behind = fromCamera.Dot(view.Forward) > middle;
                markers.Add(fromCamera * 1e-3, behind ? far.Mix(one.Group.Colour, 0.6f) : one.Group.Colour, opacity, radius, one.Group.Shape, 0, 0);
            }
        }

        if (scene.SelectedObject is { } picked && !view.IsHidden(picked.Itrf))
        {
            markers.Add((picked.Itrf - view.Eye) * 1e-3, Catalogue.SelectedGroup.Colour, 1, 5 * scale, MarkerShape.Circle, 1.2f * scale, 0.9f);
        }
    }
}
