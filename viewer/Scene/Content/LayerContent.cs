namespace Constellation.Viewer;

/// <summary>Everything that layers add to a scene beside satellites, links and the map; also for scenes that are no run.</summary>
internal static class LayerContent
{
    public static void Add(SceneContent into, SceneContext context)
    {
        CelestialContent.Add(into, context);
        TrackContent.Add(into, context);
        FootprintContent.Add(into, context);
        SightContent.Add(into, context);
        LensContent.Add(into, context);
        RotationContent.Add(into, context);
    }
}
