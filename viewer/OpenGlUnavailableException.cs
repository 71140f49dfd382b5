namespace Constellation.Viewer;

/// <summary>This machine offers no OpenGL 3.3 without a display. The message says why and what to install; everything but pictures works without.</summary>
public sealed class OpenGlUnavailableException : Exception
{
    internal const string Remedy = "install software OpenGL: on Debian and Ubuntu 'apt-get install libegl1 libegl-mesa0 libgl1-mesa-dri', on Fedora 'dnf install mesa-libEGL mesa-dri-drivers', on Alpine 'apk add mesa-egl mesa-dri-gallium'";

    internal OpenGlUnavailableException(string reason)
        : base($"no OpenGL for pictures: {reason}; {(OperatingSystem.IsLinux() ? Remedy : "pictures without a window need EGL with Mesa, which is at hand on Linux")}") => Reason = reason;

    /// <summary>Why, without the remedy.</summary>
    public string Reason { get; }
}
