using System.Globalization;

namespace Constellation.Viewer;

/// <summary>A linear scale with round ends and ticks.</summary>
public sealed record TickScale(double Low, double High, double Step)
{
    /// <summary>The tightest scale of 1, 2 or 5 times a power of ten that covers a range with at most seven intervals.</summary>
    public static TickScale Covering(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
        {
            return new TickScale(0, 1, 0.2);
        }

        // A constant: one step around it, of a hundredth of its size.
        double range = high - low, least = Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-9;
        double power = Math.Pow(10, Math.Floor(Math.Log10(range > least ? range : Math.Abs(high) > 0 ? Math.Abs(high) / 100 : 1)) - 1);
        foreach (double step in new[] { power, 2 * power, 5 * power, 10 * power, 20 * power, 50 * power, 100 * power })
        {
            double first = Math.Floor((low / step) + 1e-9), last = Math.Ceiling((high / step) - 1e-9);
            if (last - first <= 7)
            {
                return new TickScale(first * step, Math.Max(last, first + 1) * step, step);
            }
        }

        return new TickScale(low, high, high - low);
    }

    /// <summary>Place of a value on the scale: 0 at its low end, 1 at its high end, beyond them outside.</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Low + (i * Step));

    /// <summary>A tick as text, with the decimals that its step needs.</summary>
    public string Text(double tick)
    {
        int decimals = Math.Clamp((int)-Math.Floor(Math.Log10(Step) + 1e-9), 0, 9);
        double rounded = Math.Round(tick, decimals);
        return (rounded == 0 ? 0 : rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
