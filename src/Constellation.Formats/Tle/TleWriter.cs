using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes two-line elements with a line of the name before them where there is one. [CelesTrakTle]</summary>
public static class TleWriter
{
    /// <summary>Writes all sets that fit into the columns; the stream stays open.</summary>
    /// <returns>A warning for every set that does not fit and is left out.</returns>
    public static IReadOnlyList<Diagnostic> Write(Stream stream, IEnumerable<MeanElementSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        List<Diagnostic> leftOut = [];
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (MeanElementSet set in sets)
        {
            if (!TryFormat(set, out string first, out string second, out string problem))
            {
                leftOut.Add(Diagnostic.Warning("CN3214", set.Where, $"{set} does not fit into two-line elements: {problem}", "it is left out; an OMM can hold it"));
                continue;
            }

            if (set.Name.Length > 0)
            {
                text.WriteLine(set.Name);
            }

            text.WriteLine(first);
            text.WriteLine(second);
        }

        return leftOut;
    }

    /// <summary>The two lines of a set; false with the reason where a value does not fit into its columns.</summary>
    public static bool TryFormat(MeanElementSet set, out string first, out string second, out string problem)
    {
        ArgumentNullException.ThrowIfNull(set);
        (first, second, problem) = ("", "", "");
        ScaleReading epoch = Rounded(set.Epoch).In(TimeScale.Utc);
        if (set.CatalogueNumber is < 0 or > MeanElementSet.LargestTleNumber)
        {
            problem = $"its catalogue number is above {MeanElementSet.LargestTleNumber}";
        }
        else if (!Designator.TryToTle(set.Designator, out string designator))
        {
            problem = $"its designator '{set.Designator}' has more than eight characters";
        }
        else if (!TryRate(set.MeanMotionDot, out string dot) || !TryExponential(set.MeanMotionDotDot, out string dotDot) || !TryExponential(set.BStar, out string bStar))
        {
            problem = "a rate or B* is too large";
        }
        else if (epoch.Year is < 1972 or > 2056)
        {
            problem = "its epoch has no two-digit year";
        }
        else
        {
            string number = CatalogueNumber.ToText(set.CatalogueNumber);
            long fraction = ((epoch.SecondOfDay.WholeSeconds * 1_000_000) + (epoch.Attoseconds / 1_000_000_000_000)) / 864;
            first = Closed(string.Create(CultureInfo.InvariantCulture, $"1 {number}{set.Classification} {designator} {epoch.Year % 100:00}{epoch.DayOfYear:000}.{Math.Min(fraction, 99_999_999):00000000} {dot} {dotDot} {bStar} {set.EphemerisType % 10} {set.ElementSetNumber % 10000,4}"));
            second = Closed(string.Create(
                CultureInfo.InvariantCulture,
                $"2 {number} {set.InclinationDeg,8:0.0000} {Turn(set.RightAscensionDeg),8:0.0000} {Math.Min(9_999_999, Math.Round(set.Eccentricity * 1e7)):0000000} {Turn(set.ArgumentOfPerigeeDeg),8:0.0000} {Turn(set.MeanAnomalyDeg),8:0.0000} {set.MeanMotionRevPerDay,11:0.00000000}{set.RevolutionNumber % 100_000,5}"));
        }

        return problem.Length == 0;
    }

    /// <summary>To the nearest 864 us, the unit of the last decimal.</summary>
    private static Epoch Rounded(Epoch epoch)
    {
        ScaleReading r = epoch.In(TimeScale.Utc);
        long unit = 864, micro = (r.SecondOfDay.WholeSeconds * 1_000_000) + ((r.Attoseconds + 500_000_000_000) / 1_000_000_000_000);
        return epoch - r.SecondOfDay + Duration.FromSeconds(0, unit * 1_000_000_000_000) * ((micro + (unit / 2)) / unit);
    }

    /// <summary>Into 0 to 360 as four decimals print it.</summary>
    private static double Turn(double degrees)
    {
        double turned = Math.Round(degrees - (360 * Math.Floor(degrees / 360)), 4);
        return turned >= 360 ? 0 : turned;
    }

    private static bool TryRate(double rate, out string text)
    {
        string digits = Math.Abs(rate).ToString("0.00000000", CultureInfo.InvariantCulture);
        text = (double.IsNegative(rate) && rate != 0 ? "-" : " ") + digits[1..];
        return Math.Abs(rate) < 0.999999995;
    }

    private static bool TryExponential(double value, out string text)
    {
        string[] parts = Math.Abs(value).ToString("E4", CultureInfo.InvariantCulture).Split('E');
        int power = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        bool zero = value == 0 || power < -9;
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        text = zero ? " 00000+0" : $"{(value < 0 ? '-' : ' ')}{digits}{(power < 0 ? '-' : '+')}{Math.Abs(power)}";
        return zero || power <= 9;
    }

    private static string Closed(string line)
    {
        int sum = line.Sum(c => char.IsAsciiDigit(c) ? c - '0' : c == '-' ? 1 : 0);
        return line + (char)('0' + (sum % 10));
    }
}
