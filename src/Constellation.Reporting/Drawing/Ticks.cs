using ScottPlot;
using ScottPlot.TickGenerators;

namespace Constellation.Reporting;

/// <summary>Limits and round ticks of an axis, all labels with the same decimals.</summary>
internal static class Ticks
{
    /// <summary>Steps of 1, 2 or 5 times a power of ten, at most <paramref name="most"/> of them.</summary>
    public static IReadOnlyList<(double At, string Label)> Linear(IAxis axis, double low, double high, int most = 6, bool wholeNumbers = false)
    {
        double raw = (high - low) / most, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = new[] { 1, 2, 5, 10 }.First(f => f * power >= raw * (1 - 1e-9)) * power;
        return Stepped(axis, low, high, wholeNumbers ? Math.Max(1, Math.Round(step)) : step);
    }

    public static IReadOnlyList<(double At, string Label)> Stepped(IAxis axis, double low, double high, double step)
    {
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 12);
        if (Math.Abs((step * Math.Pow(10, decimals)) - Math.Round(step * Math.Pow(10, decimals))) > 1e-6)
        {
            decimals++;                            // 0.25
        }

        long first = (long)Math.Ceiling((low / step) - 1e-9), last = (long)Math.Floor((high / step) + 1e-9);
        double[] ticks = [.. Enumerable.Range(0, (int)Math.Max(0, last - first + 1)).Select(i => (first + i) * step)];
        string[] labels = [.. ticks.Select(t => t.ToString("F" + decimals))];
        axis.TickGenerator = new NumericManual(ticks, labels);
        (axis.Min, axis.Max) = (low, high);
        return [.. ticks.Zip(labels)];
    }

    /// <summary>An axis that holds decimal logarithms: labels at the powers of ten, and at their double and fivefold where there is room.</summary>
    public static void Logarithmic(IAxis axis, double low, double high)
    {
        NumericManual ticks = new();
        bool few = high - low < 2.2;
        for (int power = (int)Math.Floor(low); power <= high; power++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                double place = power + Math.Log10(digit);
                if (place < low - 1e-9 || place > high + 1e-9)
                {
                    continue;
                }

                if (digit == 1 || (few && digit is 2 or 5))
                {
                    ticks.AddMajor(place, Label(digit, power));
                }
                else
                {
                    ticks.AddMinor(place);
                }
            }
        }

        axis.TickGenerator = ticks;
        (axis.Min, axis.Max) = (low, high);
    }

    /// <summary>Plain from 0.01 to 5000, else with a raised exponent: <c>5·10⁻¹⁴</c>.</summary>
    internal static string Label(int digit, int power)
    {
        const string raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        if (power is >= -2 and <= 3)
        {
            return (digit * Math.Pow(10, power)).ToString("0.##");
        }

        string ten = "10" + string.Concat(power.ToString().Select(c => c == '-' ? '⁻' : raised[c - '0']));
        return digit == 1 ? ten : $"{digit}·{ten}";
    }
}
