using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What the window shows, drawn without one: the globe with time bar and panels.</summary>
public static class WindowStill
{
    /// <summary>Draws first, then writes: no half file.</summary>
    /// <param name="source">Of the scene.</param>
    /// <param name="options">The picture.</param>
    /// <param name="settings">Panels that are open, scale, theme.</param>
    /// <param name="path">PNG.</param>
    /// <exception cref="OpenGlUnavailableException">No OpenGL 3.3 can be had.</exception>
    /// <exception cref="Core.InputException">The source has no such scene.</exception>
    public static void Write(ISceneSource source, GlobeOptions options, ViewerSettings settings, string path)
    {
        Epoch at = options.At ?? source.Grid.Start;
        ViewerModel model = new(source, options with { At = at }, () => at, settings);
        byte[] pixels = GlobePicture.Draw(model.Scene, model.Options);
        using (PanelLayer layer = new())
        {
            GlobePicture.OnCanvas(pixels, options.Width, options.Height, canvas => layer.Draw(canvas, model));
        }

        byte[] png = GlobePicture.Encode(pixels, options.Width, options.Height);
        AtomicFile.Write(path, stream => stream.Write(png));
    }
}
