using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Says what OpenGL this machine offers to pictures without a window.</summary>
public static class OpenGlProbe
{
    /// <summary>Tries it out.</summary>
    public static (bool Available, string Text) Describe() => Describe(EglContext.DefaultLibrary);

    internal static (bool Available, string Text) Describe(string library)
    {
        try
        {
            using EglContext context = EglContext.Create(library);
            GL gl = context.Gl;
            return (true, $"OpenGL {gl.GetStringS(StringName.Version)}, {gl.GetStringS(StringName.Renderer)}, by EGL {context.Platform}");
        }
        catch (OpenGlUnavailableException e)
        {
            return (false, e.Message);
        }
    }
}
