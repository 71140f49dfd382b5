using System.Runtime.InteropServices;

namespace Constellation.Viewer;

/// <summary>Says whether a window can be had here.</summary>
public static class WindowProbe
{
    /// <summary>Looks for the library and for a display, without opening a window.</summary>
    public static (bool Available, string Text) Describe()
    {
        try
        {
            GlfwWindow.Require();
            return (true, $"GLFW {Marshal.PtrToStringUTF8(Glfw.GetVersionString())}");
        }
        catch (WindowUnavailableException e)
        {
            return (false, e.Message);
        }
    }
}
