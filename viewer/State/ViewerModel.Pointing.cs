using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What lies at a place of the picture, and what is told of it.</summary>
public sealed partial class ViewerModel
{
    /// <summary>The satellite at a place of the picture: the nearest marker that the Earth does not hide.</summary>
    public SatelliteId? SatelliteAt(double x, double y)
    {
        CameraView view = View;
        (GlobeScene scene, double within) = SideBySide.At(Scene, view, x);
        return ScenePick.Satellite(scene, view, within, y, PickRadius)?.Id;
    }

    /// <summary>Selects what is at a place; navigation satellites go before other objects. False: nothing is there, and what was selected stays.</summary>
    internal bool SelectAt(double x, double y)
    {
        if (SatelliteAt(x, y) is { } satellite)
        {
            Select(satellite);
        }
        else if (ObjectAt(x, y) is { } other)
        {
            SelectObject(other.Number);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>What can be measured from or to at a place of the picture.</summary>
    internal PickedThing? ThingAt(double x, double y)
    {
        CameraView view = View;
        (GlobeScene scene, double within) = SideBySide.At(Scene, view, x);
        return ScenePick.Object(scene, view, Layers, within, y, PickRadius);
    }

    /// <summary>The ground at a place of the picture; null beside the Earth.</summary>
    internal Position<Itrf>? GroundAt(double x, double y)
    {
        CameraView view = View;
        return view.Ground(SideBySide.At(Scene, view, x).X, y);
    }

    internal SceneSatellite? SelectedSatellite => Scene.Satellites.FirstOrDefault(s => s.Id == Selected);

    /// <summary>Finds out what lies under the pointer.</summary>
    internal void Point()
    {
        (double x, double y) = Pointer;
        if (double.IsNaN(x))
        {
            return;
        }

        bool covered = Panels.Covers(x, y);
        PanelTarget? hovered = covered ? Panels.TargetAt(x, y) : null;
        CameraView view = View;
        PlaceUnderPointer? place = covered ? null : PlaceAt(x, y);
        IReadOnlyList<string> hint = covered ? hovered is { Hint.Length: > 0 } ? [hovered.Hint] : [] : HintAt(view, x, y);
        if (place != Pointed || hovered?.Box != Hovered?.Box || !hint.SequenceEqual(Hint))
        {
            (Pointed, Hovered, Hint) = (place, hovered, hint);
            Change();
        }
    }

    private IReadOnlyList<string> HintAt(CameraView view, double x, double y)
    {
        (GlobeScene scene, double within) = SideBySide.At(Scene, view, x);
        return ScenePick.Satellite(scene, view, within, y, ScenePick.Radius) is { } satellite ? HintText.OfSatellite(Source, satellite)
            : ObjectAt(x, y) is { } other ? HintText.OfObject(other)
            : Layers.Stations && ScenePick.Place(scene.Stations, view, within, y, ScenePick.Radius) is { } station ? HintText.OfPlace(station, station.Anchor ? "station with a crosslink terminal" : "station")
            : Layers.Links && ScenePick.Link(scene, view, within, y, ScenePick.LinkRadius) is { } link ? HintText.OfLink(link)
            : [];
    }
}
