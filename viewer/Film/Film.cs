using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>Films of a source of scenes: drawn picture by picture without a window, and given away one by one. Equal input gives equal bytes on one machine.</summary>
public static class Film
{
    /// <summary>Pictures from which the colours of a GIF are taken.</summary>
    private const int PalettePictures = 12;

    /// <summary>What a name asks for; null: one picture.</summary>
    public static FilmFormat? FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".webp" => FilmFormat.WebP,
            ".mp4" => FilmFormat.Mp4,
            ".gif" => FilmFormat.Gif,
            _ => NumberedPictures.IsPattern(path) ? FilmFormat.Numbered : null,
        };
    }

    /// <param name="source">Of the scenes.</param>
    /// <param name="track">What is shown when.</param>
    /// <param name="options">Size and rate.</param>
    /// <param name="path">Its ending says what is written.</param>
    /// <param name="progress">Told the pictures that are done, and of how many.</param>
    /// <param name="cancel">Ends it without a file.</param>
    /// <exception cref="OpenGlUnavailableException">No OpenGL 3.3 can be had.</exception>
    /// <exception cref="InputException">CN5071 no ffmpeg, CN5072 it failed, CN5074 too many pictures, CN5078 too large; and what the scenes say.</exception>
    public static void Write(ISceneSource source, FilmTrack track, FilmOptions options, string path, Action<int, int> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(options);
        double[] times = Times(track.Seconds, options.FramesPerSecond);
        FilmFormat format = FormatOf(path) ?? throw new ArgumentException($"'{path}' is no name of a film", nameof(path));
        if (format is FilmFormat.Mp4 or FilmFormat.Gif && Ffmpeg.Find() is null)
        {
            throw new InputException(Diagnostic.Error("CN5071", new SourceSpan("--output"), "MP4 and GIF are made by ffmpeg, which is not on this machine", Ffmpeg.Remedy));
        }

        using FilmStudio studio = new(source, options.Width, options.Height);
        Write(studio, track, times, options, (format, path), progress, cancel);
    }

    /// <summary>One picture a time, into numbered PNGs.</summary>
    public static void WriteStills(ISceneSource source, FilmTrack track, IReadOnlyList<double> times, FilmOptions options, string pattern, Action<int, int> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(options);
        using FilmStudio studio = new(source, options.Width, options.Height);
        Write(studio, track, [.. times], options, (FilmFormat.Numbered, pattern), progress, cancel);
    }

    /// <summary>Times of the pictures: both ends of the film are shown.</summary>
    internal static double[] Times(double seconds, int framesPerSecond)
    {
        double count = Math.Max(1, Math.Round(seconds * framesPerSecond));
        return count > FilmOptions.MostFrames
            ? throw new InputException(Diagnostic.Error("CN5074", new SourceSpan("--duration"), $"{seconds} s of {framesPerSecond} pictures a second are more than {FilmOptions.MostFrames} pictures", "make it shorter, or take fewer pictures a second"))
            : [.. Enumerable.Range(0, (int)count).Select(i => count > 1 ? seconds * i / (count - 1) : 0)];
    }

    private static void Write(FilmStudio studio, FilmTrack track, double[] times, FilmOptions options, (FilmFormat Format, string Path) target, Action<int, int> progress, CancellationToken cancel)
    {
        (int width, int height) = (options.Width, options.Height);
        if (target.Format == FilmFormat.Numbered)
        {
            Take(new NumberedPictures(target.Path, width, height), times);
            return;
        }

        AtomicFile.Write(target.Path, stream =>
        {
            using ScratchFile made = new(Path.GetExtension(target.Path)), palette = new(".png");
            switch (target.Format)
            {
                case FilmFormat.WebP when stream.CanSeek:
                    Take(new AnimatedWebP(stream, width, height, options.FramesPerSecond), times);
                    return;
                case FilmFormat.WebP:
                    using (FileStream file = File.Create(made.Path))
                    {
                        Take(new AnimatedWebP(file, width, height, options.FramesPerSecond), times);
                    }

                    break;
                case FilmFormat.Mp4:
                    Take(FfmpegFilm.Mp4(made.Path, width, height, options.FramesPerSecond), times);
                    break;
                default:
                    int every = Math.Max(1, times.Length / PalettePictures);
                    Take(FfmpegFilm.Palette(palette.Path, width, height), [.. times.Where((_, i) => i % every == every / 2)], quiet: true);
                    Take(FfmpegFilm.Gif(made.Path, palette.Path, width, height, options.FramesPerSecond), times);
                    break;
            }

            made.CopyTo(stream);
        });

        void Take(IFilmSink sink, double[] at, bool quiet = false)
        {
            using (sink)
            {
                for (int i = 0; i < at.Length; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    sink.Add(studio.Draw(track.At(at[i])));
                    if (!quiet)
                    {
                        progress(i + 1, at.Length);
                    }
                }

                sink.Finish();
            }
        }
    }
}
