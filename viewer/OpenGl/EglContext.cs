using System.Runtime.InteropServices;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>An OpenGL context without window and display, current on the thread that made it until disposed.</summary>
/// <remarks>
/// [EGL15] with EGL_MESA_platform_surfaceless, then EGL_EXT_platform_device, then the default display. The display is shared by all contexts of the process
/// and is never terminated: that would take it from the others.
/// </remarks>
internal sealed unsafe class EglContext : IDisposable
{
    /// <summary>Name or path of the EGL library; <c>CONSTELLATION_EGL</c> names another.</summary>
    public static string DefaultLibrary => Environment.GetEnvironmentVariable("CONSTELLATION_EGL") is { Length: > 0 } named ? named : "libEGL.so.1";

    private const int PlatformSurfaceless = 0x31DD, PlatformDevice = 0x313F, OpenGlApi = 0x30A2, None = 0x3038;
    private const int SurfaceType = 0x3033, PbufferBit = 1, RenderableType = 0x3040, OpenGlBit = 8, RedSize = 0x3024, GreenSize = 0x3023, BlueSize = 0x3022, AlphaSize = 0x3021;
    private const int MajorVersion = 0x3098, MinorVersion = 0x30FB, ProfileMask = 0x30FD, CoreProfile = 1;

    private readonly nint _library, _display, _context;

    private EglContext(nint library, nint display, nint context, string platform)
    {
        (_library, _display, _context, Platform) = (library, display, context, platform);
        delegate* unmanaged<byte*, nint> address = (delegate* unmanaged<byte*, nint>)Export(library, "eglGetProcAddress");
        Gl = GL.GetApi(name =>
        {
            fixed (byte* text = Ascii(name))
            {
                return address(text);
            }
        });
    }

    public GL Gl { get; }

    /// <summary><c>surfaceless</c>, <c>device</c> or <c>default display</c>.</summary>
    public string Platform { get; }

    /// <exception cref="OpenGlUnavailableException">There is no EGL, or none with OpenGL 3.3 core.</exception>
    public static EglContext Create(string libraryName)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
        {
            throw new OpenGlUnavailableException($"EGL is not used on {RuntimeInformation.OSDescription}");
        }

        if (!NativeLibrary.TryLoad(libraryName, out nint library))
        {
            throw new OpenGlUnavailableException($"{libraryName} is not installed");
        }

        string reason = "EGL has no display";
        foreach ((string platform, nint display) in Displays(library))
        {
            if (display == 0)
            {
                continue;
            }

            (nint context, reason) = Start(library, display);
            if (context != 0)
            {
                return new EglContext(library, display, context, platform);
            }
        }

        throw new OpenGlUnavailableException(reason);
    }

    public void Dispose()
    {
        Gl.Dispose();
        ((delegate* unmanaged<nint, nint, nint, nint, int>)Export(_library, "eglMakeCurrent"))(_display, 0, 0, 0);
        ((delegate* unmanaged<nint, nint, int>)Export(_library, "eglDestroyContext"))(_display, _context);
    }

    private static List<(string Platform, nint Display)> Displays(nint library)
    {
        List<(string, nint)> displays = [];
        if (NativeLibrary.TryGetExport(library, "eglGetPlatformDisplay", out nint export))
        {
            delegate* unmanaged<int, nint, nint, nint> platformDisplay = (delegate* unmanaged<int, nint, nint, nint>)export;
            displays.Add(("surfaceless", platformDisplay(PlatformSurfaceless, 0, 0)));
            nint device = 0;
            int count = 0;
            fixed (byte* name = Ascii("eglQueryDevicesEXT"))
            {
                nint query = ((delegate* unmanaged<byte*, nint>)Export(library, "eglGetProcAddress"))(name);
                if (query != 0 && ((delegate* unmanaged<int, nint*, int*, int>)query)(1, &device, &count) != 0 && count > 0)
                {
                    displays.Add(("device", platformDisplay(PlatformDevice, device, 0)));
                }
            }
        }

        displays.Add(("default display", ((delegate* unmanaged<nint, nint>)Export(library, "eglGetDisplay"))(0)));
        return displays;
    }

    private static (nint Context, string Reason) Start(nint library, nint display)
    {
        delegate* unmanaged<int> error = (delegate* unmanaged<int>)Export(library, "eglGetError");
        int major, minor;
        if (((delegate* unmanaged<nint, int*, int*, int>)Export(library, "eglInitialize"))(display, &major, &minor) == 0)
        {
            return (0, $"EGL does not start (error 0x{error():x})");
        }

        if (((delegate* unmanaged<int, int>)Export(library, "eglBindAPI"))(OpenGlApi) == 0)
        {
            return (0, "this EGL offers no desktop OpenGL");
        }

        int* wanted = stackalloc int[] { SurfaceType, PbufferBit, RenderableType, OpenGlBit, RedSize, 8, GreenSize, 8, BlueSize, 8, AlphaSize, 8, None };
        nint config;
        int count;
        if (((delegate* unmanaged<nint, int*, nint*, int, int*, int>)Export(library, "eglChooseConfig"))(display, wanted, &config, 1, &count) == 0 || count < 1)
        {
            return (0, "EGL has no configuration for OpenGL (is a Mesa driver installed?)");
        }

        int* version = stackalloc int[] { MajorVersion, 3, MinorVersion, 3, ProfileMask, CoreProfile, None };
        nint context = ((delegate* unmanaged<nint, nint, nint, int*, nint>)Export(library, "eglCreateContext"))(display, config, 0, version);
        if (context == 0)
        {
            return (0, $"EGL makes no OpenGL 3.3 core context (error 0x{error():x})");
        }

        if (((delegate* unmanaged<nint, nint, nint, nint, int>)Export(library, "eglMakeCurrent"))(display, 0, 0, context) == 0)
        {
            ((delegate* unmanaged<nint, nint, int>)Export(library, "eglDestroyContext"))(display, context);
            return (0, $"EGL gives no context without a surface (error 0x{error():x})");
        }

        return (context, "");
    }

    private static nint Export(nint library, string name) => NativeLibrary.GetExport(library, name);

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text + '\0');
}
