using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>An off-screen picture: colour RGBA8, one sample a pixel, no depth: what is hidden is not drawn. OpenGL's first row is the picture's upper one: what is read needs no turning.</summary>
internal sealed unsafe class FrameTarget : IDisposable
{
    private readonly GL _gl;
    private readonly uint _frame, _colour;

    public FrameTarget(GL gl, int width, int height)
    {
        (_gl, Width, Height) = (gl, width, height);
        int limit = Math.Min(gl.GetInteger(GetPName.MaxRenderbufferSize), 16384);
        if (width > limit || height > limit)
        {
            throw new OpenGlUnavailableException($"the driver draws no picture wider or higher than {limit} pixels");
        }

        _colour = gl.GenRenderbuffer();
        gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, _colour);
        gl.RenderbufferStorage(RenderbufferTarget.Renderbuffer, InternalFormat.Rgba8, (uint)width, (uint)height);
        _frame = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, _colour);
        GLEnum status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            throw new OpenGlUnavailableException($"the driver refuses an off-screen picture of {width} x {height} pixels ({status})");
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Makes it the target and clears it.</summary>
    public void Begin(Rgb background)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        _gl.Viewport(0, 0, (uint)Width, (uint)Height);
        _gl.ClearColor(background.Red, background.Green, background.Blue, 1);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    /// <summary>RGBA, row by row from the top.</summary>
    /// <param name="into">Its pixels are overwritten where it has the right size; null: an array of its own.</param>
    public byte[] Read(byte[]? into = null)
    {
        int size = Width * Height * 4;
        byte[] pixels = into is { } given && given.Length == size ? given : GC.AllocateUninitializedArray<byte>(size);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        fixed (byte* start = pixels)
        {
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, start);
        }

        return pixels;
    }

    public void Dispose()
    {
        _gl.DeleteFramebuffer(_frame);
        _gl.DeleteRenderbuffer(_colour);
    }
}
