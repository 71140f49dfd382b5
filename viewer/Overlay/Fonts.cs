using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>DejaVu Sans from <c>ephemeris/fonts</c>: the graphics library has no font of its own, and without one text is silently missing.</summary>
internal static class Fonts
{
    private static readonly Lazy<SKTypeface> s_regular = new(() => Load("DejaVuSans.ttf")), s_bold = new(() => Load("DejaVuSans-Bold.ttf"));

    public static SKTypeface Regular => s_regular.Value;

    public static SKTypeface Bold => s_bold.Value;

    private static SKTypeface Load(string name)
    {
        using Stream stream = BuiltInData.Open("fonts/" + name);
        return SKTypeface.FromStream(stream) ?? throw new InvalidDataException($"fonts/{name} is not a font");
    }
}
