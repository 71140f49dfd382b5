namespace Constellation.Viewer;

/// <summary>What a film is written as.</summary>
public enum FilmFormat
{
    /// <summary>Animated WebP, by this program alone.</summary>
    WebP,

    /// <summary>H.264 in MP4, by ffmpeg.</summary>
    Mp4,

    /// <summary>Animated GIF, by ffmpeg.</summary>
    Gif,

    /// <summary>A PNG for each picture: <c>frames/%04d.png</c>.</summary>
    Numbered,
}
