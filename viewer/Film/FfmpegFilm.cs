using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>Hands pictures to ffmpeg through its standard input, one at a time.</summary>
internal sealed class FfmpegFilm : IFilmSink
{
    private readonly Process _process;
    private readonly Queue<string> _told = [];
    private bool _finished;

    private FfmpegFilm(IEnumerable<string> arguments)
    {
        string path = Ffmpeg.Find() ?? throw new InputException(Diagnostic.Error("CN5071", new SourceSpan("--output"), "MP4 and GIF are made by ffmpeg, which is not on this machine", Ffmpeg.Remedy));
        try
        {
            _process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InputException(Diagnostic.Error("CN5071", new SourceSpan("--output"), $"MP4 and GIF are made by ffmpeg, and {path} does not run: {e.Message}", Ffmpeg.Remedy));
        }

        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>H.264 that every player knows; at the edge one row or column of black where the size is odd.</summary>
    public static FfmpegFilm Mp4(string target, int width, int height, double framesPerSecond) => new([
        .. Input(width, height, framesPerSecond), "-an", "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p", "-c:v", "libx264", "-preset", "medium", "-crf", "18",
        "-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", "mp4", target]);

    /// <param name="target">File.</param>
    /// <param name="palette">A PNG of 256 colours, from <see cref="Palette"/>.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="framesPerSecond">A GIF counts in hundredths of a second.</param>
    public static FfmpegFilm Gif(string target, string palette, int width, int height, double framesPerSecond) => new([
        .. Input(width, height, framesPerSecond), "-i", palette, "-lavfi", "paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle", "-loop", "0", "-fflags", "+bitexact", "-f", "gif", target]);

    /// <summary>The 256 colours that a few pictures of the film need.</summary>
    public static FfmpegFilm Palette(string target, int width, int height) => new([
        .. Input(width, height, 1), "-vf", "palettegen=stats_mode=full", "-frames:v", "1", "-update", "1", "-fflags", "+bitexact", "-c:v", "png", "-f", "image2", target]);

    public void Add(byte[] rgba)
    {
        try
        {
            _process.StandardInput.BaseStream.Write(rgba);
        }
        catch (IOException)
        {
            throw Failed();
        }
    }

    public void Finish()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            throw Failed();
        }

        _process.WaitForExit();
        _finished = true;
        if (_process.ExitCode != 0)
        {
            throw Failed();
        }
    }

    public void Dispose()
    {
        if (!_finished && !_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static IEnumerable<string> Input(int width, int height, double framesPerSecond) =>
        ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-video_size", $"{width}x{height}", "-framerate", framesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0"];

    private void Hear(string? line)
    {
        lock (_told)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                _told.Enqueue(line.Trim());
                while (_told.Count > 3)
                {
                    _told.Dequeue();
                }
            }
        }
    }

    private InputException Failed()
    {
        _process.WaitForExit(5000);
        lock (_told)
        {
            return new InputException(Diagnostic.Error("CN5072", new SourceSpan("--output"), $"ffmpeg gave up: {(_told.Count > 0 ? string.Join("; ", _told) : "it says nothing")}", Ffmpeg.Remedy));
        }
    }
}
