namespace Constellation.Viewer;

/// <summary>How the camera goes from one keyframe to the next.</summary>
public enum CameraMove
{
    /// <summary>Sets off and arrives gently.</summary>
    Smooth,

    /// <summary>At one speed: for moves that go on over several keyframes.</summary>
    Steady,

    /// <summary>Stays, and is at the next keyframe at once.</summary>
    Cut,
}
