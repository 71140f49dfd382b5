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

    /// <summary>Equal factors are equal lengths; its step is its low end.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>A scale of exactly these ends, with round ticks inside.</summary>
    public static TickScale Between(double low, double high, bool logarithmic = false) =>
        logarithmic && low > 0 ? new(low, high, low) { Logarithmic = true } : new(low, high, Covering(low, high).Step);

    /// <summary>The tightest scale of equal factors with ends of 1, 2 or 5 times a power of ten.</summary>
    public static TickScale Decades(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low <= 0 || high < low)
        {
            return Covering(low, high);
        }

        double first = Rounds(low).Last(r => r <= low * (1 + 1e-9)), last = Rounds(high).First(r => r >= high * (1 - 1e-9));
        last = last > first ? last : Rounds(first).First(r => r > first * 1.01);
        return new TickScale(first, last, first) { Logarithmic = true };
    }

    /// <summary>Place of a value on the scale: 0 at its low end, 1 at its high end, beyond them outside.</summary>
    public double Share(double value) => Logarithmic ? Math.Log(Math.Max(value, 1e-300) / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    public IEnumerable<double> Ticks => Logarithmic
        ? TicksOfDecades()
        : Enumerable.Range(0, (int)Math.Floor(((High - FirstTick) / Step) + 1e-6) + 1).Select(i => FirstTick + (i * Step));

    private double FirstTick => Step * Math.Ceiling((Low / Step) - 1e-6);

    /// <summary>1, 2 and 5 times powers of ten about a value, from a decade below to a decade above.</summary>
    private static IEnumerable<double> Rounds(double value)
    {
        double power = Math.Floor(Math.Log10(value));
        return from p in new[] { -1, 0, 1 } from d in new[] { 1, 2, 5 } select d * Math.Pow(10, power + p);
    }

    private double[] TicksOfDecades()
    {
        List<double> all = [];
        for (double power = Math.Floor(Math.Log10(Low)); Math.Pow(10, power) <= High * (1 + 1e-9); power++)
        {
            all.AddRange(new[] { 1, 2, 5 }.Select(d => d * Math.Pow(10, power)).Where(t => t >= Low * (1 - 1e-9) && t <= High * (1 + 1e-9)));
        }

        // Over many decades powers of ten are enough.
        return all.Count > 8 ? [.. all.Where(t => Math.Abs(Math.Log10(t) - Math.Round(Math.Log10(t))) < 1e-9)] : [.. all];
    }

    /// <summary>A tick as text, with the decimals that its step needs.</summary>
    public string Text(double tick)
    {
        if (Logarithmic)
        {
            return tick.ToString("G4", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Clamp((int)-Math.Floor(Math.Log10(Step) + 1e-9), 0, 9);
        double rounded = Math.Round(tick, decimals);
        return (rounded == 0 ? 0 : rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
