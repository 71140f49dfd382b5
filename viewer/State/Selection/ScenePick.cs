using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Finds what a pixel of the picture shows.</summary>
internal static class ScenePick
{
    /// <summary>A marker is meant within the first of it, a link within the second; px.</summary>
    public const double Radius = 12, LinkRadius = 5;

    /// <summary>The nearest satellite that the Earth does not hide.</summary>
    public static SceneSatellite? Satellite(GlobeScene scene, CameraView view, double x, double y, double radius)
    {
        (SceneSatellite? found, double least, double depth) = (null, radius, double.MaxValue);
        foreach (SceneSatellite satellite in scene.Satellites)
        {
            ScreenPoint at = view.Project(satellite.Itrf);
            double apart = Math.Sqrt(((at.X - x) * (at.X - x)) + ((at.Y - y) * (at.Y - y)));
            // A place that is not a number is nowhere: it fails every comparison.
            if (at.Depth > 0 && apart <= least && (apart < least || at.Depth < depth) && !view.IsHidden(satellite.Itrf))
            {
                (found, least, depth) = (satellite, apart, at.Depth);
            }
        }

        return found;
    }

    /// <summary>The nearest station or named user.</summary>
    public static ScenePlace? Place(IEnumerable<ScenePlace> places, CameraView view, double x, double y, double radius)
    {
        (ScenePlace? found, double least) = (null, radius);
        foreach (ScenePlace place in places)
        {
            ScreenPoint at = view.Project(place.Itrf);
            double apart = Math.Sqrt(((at.X - x) * (at.X - x)) + ((at.Y - y) * (at.Y - y)));
            if (at.Depth > 0 && apart <= least && !view.IsHidden(Lifted(place)))
            {
                (found, least) = (place, apart);
            }
        }

        return found;
    }

    /// <summary>The nearest link, where the Earth does not hide the part of it that is pointed at.</summary>
    public static SceneLink? Link(GlobeScene scene, CameraView view, double x, double y, double radius)
    {
        (SceneLink? found, double least) = (null, radius);
        foreach (SceneLink link in scene.Links)
        {
            ScreenPoint a = view.Project(link.A), b = view.Project(link.B);
            if (!(a.Depth > 0 && b.Depth > 0))
            {
                continue;
            }

            double dx = b.X - a.X, dy = b.Y - a.Y, square = (dx * dx) + (dy * dy);
            double share = square > 0 ? Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / square, 0, 1) : 0;
            double apart = Math.Sqrt(Math.Pow(a.X + (share * dx) - x, 2) + Math.Pow(a.Y + (share * dy) - y, 2));
            // Equal parts on the screen are not equal parts in space: the nearer half looks longer.
            double along = share * a.Depth / ((share * a.Depth) + ((1 - share) * b.Depth));
            if (apart < least && !view.IsHidden(link.A + (along * (link.B - link.A))))
            {
                (found, least) = (link, apart);
            }
        }

        return found;
    }

    /// <summary>Satellite, station, named user or place on the ground, in this order.</summary>
    public static PickedThing? Object(GlobeScene scene, CameraView view, GlobeLayers layers, double x, double y, double radius)
    {
        if (Satellite(scene, view, x, y, radius) is { } satellite)
        {
            return new PickedThing(satellite.Id.ToString(), satellite.Id, null);
        }

        if (Place(layers.Stations ? scene.Stations : [], view, x, y, radius) is { } station)
        {
            return new PickedThing(station.Name, null, station.Place);
        }

        return view.Ground(x, y) is { } ground && Ellipsoid.Wgs84.ToGeodetic(ground) with { Height = 0 } is var place ? new PickedThing(PlaceText.Of(place), null, place) : null;
    }

    /// <summary>A place below the ellipsoid would be hidden by it.</summary>
    private static Position<Itrf> Lifted(ScenePlace place) => Ellipsoid.Wgs84.ToCartesian(place.Place with { Height = Math.Max(100, place.Place.Height) });
}
