using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>An off-screen picture with depth: colour RGBA8 and depth 32-bit float, with several samples a pixel, and its resolved form.</summary>
internal sealed unsafe class FrameTarget : IDisposable
{
    private readonly GL _gl;
    private readonly uint _drawing, _resolved;
    private readonly uint[] _buffers;

    public FrameTarget(GL gl, int width, int height, int samples)
    {
        (_gl, Width, Height) = (gl, width, height);
        int limit = Math.Min(gl.GetInteger(GetPName.MaxRenderbufferSize), 16384);
        if (width > limit || height > limit)
        {
            throw new OpenGlUnavailableException($"the driver draws no picture wider or higher than {limit} pixels");
        }

        uint count = (uint)Math.Min(samples, gl.GetInteger(GLEnum.MaxSamples));
        uint colour = Buffer(InternalFormat.Rgba8, count), depth = Buffer(InternalFormat.DepthComponent32f, count), plain = Buffer(InternalFormat.Rgba8, 0);
        _buffers = [colour, depth, plain];
        _drawing = Frame(colour, depth);
        _resolved = Frame(plain, 0);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Makes it the target and clears it: black, and a depth of 0, which is infinitely far.</summary>
    public void Begin(Rgb background)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _drawing);
        _gl.Viewport(0, 0, (uint)Width, (uint)Height);
        _gl.DepthMask(true);
        _gl.ClearColor(background.Red, background.Green, background.Blue, 1);
        _gl.ClearDepth(0.0);
        _gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
    }

    /// <summary>RGBA, row by row from the top.</summary>
    public byte[] Read()
    {
        _gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _drawing);
        _gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, _resolved);
        _gl.BlitFramebuffer(0, 0, Width, Height, 0, 0, Width, Height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _resolved);
        int row = Width * 4;
        byte[] pixels = new byte[row * Height];
        fixed (byte* start = pixels)
        {
            _gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, start);
        }

        byte[] kept = new byte[row];
        for (int top = 0, bottom = Height - 1; top < bottom; top++, bottom--)
        {
            Span<byte> upper = pixels.AsSpan(top * row, row), lower = pixels.AsSpan(bottom * row, row);
            upper.CopyTo(kept);
            lower.CopyTo(upper);
            kept.CopyTo(lower);
        }

        return pixels;
    }

    public void Dispose()
    {
        _gl.DeleteFramebuffer(_drawing);
        _gl.DeleteFramebuffer(_resolved);
        _gl.DeleteRenderbuffers(_buffers);
    }

    private uint Buffer(InternalFormat format, uint samples)
    {
        uint buffer = _gl.GenRenderbuffer();
        _gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, buffer);
        _gl.RenderbufferStorageMultisample(RenderbufferTarget.Renderbuffer, samples, format, (uint)Width, (uint)Height);
        return buffer;
    }

    private uint Frame(uint colour, uint depth)
    {
        uint frame = _gl.GenFramebuffer();
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, frame);
        _gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, colour);
        if (depth != 0)
        {
            _gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.DepthAttachment, RenderbufferTarget.Renderbuffer, depth);
        }

        GLEnum status = _gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        return status == GLEnum.FramebufferComplete ? frame : throw new OpenGlUnavailableException($"the driver refuses an off-screen picture of {Width} x {Height} pixels ({status})");
    }
}
