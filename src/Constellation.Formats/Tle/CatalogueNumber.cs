namespace Constellation.Formats;

/// <summary>Catalogue numbers in the five columns of two-line elements: from 100,000 on the first digit is a letter, without I and O (alpha-5).</summary>
internal static class CatalogueNumber
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static bool TryParse(ReadOnlySpan<byte> field, out int number)
    {
        number = 0;
        field = field.Trim((byte)' ');
        int first = 0;
        if (field.Length == 5 && field[0] is >= (byte)'A' and <= (byte)'Z')
        {
            first = Letters.IndexOf((char)field[0], StringComparison.Ordinal) + 10;
            field = first >= 10 ? field[1..] : default;
        }

        foreach (byte digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (10 * number) + (digit - '0');
        }

        number += first * 10_000;
        return field.Length is > 0 and <= 5;
    }

    /// <summary>Five characters, for numbers up to <see cref="MeanElementSet.LargestTleNumber"/>.</summary>
    public static string ToText(int number) => number < 100_000 ? $"{number:00000}" : $"{Letters[(number / 10_000) - 10]}{number % 10_000:0000}";
}
