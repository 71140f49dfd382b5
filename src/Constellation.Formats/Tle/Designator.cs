namespace Constellation.Formats;

/// <summary>International designators: <c>98067A</c> in two-line elements, <c>1998-067A</c> elsewhere.</summary>
internal static class Designator
{
    /// <summary>Two-digit years from 57 on are of the twentieth century: Sputnik flew in 1957.</summary>
    public static int FullYear(int twoDigits) => twoDigits < 57 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>As it stands where it is of no known form.</summary>
    public static string FromTle(string text) =>
        text.Length is >= 6 and <= 8 && text.AsSpan(0, 5).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{FullYear(((text[0] - '0') * 10) + text[1] - '0')}-{text[2..]}"
            : text;

    /// <summary>The eight columns of a first line; false where the designator does not fit into them.</summary>
    public static bool TryToTle(string designator, out string text)
    {
        bool full = designator.Length is >= 9 and <= 11 && designator[4] == '-' && int.TryParse(designator.AsSpan(0, 4), out int year) && year is >= 1957 and <= 2056;
        text = (full ? designator[2..4] + designator[5..] : designator.Length <= 8 ? designator : "").PadRight(8);
        return full || designator.Length <= 8;
    }
}
