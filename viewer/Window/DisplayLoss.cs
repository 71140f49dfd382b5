using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Constellation.Viewer;

/// <summary>What happens when the X server goes away under the window: Xlib calls a handler and then ends the process, whatever the handler does. This one says why first.</summary>
internal static unsafe partial class DisplayLoss
{
    /// <summary>Exit code for what may succeed when it is tried again.</summary>
    private const int TryAgain = 75;

    private static readonly byte[] s_message = "constellation: error CN4424: the display is lost: the server of the window has ended or the connection to it is broken; start it again from a desktop, or draw without a window: constellation render RUN -o globe.png\n"u8.ToArray();

    private static bool s_watching;

    /// <summary>Sets the handler, where there is an Xlib. Before any display is opened or after: the handler is the process's.</summary>
    public static void Watch()
    {
        if (s_watching || !OperatingSystem.IsLinux())
        {
            return;
        }

        s_watching = true;
        if (NativeLibrary.TryLoad("libX11.so.6", out nint library) && NativeLibrary.TryGetExport(library, "XSetIOErrorHandler", out nint set))
        {
            ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<nint, int>, nint>)set)(&OnLoss);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnLoss(nint display)
    {
        // Nothing of the program's own is half done here that another run would miss: files are written beside and renamed. No managed shutdown: it would call into the dead display.
        fixed (byte* text = s_message)
        {
            _ = Write(2, text, (nuint)s_message.Length);
        }

        Exit(TryAgain);
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* text, nuint length);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
