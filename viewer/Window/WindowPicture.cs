using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>What the window shows: the picture of <see cref="GlobePicture"/>, kept as long as it holds, and the panels over it.</summary>
internal sealed unsafe class WindowPicture : IDisposable
{
    private readonly GL _gl;
    private readonly GlobeRenderer _renderer;
    private readonly OverlayCache _cache = new();
    private readonly uint _texture, _frame;
    private readonly PanelLayer _panels = new();
    private FrameTarget? _target;
    private GlobeOptions? _shown;
    private int _shownVersion;
    private byte[] _pixels = [], _composed = [];

    public WindowPicture(GL gl)
    {
        (_gl, _renderer) = (gl, new GlobeRenderer(gl));
        _texture = gl.GenTexture();
        _frame = gl.GenFramebuffer();
    }

    /// <summary>The picture shown was drawn in haste and is coarser than it should be: once nothing moves it has to be drawn again.</summary>
    public bool IsRough { get; private set; }

    /// <summary>Whether the model has another picture than the one shown, apart from panels.</summary>
    public bool IsStale(ViewerModel model) => model.Options != _shown || model.SourceVersion != _shownVersion;

    /// <summary>The window's pixels, RGBA from the top, of the size of the model's options.</summary>
    public byte[] Compose(ViewerModel model, bool rough)
    {
        Refresh(model, rough);
        return Composed(model, new byte[_pixels.Length]);
    }

    /// <summary>The picture without panels, as <see cref="GlobePicture.Render(ISceneSource, GlobeOptions)"/> makes it.</summary>
    public byte[] Png(ViewerModel model) => GlobePicture.Encode(Draw(model, fast: false), model.Options.Width, model.Options.Height);

    /// <summary>Draws into the window's own frame buffer.</summary>
    public void Show(ViewerModel model, bool rough)
    {
        Refresh(model, rough);
        GlobeOptions options = model.Options;
        byte[] pixels = _composed = Composed(model, _composed.Length == _pixels.Length ? _composed : new byte[_pixels.Length]);
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
        _target?.Dispose();
        _gl.DeleteFramebuffer(_frame);
        _gl.DeleteTexture(_texture);
        _renderer.Dispose();
        _panels.Dispose();
        _cache.Dispose();
    }

    private void Refresh(ViewerModel model, bool rough)
    {
        GlobeOptions options = model.Options;
        if (IsStale(model) || (IsRough && !rough))
        {
            bool coarser = rough && _renderer.Coarsens(model.View);
            _pixels = Draw(model, coarser);
            (_shown, _shownVersion, IsRough) = (options, model.SourceVersion, coarser);
        }
    }

    private byte[] Composed(ViewerModel model, byte[] into)
    {
        _pixels.CopyTo(into, 0);
        GlobePicture.OnCanvas(into, model.Options.Width, model.Options.Height, canvas => _panels.Draw(canvas, model));
        return into;
    }

    private byte[] Draw(ViewerModel model, bool fast)
    {
        GlobeOptions options = model.Options;
        return GlobePicture.Draw(model.Scene, options, _renderer, Target(SideBySide.Part(model.Scene, options)), _cache, model.Scene.Beside is null ? _pixels : null, fast);
    }

    private FrameTarget Target(GlobeOptions options)
    {
        if (_target is null || (_target.Width, _target.Height) != (options.Width, options.Height))
        {
            _target?.Dispose();
            _target = null;
            _target = new FrameTarget(_gl, options.Width, options.Height);
        }

        return _target;
    }
}
