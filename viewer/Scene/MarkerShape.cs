namespace Constellation.Viewer;

/// <summary>Shape of a marker, so that nothing is told by colour alone.</summary>
public enum MarkerShape
{
    Circle,
    Square,
    Diamond,
    Triangle,
}
