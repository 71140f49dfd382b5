using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>An off-screen picture: colour RGBA8 and depth 32-bit float, one sample a pixel. OpenGL's first row is the picture's upper one: what is read needs no turning.</summary>
internal sealed unsafe class FrameTarget : IDisposable
{
    private readonly GL _gl;
    private readonly uint _frame;
    private readonly uint[] _buffers;

    public FrameTarget(GL gl, int width, int height)
    {
        (_gl, Width, Height) = (gl, width, height);
        int limit = Math.Min(gl.GetInteger(GetPName.MaxRenderbufferSize), 16384);
        if (width > limit || height > limit)
        {
            throw new OpenGlUnavailableException($"the driver draws no picture wider or higher than {limit} pixels");
        }

        _buffers = [Buffer(InternalFormat.Rgba8), Buffer(InternalFormat.DepthComponent32f)];
        _frame = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, _buffers[0]);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.DepthAttachment, RenderbufferTarget.Renderbuffer, _buffers[1]);
        GLEnum status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            throw new OpenGlUnavailableException($"the driver refuses an off-screen picture of {width} x {height} pixels ({status})");
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Makes it the target and clears it: the background, and a depth of 0, which is infinitely far.</summary>
    public void Begin(Rgb background)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        _gl.Viewport(0, 0, (uint)Width, (uint)Height);
        _gl.DepthMask(true);
        _gl.ClearColor(background.Red, background.Green, background.Blue, 1);
        _gl.ClearDepth(0.0);
        _gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
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
        _gl.DeleteRenderbuffers(_buffers);
    }

    private uint Buffer(InternalFormat format)
    {
        uint buffer = _gl.GenRenderbuffer();
        _gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, buffer);
        _gl.RenderbufferStorage(RenderbufferTarget.Renderbuffer, format, (uint)Width, (uint)Height);
        return buffer;
    }
}
