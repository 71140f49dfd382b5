namespace Constellation.Viewer;

/// <summary>What a <see cref="CameraTarget"/> is, and whether the camera looks at it or out from it.</summary>
public enum CameraTargetKind
{
    /// <summary>The camera goes with a satellite and looks at it.</summary>
    Satellite,

    /// <summary>The camera looks at a place on the ground from a distance.</summary>
    Site,

    /// <summary>The camera stands at a place on the ground and looks at the sky.</summary>
    FromSite,
}
