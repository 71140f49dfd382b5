using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Draws the pictures of a film: one context, one renderer, as many pictures as wanted. Belongs to its thread.</summary>
internal sealed class FilmStudio : IDisposable
{
    private readonly ISceneSource _source;
    private readonly EglContext _context;
    private readonly GlobeRenderer _renderer;
    private readonly int _width, _height;
    private readonly OverlayCache _cache = new();
    private readonly FilmPanels _panels = new();
    private FrameTarget? _target;

    public FilmStudio(ISceneSource source, int width, int height)
    {
        (_source, _width, _height) = (source, width, height);
        _context = EglContext.Create(EglContext.DefaultLibrary);
        _renderer = new GlobeRenderer(_context.Gl);
    }

    /// <summary>RGBA rows from the top, opaque.</summary>
    public byte[] Draw(FilmMoment moment)
    {
        GlobeScene scene = _source.At(moment.Epoch, moment.Request);
        GlobeOptions options = new() { Width = _width, Height = _height, At = moment.Epoch, Layers = moment.Layers, Selected = moment.Selected, Site = moment.Site, Camera = moment.Camera(scene) };
        // Two runs beside each other have a half each, and cameras that stand still.
        _target ??= new FrameTarget(_context.Gl, SideBySide.Part(scene, options).Width, _height);
        byte[] pixels = scene.Beside is null
            ? GlobePicture.Draw(scene, moment.View(scene, _width, _height), options, _renderer, _target, _cache)
            : GlobePicture.Draw(scene, options, _renderer, _target, _cache);
        if (moment.Panels.Count > 0 || (moment.Caption is not null && moment.CaptionOpacity > 0))
        {
            GlobePicture.OnCanvas(pixels, _width, _height, canvas => DrawOver(canvas, moment, scene));
        }

        for (int i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return pixels;
    }

    private void DrawOver(SKCanvas canvas, FilmMoment moment, GlobeScene scene)
    {
        _panels.Draw(canvas, _width, _height, moment.Panels, new PanelState(_source, scene, moment.Selected, moment.Site, PanelTheme.Dark));
        if (moment.Caption is { } caption)
        {
            CaptionBox.Draw(canvas, _width, _height, caption, moment.CaptionOpacity);
        }
    }

    public void Dispose()
    {
        _target?.Dispose();
        _renderer.Dispose();
        _cache.Dispose();
        _panels.Dispose();
        _context.Dispose();
    }
}
