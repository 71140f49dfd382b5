using System.Globalization;

namespace Constellation.Reporting;

/// <summary>Numbers for people: three significant digits, no value is an en dash.</summary>
internal static class Numbers
{
    public const string None = "–";

    public static string Text(double value) => Text(value, DecimalsFor(value));

    /// <summary>With so many decimals; null: as a power of ten.</summary>
    public static string Text(double value, int? decimals) =>
        !double.IsFinite(value) ? None
        : decimals is { } n ? value.ToString("F" + n, CultureInfo.InvariantCulture)
        : value.ToString("0.00E+0", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace("E", "e", StringComparison.Ordinal);

    public static string Text(double value, string unit) => double.IsFinite(value) && unit.Length > 0 ? $"{Text(value)} {unit}" : Text(value);

    /// <summary>Decimals with which all values of a column keep three digits of the largest; null where a power of ten reads better.</summary>
    public static int? DecimalsFor(IEnumerable<double> values)
    {
        double[] sizes = [.. values.Where(v => double.IsFinite(v) && v != 0).Select(Math.Abs)];
        return sizes.Length == 0 ? 0 : DecimalsFor(sizes.Max());
    }

    /// <summary>A fraction as per cent, with the digits that tell 99.99 from 100.</summary>
    public static string Percent(double fraction) =>
        !double.IsFinite(fraction) ? None
        : fraction is > 0.995 and < 1 ? Math.Min(99.999, 100 * fraction).ToString("0.00#", CultureInfo.InvariantCulture)
        : (100 * fraction).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A duration: <c>30 s</c>, <c>5 min</c>, <c>2 h</c>, <c>1 d</c>.</summary>
    public static string Duration(double seconds) =>
        seconds >= 86_400 && seconds % 86_400 == 0 ? $"{seconds / 86_400:0.##} d"
        : seconds >= 3600 ? $"{seconds / 3600:0.##} h"
        : seconds >= 60 ? $"{seconds / 60:0.##} min"
        : $"{seconds:0.###} s";

    private static int? DecimalsFor(double value)
    {
        double size = Math.Abs(value);
        return size == 0 || !double.IsFinite(size) ? 0
            : size is < 1e-4 or >= 1e6 ? null
            : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
    }
}
