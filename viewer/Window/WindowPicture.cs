using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>What the window shows: the picture of <see cref="GlobePicture"/>, kept as long as it holds, and the panels over it.</summary>
internal sealed unsafe class WindowPicture : IDisposable
{
    private readonly GL _gl;
    private readonly GlobeRenderer _renderer;
    private readonly uint _texture, _frame;
    private readonly PanelLayer _panels = new();
    private FrameTarget? _fine, _rough;
    private GlobeOptions? _shown;
    private int _shownVersion;
    private byte[] _pixels = [];

    public WindowPicture(GL gl)
    {
        (_gl, _renderer) = (gl, new GlobeRenderer(gl));
        _texture = gl.GenTexture();
        _frame = gl.GenFramebuffer();
    }

    /// <summary>The picture shown has one sample a pixel: quick, for pictures that change soon.</summary>
    public bool IsRough { get; private set; }

    /// <summary>Whether the model has another picture than the one shown, apart from panels.</summary>
    public bool IsStale(ViewerModel model) => model.Options != _shown || model.SourceVersion != _shownVersion;

    /// <summary>The window's pixels, RGBA from the top, of the size of the model's options.</summary>
    public byte[] Compose(ViewerModel model, bool rough)
    {
        GlobeOptions options = model.Options;
        if (IsStale(model) || (IsRough && !rough))
        {
            _pixels = Draw(model, rough);
            (_shown, _shownVersion, IsRough) = (options, model.SourceVersion, rough);
        }

        byte[] pixels = [.. _pixels];
        GlobePicture.OnCanvas(pixels, options.Width, options.Height, canvas => _panels.Draw(canvas, model));
        return pixels;
    }

    /// <summary>The picture without panels, as <see cref="GlobePicture.Render(ISceneSource, GlobeOptions)"/> makes it.</summary>
    public byte[] Png(ViewerModel model) => GlobePicture.Encode(Draw(model, rough: false), model.Options.Width, model.Options.Height);

    /// <summary>Draws into the window's own frame buffer.</summary>
    public void Show(ViewerModel model, bool rough)
    {
        byte[] pixels = Compose(model, rough);
        GlobeOptions options = model.Options;
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* start = pixels)
        {
            _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)options.Width, (uint)options.Height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, start);
        }

        _gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _frame);
        _gl.FramebufferTexture2D(FramebufferTarget.ReadFramebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, _texture, 0);
        _gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, 0);
        (int width, int height) = (Math.Min(model.Width, options.Width), Math.Min(model.Height, options.Height));
        // The first row is the upper one, which OpenGL counts last.
        _gl.BlitFramebuffer(0, 0, width, height, 0, model.Height, width, model.Height - height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
    }

    public void Dispose()
    {
        _fine?.Dispose();
        _rough?.Dispose();
        _gl.DeleteFramebuffer(_frame);
        _gl.DeleteTexture(_texture);
        _renderer.Dispose();
        _panels.Dispose();
    }

    private byte[] Draw(ViewerModel model, bool rough)
    {
        GlobeOptions options = model.Options, part = SideBySide.Part(model.Scene, options);
        return GlobePicture.Draw(model.Scene, options, _renderer, rough ? Target(ref _rough, part, 0) : Target(ref _fine, part, GlobePicture.Samples));
    }

    private FrameTarget Target(ref FrameTarget? target, GlobeOptions options, int samples)
    {
        if (target is null || (target.Width, target.Height) != (options.Width, options.Height))
        {
            target?.Dispose();
            target = null;
            target = new FrameTarget(_gl, options.Width, options.Height, samples);
        }

        return target;
    }
}
