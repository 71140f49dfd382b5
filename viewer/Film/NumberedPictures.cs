using System.Globalization;
using System.Text.RegularExpressions;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>Writes each picture to a PNG of its own, whose name has its number from 1 on in place of <c>%04d</c>.</summary>
internal sealed partial class NumberedPictures(string pattern, int width, int height) : IFilmSink
{
    private int _count;

    /// <summary>Whether a name has one place for a number.</summary>
    public static bool IsPattern(string path) => Number().Count(path) == 1 && path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    public static string NameOf(string pattern, int number) =>
        Number().Replace(pattern, m => number.ToString("D" + (m.Groups[1].Length > 0 ? m.Groups[1].Value : "1"), CultureInfo.InvariantCulture));

    public void Add(byte[] rgba)
    {
        byte[] png = GlobePicture.Encode(rgba, width, height);
        AtomicFile.Write(NameOf(pattern, ++_count), stream => stream.Write(png));
    }

    public void Finish()
    {
    }

    public void Dispose()
    {
    }

    [GeneratedRegex("%0?([1-9]?)d")]
    private static partial Regex Number();
}
