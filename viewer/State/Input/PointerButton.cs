namespace Constellation.Viewer;

/// <summary>Buttons of the mouse; the numbers are GLFW's.</summary>
public enum PointerButton
{
    Left = 0,
    Right = 1,
    Middle = 2,
}
