namespace Constellation.Viewer;

/// <summary>Draws the pictures of a film: one context, one renderer, as many pictures as wanted. Belongs to its thread.</summary>
internal sealed class FilmStudio : IDisposable
{
    private readonly ISceneSource _source;
    private readonly EglContext _context;
    private readonly GlobeRenderer _renderer;
    private readonly FrameTarget _target;

    public FilmStudio(ISceneSource source, int width, int height)
    {
        _source = source;
        _context = EglContext.Create(EglContext.DefaultLibrary);
        _renderer = new GlobeRenderer(_context.Gl);
        _target = new FrameTarget(_context.Gl, width, height, GlobePicture.Samples);
    }

    /// <summary>RGBA rows from the top, opaque.</summary>
    public byte[] Draw(FilmMoment moment)
    {
        GlobeScene scene = _source.At(moment.Epoch, moment.Request);
        GlobeOptions options = new() { Width = _target.Width, Height = _target.Height, At = moment.Epoch, Layers = moment.Layers, Selected = moment.Selected, Site = moment.Site, Camera = moment.Camera(scene) };
        byte[] pixels = GlobePicture.Draw(scene, moment.View(scene, _target.Width, _target.Height), options, _renderer, _target);
        if (moment.Caption is { } caption && moment.CaptionOpacity > 0)
        {
            GlobePicture.OnCanvas(pixels, _target.Width, _target.Height, canvas => CaptionBox.Draw(canvas, _target.Width, _target.Height, caption, moment.CaptionOpacity));
        }

        for (int i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return pixels;
    }

    public void Dispose()
    {
        _target.Dispose();
        _renderer.Dispose();
        _context.Dispose();
    }
}
