namespace Constellation.Cli;

/// <summary>One row of the page: what was asked for and what came out.</summary>
/// <param name="Case">What is measured.</param>
/// <param name="Target">Published or demanded value, with its source.</param>
/// <param name="Value">Measured, with its unit.</param>
/// <param name="Verdict">Whether it fits.</param>
/// <param name="Reason">Why it is what it is; empty where nothing needs saying.</param>
internal sealed record LinkFinding(string Case, string Target, string Value, LinkVerdict Verdict, string Reason = "")
{
    /// <summary>A published value counts as reached within this factor.</summary>
    public const double Factor = 1.5;

    /// <summary>Against a published range: within the factor of its ends is reached, below is better.</summary>
    public static LinkFinding Published(string name, string target, double low, double high, double value, Func<double, string> print, string reason = "") =>
        new(name, target, print(value), value > high * Factor || !double.IsFinite(value) ? LinkVerdict.Missed : value < low / Factor ? LinkVerdict.Better : LinkVerdict.Reached, reason);

    /// <summary>Against a bound that may not be exceeded.</summary>
    public static LinkFinding Below(string name, string target, double bound, double value, Func<double, string> print, string reason = "") =>
        new(name, target, print(value), value <= bound ? LinkVerdict.Reached : LinkVerdict.Missed, reason);

    public static string Centimetres(double metres) => FormattableString.Invariant($"{metres * 100:0.0} cm");

    public static string Metres(double metres) => FormattableString.Invariant($"{metres:0.00} m");

    public static string Nanoseconds(double metres) => FormattableString.Invariant($"{metres / 0.299792458:0.00} ns");
}
