using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What keys and buttons do with the camera.</summary>
public sealed partial class ViewerModel
{
    /// <summary>Turns the camera with the Earth or stands it with the stars; the picture does not jump.</summary>
    public void ToggleFrame()
    {
        Cameras.Land();
        Cameras.Put(Camera.InFrame(Camera.Frame == ReferenceFrame.Itrf ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf, Scene.Earth));
    }

    /// <summary>Moves the camera about the Earth by steps to the right and upward.</summary>
    public void Turn(int right, int up) => Cameras.Turn(-right * KeyPixels, up * KeyPixels);

    /// <summary>Nearer by steps of the wheel.</summary>
    public void Zoom(double steps) => Cameras.Zoom(steps, double.NaN, double.NaN);

    public void GoHome() => Cameras.FlyTo(GlobePicture.CameraOf(Scene, _first with { Width = Options.Width, Height = Options.Height }));

    public void FlyToSelected()
    {
        if (SelectedSatellite is { } satellite)
        {
            Cameras.FlyOver(satellite.Itrf);
        }
        else if (Site is { } site)
        {
            Cameras.FlyOver(site);
        }
    }

    /// <summary>Goes with the selected satellite, or leaves it.</summary>
    public void Follow()
    {
        if (SelectedSatellite is { } satellite)
        {
            Cameras.Follow(satellite.Id, satellite.Itrf);
        }
        else
        {
            Say("select a satellite first: click on it, or Tab");
        }
    }

    /// <summary>Stands at the picked place, or leaves it.</summary>
    public void LookFromSite()
    {
        if (Site is { } site)
        {
            Cameras.LookFrom(site);
        }
        else
        {
            Say("pick a place first: double click on the ground, or K");
        }
    }
}
