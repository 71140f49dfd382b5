using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Writes what changes with time: films, numbered pictures, CZML, lessons.</summary>
internal static class FilmOutput
{
    /// <summary>Pictures in a second without <c>--fps</c>.</summary>
    public const int StandardRate = 25;

    /// <summary>Size without <c>--size</c>, pixels: a film of 1080 lines would take minutes by software, a GIF is large.</summary>
    public static (int Width, int Height) StandardSize(string path) => Film.FormatOf(path) switch
    {
        FilmFormat.Gif => (800, 450),
        FilmFormat.WebP or FilmFormat.Mp4 => (1280, 720),
        _ => (1920, 1080),
    };

    /// <summary>Whether a name asks for a film or a scene over time and not for one picture.</summary>
    public static bool IsMine(string path) => Film.FormatOf(path) is not null || IsCzml(path);

    /// <summary>Refuses what cannot be done before anything is computed.</summary>
    public static void Require(string path, FilmRequest request)
    {
        if (request.Lesson is not null && (IsCzml(path) || Film.FormatOf(path) is null))
        {
            throw new InputException(Diagnostic.Error("CN5077", new SourceSpan("--output"), $"a lesson is a film or a row of pictures, not '{path}'", "write -o lesson.mp4, -o lesson.webp, or -o step-%02d.png for a picture of every step"));
        }

        if (!IsMine(path) && (request.Path ?? (object?)request.Seconds ?? request.Rate ?? (object?)request.From ?? request.To) is not null)
        {
            throw new InputException(Diagnostic.Error("CN5070", new SourceSpan("--output"), $"'{path}' is one picture, and --path, --duration, --fps, --from and --to are of films", "write -o film.webp, film.mp4, film.gif or frames/%04d.png; the epoch of a picture is --at"));
        }

        if (IsCzml(path) && (request.Path ?? (object?)request.Seconds ?? request.Rate) is not null)
        {
            throw new InputException(Diagnostic.Error("CN6144", new SourceSpan("--output"), $"'{path}' is a scene over time without camera and pictures, and --path, --duration and --fps are of films", "leave them out; --from and --to are the ends of the scene"));
        }

        if (IsMine(path) && request.Window is not null)
        {
            throw new InputException(Diagnostic.Error("CN6145", new SourceSpan("--window"), $"'{path}' shows the globe alone: panels are drawn in single pictures", "leave --window out, or write a .png"));
        }

        if (Film.FormatOf(path) is FilmFormat.Mp4 or FilmFormat.Gif && Ffmpeg.Describe() is { Available: false } probe)
        {
            throw new InputException(Diagnostic.Error("CN5071", new SourceSpan("--output"), $"MP4 and GIF are made by ffmpeg: {probe.Text}", Ffmpeg.Remedy));
        }
    }

    public static void Write(ISceneSource source, string path, GlobeOptions options, FilmRequest request, bool frameGiven, CancellationToken cancel)
    {
        if (IsCzml(path))
        {
            // Orbits are ellipses among the stars; who asks for the Earth's axes gets them.
            ReferenceFrame frame = frameGiven ? options.Frame : ReferenceFrame.Gcrf;
            AtomicFile.Write(path, stream => SceneCzml.Write(stream, source, options, frame, request.From, request.To, cancel));
            return;
        }

        CameraPath script = request.Path is null ? DayPath.Of(source, options, request.From, request.To, request.Seconds ?? DayPath.StandardSeconds) : ReadPath(request);
        Write(source, FilmTrack.Of(script, source, options), path, options, request, cancel);
    }

    /// <summary>A lesson as a film, or as a picture of the end of each step.</summary>
    public static void WriteLesson(Lesson lesson, ISceneSource source, string path, GlobeOptions options, FilmRequest request, CancellationToken cancel)
    {
        CameraPath script = lesson.Path(source);
        FilmTrack track = FilmTrack.Of(request.Seconds is { } seconds ? script.Lasting(seconds) : script, source, options);
        if (Film.FormatOf(path) == FilmFormat.Numbered)
        {
            // The last moment of a step, before the caption goes.
            double[] ends = [.. lesson.Steps.Select((s, i) => (lesson.StartOf(i) + s.Seconds - 0.5) * track.Seconds / script.Seconds)];
            using CountedProgress progress = new("film", "pictures");
            Film.WriteStills(source, track, ends, Of(options, request), path, progress.Report, cancel);
            return;
        }

        Write(source, track, path, options, request, cancel);
    }

    private static void Write(ISceneSource source, FilmTrack track, string path, GlobeOptions options, FilmRequest request, CancellationToken cancel)
    {
        using CountedProgress progress = new("film", "pictures");
        Film.Write(source, track, Of(options, request), path, progress.Report, cancel);
    }

    private static FilmOptions Of(GlobeOptions options, FilmRequest request) => new() { Width = options.Width, Height = options.Height, FramesPerSecond = request.Rate ?? StandardRate };

    private static CameraPath ReadPath(FilmRequest request)
    {
        if (request.From is not null || request.To is not null)
        {
            throw new InputException(Diagnostic.Error("CN5073", new SourceSpan("--path"), "a camera path has its own epochs, and --from or --to stands beside it", "leave out --from and --to, or --path"));
        }

        string file = EphemerisLibrary.BuiltIn.PathOf(LibraryKind.Film, request.Path!, new SourceSpan("--path"));
        CameraPath path = CameraPathReader.Read(TomlText.Read(file), file).ValueOrThrow();
        return request.Seconds is { } seconds ? path.Lasting(seconds) : path;
    }

    private static bool IsCzml(string path) => path.EndsWith(".czml", StringComparison.OrdinalIgnoreCase);
}
