using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Where models are drawn: several samples a pixel and depth, and a texture of it to lay over the picture.</summary>
internal sealed unsafe class ModelTarget : IDisposable
{
    private const int Samples = 4;

    private readonly GL _gl;
    private readonly uint _drawing, _resolved, _colour, _depth, _texture;

    public ModelTarget(GL gl, int width, int height)
    {
        (_gl, Width, Height) = (gl, width, height);
        uint samples = (uint)Math.Min(Samples, gl.GetInteger(GLEnum.MaxSamples));
        (_colour, _depth, _texture) = (Buffer(InternalFormat.Rgba8, samples), Buffer(InternalFormat.DepthComponent32f, samples), gl.GenTexture());
        gl.BindTexture(TextureTarget.Texture2D, _texture);
        gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
        (_drawing, _resolved) = (gl.GenFramebuffer(), gl.GenFramebuffer());
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _drawing);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, _colour);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.DepthAttachment, RenderbufferTarget.Renderbuffer, _depth);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _resolved);
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, _texture, 0);
    }

    public int Width { get; }

    public int Height { get; }

    public uint Texture => _texture;

    /// <summary>Clears a part and makes it the target.</summary>
    public void Begin(int x, int y, int width, int height)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _drawing);
        _gl.Enable(EnableCap.ScissorTest);
        _gl.Scissor(x, y, (uint)width, (uint)height);
        _gl.DepthMask(true);
        _gl.ClearColor(0, 0, 0, 0);
        _gl.ClearDepth(0.0);
        _gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
    }

    /// <summary>Brings the part into the texture and goes back to a frame.</summary>
    public void End(int x, int y, int width, int height, uint frame)
    {
        _gl.Disable(EnableCap.ScissorTest);
        _gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _drawing);
        _gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, _resolved);
        _gl.BlitFramebuffer(x, y, x + width, y + height, x, y, x + width, y + height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, frame);
    }

    public void Dispose()
    {
        _gl.DeleteFramebuffers([_drawing, _resolved]);
        _gl.DeleteRenderbuffers([_colour, _depth]);
        _gl.DeleteTexture(_texture);
    }

    private uint Buffer(InternalFormat format, uint samples)
    {
        uint buffer = _gl.GenRenderbuffer();
        _gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, buffer);
        _gl.RenderbufferStorageMultisample(RenderbufferTarget.Renderbuffer, samples, format, (uint)Width, (uint)Height);
        return buffer;
    }
}
