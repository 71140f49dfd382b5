using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Golden;

/// <summary>A picture that is kept: what it shows, and how it is drawn.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Why">What would be seen if it went wrong.</param>
/// <param name="Draw">RGBA rows from the top.</param>
internal sealed record GoldenScene(string Name, string Why, Func<GoldenRun, byte[]> Draw)
{
    /// <summary>Pixels.</summary>
    public const int Width = 480, Height = 300;

    /// <summary>A moment of a film: with its caption, through the camera of its path.</summary>
    public static GoldenScene Of(string name, string why, Func<GoldenRun, ISceneSource> source, FilmMoment moment) => new(name, why, run =>
    {
        using FilmStudio studio = new(source(run), Width, Height);
        return studio.Draw(moment);
    });

    /// <summary>A picture as <c>render</c> draws it.</summary>
    public static GoldenScene Of(string name, string why, Func<GoldenRun, ISceneSource> source, GlobeOptions options) => new(name, why, run =>
    {
        GlobeOptions sized = options with { Width = Width, Height = Height };
        byte[] pixels = GlobePicture.Draw(source(run).At(sized.At, sized.Request), sized);
        for (int i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return pixels;
    });
}
