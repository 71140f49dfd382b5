namespace Constellation.Reporting;

/// <summary>The unit in which an axis counts time, and its round steps.</summary>
internal sealed record TimeUnit(double Seconds, string Name, IReadOnlyList<double> Steps)
{
    private static readonly TimeUnit
        s_minutes = new(60, "min", [1, 2, 5, 10, 15, 20, 30]),
        s_hours = new(3600, "h", [0.5, 1, 2, 3, 6, 12]),
        s_days = new(86_400, "d", [0.5, 1, 2, 5, 10, 20, 50, 100]);

    /// <summary>For a span of so many seconds: minutes up to two hours, hours up to four days, else days.</summary>
    public static TimeUnit For(double span) => span <= 2 * 3600 ? s_minutes : span <= 4 * 86_400 ? s_hours : s_days;

    /// <summary>The smallest round step that needs at most nine.</summary>
    public double Step(double span) => Steps.Cast<double?>().FirstOrDefault(s => span / Seconds / s <= 9) ?? Math.Ceiling(span / Seconds / 8);
}
