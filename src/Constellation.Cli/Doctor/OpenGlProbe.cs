using System.Runtime.InteropServices;

namespace Constellation.Cli;

/// <summary>Whether the globe can be drawn here without a display: EGL comes up on its surfaceless platform, else on the default display.</summary>
internal static unsafe class OpenGlProbe
{
    private const int SurfacelessPlatform = 0x31DD, Vendor = 0x3053, Version = 0x3054;

    private const string Install = "on Debian and Ubuntu: apt-get install libegl1 libegl-mesa0 libgl1-mesa-dri (software rendering, no graphics card needed)";

    /// <param name="Works">A display could be initialised.</param>
    /// <param name="Detail">What was found.</param>
    /// <param name="Remedy">How to get it.</param>
    internal readonly record struct Result(bool Works, string Detail, string Remedy = Install);

    public static Result Run()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new(false, $"not looked for on {RuntimeInformation.OSDescription}", "use Linux");
        }

        if (!NativeLibrary.TryLoad("libEGL.so.1", out nint egl))
        {
            return new(false, "libEGL.so.1 is not there");
        }

        var getPlatformDisplay = (delegate* unmanaged<int, nint, nint*, nint>)Export(egl, "eglGetPlatformDisplay");
        var getDisplay = (delegate* unmanaged<nint, nint>)Export(egl, "eglGetDisplay");
        var initialize = (delegate* unmanaged<nint, int*, int*, int>)Export(egl, "eglInitialize");
        var queryString = (delegate* unmanaged<nint, int, byte*>)Export(egl, "eglQueryString");
        if (initialize == null || queryString == null)
        {
            return new(false, "libEGL.so.1 lacks eglInitialize");
        }

        // Never terminated: another context of the process may share the display.
        foreach (nint display in new[] { getPlatformDisplay == null ? 0 : getPlatformDisplay(SurfacelessPlatform, 0, null), getDisplay == null ? 0 : getDisplay(0) })
        {
            int major = 0, minor = 0;
            if (display != 0 && initialize(display, &major, &minor) != 0)
            {
                return new(true, $"EGL {Text(queryString(display, Version))}, {Text(queryString(display, Vendor))}");
            }
        }

        return new(false, "EGL finds no driver");
    }

    private static nint Export(nint library, string name) => NativeLibrary.TryGetExport(library, name, out nint address) ? address : 0;

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
