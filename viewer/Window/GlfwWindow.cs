using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>A window with OpenGL 3.3 core, current on the thread that made it. What happens to it waits in a queue. One at a time in a process.</summary>
internal sealed unsafe class GlfwWindow : IDisposable
{
    private static readonly Queue<ViewerInput> s_events = [];
    private static bool s_uncovered;

    /// <summary>Pixels of the picture for a unit of the window's own coordinates: 2 on some dense screens.</summary>
    private static double s_density = 1;

    /// <summary>Where the last event left the pointer. That it is elsewhere by now does not matter for a button pressed then.</summary>
    private static (double X, double Y) s_pointer;

    private readonly nint _window;

    private GlfwWindow(nint window)
    {
        _window = window;
        Glfw.MakeContextCurrent(window);
        Glfw.SwapInterval(1);
        Gl = GL.GetApi(name => Glfw.GetProcAddress(name));
        s_events.Clear();
        Glfw.SetCursorPosCallback(window, &OnMove);
        Glfw.SetMouseButtonCallback(window, &OnButton);
        Glfw.SetScrollCallback(window, &OnScroll);
        Glfw.SetKeyCallback(window, &OnKey);
        Glfw.SetCharCallback(window, &OnLetter);
        Glfw.SetFramebufferSizeCallback(window, &OnSize);
        Glfw.SetWindowRefreshCallback(window, &OnRefresh);
        Glfw.SetWindowCloseCallback(window, &OnClose);
        Glfw.SetDropCallback(window, &OnDrop);
        Measure(window);
        double x, y;
        Glfw.GetCursorPos(window, &x, &y);
        s_pointer = (x * s_density, y * s_density);
    }

    public GL Gl { get; }

    /// <summary>Of the picture, px.</summary>
    public (int Width, int Height) Size
    {
        get
        {
            int width, height;
            Glfw.GetFramebufferSize(_window, &width, &height);
            return (Math.Max(1, width), Math.Max(1, height));
        }
    }

    /// <summary>How much larger than usual text has to be on this screen to be read.</summary>
    public double ContentScale
    {
        get
        {
            float x = 1, y = 1;
            Glfw.GetWindowContentScale(_window, &x, &y);
            return float.IsFinite(x) && x > 0 ? x : 1;
        }
    }

    /// <summary>Finds out what is missing, without opening a window.</summary>
    /// <exception cref="WindowUnavailableException">No library, or no display.</exception>
    public static void Require()
    {
        if (OperatingSystem.IsLinux() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            throw new WindowUnavailableException(WindowProblem.NoDisplay, "there is no display (DISPLAY is not set)");
        }

        if (!Glfw.TryLoad())
        {
            throw new WindowUnavailableException(WindowProblem.NoLibrary, "the window library GLFW is not installed");
        }

        DisplayLoss.Watch();
        if (Glfw.Init() == 0)
        {
            throw new WindowUnavailableException(WindowProblem.NoDisplay, $"the display does not answer ({Glfw.LastError().Text})");
        }
    }

    /// <exception cref="WindowUnavailableException">No library, no display, or no OpenGL 3.3 on it.</exception>
    public static GlfwWindow Open(int width, int height, string title)
    {
        Require();
        Glfw.WindowHint(Glfw.ClientApi, Glfw.OpenGlApi);
        Glfw.WindowHint(Glfw.VersionMajor, 3);
        Glfw.WindowHint(Glfw.VersionMinor, 3);
        Glfw.WindowHint(Glfw.Profile, Glfw.CoreProfile);
        Glfw.WindowHint(Glfw.ForwardCompatible, 1);
        Glfw.WindowHint(Glfw.Samples, 0);
        Glfw.WindowHint(Glfw.DepthBits, 0);
        nint window = Glfw.CreateWindow(width, height, title, 0, 0);
        if (window == 0)
        {
            string reason = Glfw.LastError().Text;
            Glfw.Terminate();
            throw new WindowUnavailableException(WindowProblem.NoOpenGl, $"the display offers no OpenGL 3.3 ({reason})");
        }

        return new GlfwWindow(window);
    }

    /// <summary>Waits for events, at most this long; zero: does not wait.</summary>
    public static void Wait(double seconds)
    {
        if (seconds > 0)
        {
            Glfw.WaitEventsTimeout(seconds);
        }
        else
        {
            Glfw.PollEvents();
        }
    }

    /// <summary>What happened since the last call, in its order. Of many moves of the pointer and changes of size in a row only the last one counts.</summary>
    public static IEnumerable<ViewerInput> Events()
    {
        while (s_events.TryDequeue(out ViewerInput input))
        {
            bool overtaken = input.Kind is ViewerInputKind.Resized or ViewerInputKind.Moved && s_events.TryPeek(out ViewerInput next) && next.Kind == input.Kind;
            if (!overtaken)
            {
                yield return input;
            }
        }
    }

    /// <summary>Whether the window has to be drawn again though nothing in it changed.</summary>
    public static bool TakeUncovered()
    {
        (bool was, s_uncovered) = (s_uncovered, false);
        return was;
    }

    public void Title(string title) => Glfw.SetWindowTitle(_window, title);

    public void Swap() => Glfw.SwapBuffers(_window);

    public void Dispose()
    {
        Gl.Dispose();
        Glfw.DestroyWindow(_window);
        Glfw.Terminate();
    }

    private static void Measure(nint window)
    {
        int pixels, units, height;
        Glfw.GetFramebufferSize(window, &pixels, &height);
        Glfw.GetWindowSize(window, &units, &height);
        s_density = units > 0 && pixels > 0 ? (double)pixels / units : 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMove(nint window, double x, double y)
    {
        s_pointer = (x * s_density, y * s_density);
        s_events.Enqueue(ViewerInput.Moved(s_pointer.X, s_pointer.Y));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnButton(nint window, int button, int action, int modifiers)
    {
        (double x, double y) = s_pointer;
        if (button is >= 0 and <= 2)
        {
            s_events.Enqueue(action == Glfw.Press
                ? ViewerInput.Pressed(x, y, (PointerButton)button, (modifiers & Glfw.ShiftBit) != 0)
                : ViewerInput.Released(x, y, (PointerButton)button));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnScroll(nint window, double x, double y) => s_events.Enqueue(ViewerInput.Wheel(y));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnKey(nint window, int key, int scanCode, int action, int modifiers)
    {
        if (action is Glfw.Press or Glfw.Repeat && key > 0)
        {
            s_events.Enqueue(ViewerInput.Key((ViewerKey)key, (modifiers & Glfw.ShiftBit) != 0, (modifiers & Glfw.ControlBit) != 0));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLetter(nint window, uint letter) => s_events.Enqueue(ViewerInput.Typed((int)Math.Min(letter, int.MaxValue)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSize(nint window, int width, int height)
    {
        Measure(window);
        s_events.Enqueue(ViewerInput.Resized(width, height));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnRefresh(nint window) => s_uncovered = true;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDrop(nint window, int count, byte** paths)
    {
        string[] names = new string[Math.Max(0, count)];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Marshal.PtrToStringUTF8((nint)paths[i]) ?? "";
        }

        s_events.Enqueue(ViewerInput.Dropped(names));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnClose(nint window) => s_events.Enqueue(ViewerInput.Closed);
}
