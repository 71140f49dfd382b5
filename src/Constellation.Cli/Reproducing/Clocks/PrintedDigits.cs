using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The two test sets of [SP1065] section 12.4, and every deviation printed for them.</summary>
internal static class PrintedDigits
{
    private const string File = "allan_test_vectors.csv";

    public const string Text =
        "Every deviation that tables 31 and 32 print for the nine frequencies of the NBS monograph and for the 1000 of the prescribed generator, evaluated anew and rounded to the digits printed.\n"
        + "Some last digits are printed one off (cut rather than rounded): one unit of the last digit is allowed.";

    private static readonly Duration s_second = Duration.FromSeconds(1);

    public static IEnumerable<Requirement> Judge(string data)
    {
        string? path = new[] { Path.Combine(data, File), Path.Combine(data, "..", "reference", File) }.FirstOrDefault(System.IO.File.Exists);
        if (path is null)
        {
            yield return new($"deviations of {File}", "printed", "1 unit of the last digit", "-", null, $"{File} is not at hand");
            yield break;
        }

        Dictionary<string, double[]> sets = new() { ["NBS14"] = FrequencyStability.OffsetsFromFrequency([892, 809, 823, 798, 671, 644, 883, 903, 677], s_second), ["LCG1000"] = FrequencyStability.OffsetsFromFrequency(Generator(), s_second) };
        foreach (IGrouping<string, string[]> set in System.IO.File.ReadLines(path).Skip(1).Select(l => l.Split(',')).Where(f => f.Length == 5 && f[4].Length > 0 && sets.ContainsKey(f[0])).GroupBy(f => f[0]))
        {
            (int count, int equal, double worst, string where) = (0, 0, 0, "");
            foreach (string[] row in set)
            {
                if (!Enum.TryParse(row[2], ignoreCase: true, out StabilityStatistic statistic))
                {
                    continue;                                        // means and medians of the values, which are no statistic of a clock
                }

                int m = int.Parse(row[1], CultureInfo.InvariantCulture);
                double printed = double.Parse(row[4], CultureInfo.InvariantCulture), unit = UnitOfLastDigit(row[4]);
                double off = Math.Abs(FrequencyStability.Deviation(statistic, sets[set.Key], s_second, m) - printed) / unit;
                count++;
                equal += off <= 0.5 + 1e-6 ? 1 : 0;
                if (off > worst)
                {
                    (worst, where) = (off, $"{row[2]} at {m}");
                }
            }

            yield return new(
                $"{count} deviations of {set.Key}", "[SP1065] tables 31, 32", "1 unit of the last digit",
                FormattableString.Invariant($"{equal} of {count} to every digit, largest difference {worst:0.00} units ({where})"), worst <= 1);
        }
    }

    /// <summary>The generator of [SP1065] section 12.4: n' = 16807 n mod 2147483647.</summary>
    private static double[] Generator()
    {
        double[] values = new double[1000];
        long n = 1_234_567_890;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = n / 2147483647.0;
            n = 16807 * n % 2147483647;
        }

        return values;
    }

    private static double UnitOfLastDigit(string text)
    {
        string[] parts = text.Split('e', 'E');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1, exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return Math.Pow(10, exponent - decimals);
    }
}
