using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Photographs of the Earth by day and by night on the GPU.</summary>
internal sealed class EarthPhotos(GL gl, uint day, uint night, int width) : IDisposable
{
    public uint Day => day;

    public uint Night => night;

    /// <summary>Of the picture by day, px.</summary>
    public int Width => width;

    public void Dispose() => gl.DeleteTextures([day, night]);
}
