using Silk.NET.OpenGL;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Photographs of the Earth by day and by night on the GPU.</summary>
internal sealed class EarthPhotos : IDisposable
{
    private readonly GL _gl;

    private EarthPhotos(GL gl, uint day, uint night, int width) => (_gl, Day, Night, Width) = (gl, day, night, width);

    public uint Day { get; }

    public uint Night { get; }

    /// <summary>Of the picture by day, px.</summary>
    public int Width { get; }

    /// <summary>Those of <see cref="EarthPhotoFiles"/>; null: none are wanted.</summary>
    public static EarthPhotos? Load(GL gl)
    {
        if (EarthPhotoFiles.Read() is not { } files)
        {
            return null;
        }

        using SKBitmap day = files.Day, night = files.Night ?? new SKBitmap(new SKImageInfo(2, 1, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (files.Night is null)
        {
            night.Erase(SKColors.Black);
        }

        return new EarthPhotos(gl, Texture(gl, day), Texture(gl, night), day.Width);
    }

    public void Dispose() => _gl.DeleteTextures([Day, Night]);

    private static unsafe uint Texture(GL gl, SKBitmap bitmap)
    {
        uint texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.LinearMipmapNearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.Repeat);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)bitmap.Width, (uint)bitmap.Height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, (void*)bitmap.GetPixels());
        gl.GenerateMipmap(TextureTarget.Texture2D);
        return texture;
    }
}
