using System.Text.RegularExpressions;

namespace Constellation.Cli;

/// <summary>One published number and what this program makes of it.</summary>
/// <param name="Id">As in <see cref="PublishedSources"/>: G1 to A5.</param>
/// <param name="What">What is measured.</param>
/// <param name="Target">Published, with its unit.</param>
/// <param name="Tolerance">What counts as met, and why so much.</param>
/// <param name="Value">Measured.</param>
/// <param name="Unit">Of the value; empty for a plain number.</param>
/// <param name="Verdict">Whether it fits.</param>
/// <param name="Reason">Why it does not, or what the figure is instead; empty where nothing needs saying.</param>
internal sealed partial record PublishedNumber(string Id, string What, string Target, string Tolerance, string Value, string Unit, PublishedVerdict Verdict, string Reason = "")
{
    /// <summary>A miss whose reason is known and told; the exit status passes over it.</summary>
    public bool KnownMiss { get; init; }

    /// <summary>Within a factor of a published range; below it is better.</summary>
    public static PublishedNumber Within(string id, string what, double low, double high, string unit, double factor, string why, double value, string format, string reason = "")
    {
        string target = low == high ? Plain(low) : $"{Plain(low)} to {Plain(high)}";
        PublishedVerdict verdict = !(value <= high * factor) ? PublishedVerdict.NotMet : value < low / factor ? PublishedVerdict.Better : PublishedVerdict.Met;
        return new(id, what, Joined(target, unit), FormattableString.Invariant($"factor {factor}: {why}"), value.ToString(format, System.Globalization.CultureInfo.InvariantCulture), unit, verdict, verdict == PublishedVerdict.Met ? "" : reason);
    }

    /// <summary>Within a distance of a published value.</summary>
    public static PublishedNumber Near(string id, string what, double published, string unit, double tolerance, string why, double value, string format, string reason = "") => new(
        id, what, Joined(FormattableString.Invariant($"{published}"), unit), Joined(FormattableString.Invariant($"{tolerance}"), unit) + ": " + why,
        value.ToString(format, System.Globalization.CultureInfo.InvariantCulture), unit, Math.Abs(value - published) <= tolerance ? PublishedVerdict.Met : PublishedVerdict.NotMet, reason);

    /// <summary>A yes or no: an order, a bound.</summary>
    public static PublishedNumber Holds(string id, string what, string target, string tolerance, string value, bool holds, string reason = "") =>
        new(id, what, target, tolerance, Parted(value).Value, Parted(value).Unit, holds ? PublishedVerdict.Met : PublishedVerdict.NotMet, reason);

    /// <summary>What cannot be judged, with the nearest figure.</summary>
    public static PublishedNumber Nearest(string id, string what, string target, string value, string reason) =>
        new(id, what, target, "-", Parted(value).Value, Parted(value).Unit, PublishedVerdict.NotComparable, reason);

    /// <summary>What needs files of the data folder that are not there, by their names with wildcards.</summary>
    public static PublishedNumber Skip(string id, string what, string target, string files) =>
        new(id, what, target, "-", "-", "", PublishedVerdict.Skipped, $"needs {files} in the data folder");

    /// <summary>A figure and the unit at its end.</summary>
    public static (string Value, string Unit) Parted(string figure) => UnitAtEnd().Match(figure) is { Success: true } m ? (m.Groups[1].Value, m.Groups[2].Value) : (figure, "");

    private static string Plain(double value) => value.ToString(value < 1e-6 ? "0.0#e-0" : "G", System.Globalization.CultureInfo.InvariantCulture);

    private static string Joined(string value, string unit) => unit.Length == 0 ? value : $"{value} {unit}";

    [GeneratedRegex(@"^(.*[0-9)]) (cm|mm|m|ns|ps|%|km|h|deg|times|s)$")]
    private static partial Regex UnitAtEnd();
}
