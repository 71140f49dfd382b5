using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Options and arguments that verbs share, with their parsers: one spelling and one error text each.</summary>
internal static class Options
{
    public static Option<string?> Output(string help = "Write the data to FILE instead of standard output") =>
        new("--output", "-o") { Description = help, HelpName = "FILE" };

    public static Option<string> Format(params string[] formats)
    {
        string[] known = formats.Length == 0 ? ["csv", "json", "parquet"] : formats;
        Option<string> option = new("--format") { Description = "Format of the table", HelpName = string.Join('|', known), DefaultValueFactory = _ => known[0] };
        option.AcceptOnlyFromAmong(known);
        return option;
    }

    public static Option<int> Threads() =>
        new("--threads") { Description = "Worker threads; the output does not depend on it", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount, CustomParser = r => ParseInteger(r, 1, 1024) };

    public static Option<ulong?> Seed() =>
        new("--seed") { Description = "Seed of the random numbers", HelpName = "N" };

    /// <summary>Warnings of the input count as errors.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "Stop with exit status 2 at any warning about the input, instead of leaving out what is wrong" };

    /// <summary>An epoch with its scale: <c>2024-09-20T00:00:00GPST</c>, <c>...Z</c>, <c>2333:432000</c>.</summary>
    public static Option<Epoch?> Epoch(string name, string help) =>
        new(name) { Description = help, HelpName = "EPOCH", CustomParser = r => ParseEpoch(r, Single(r)) };

    public static Option<Epoch[]> Epochs(string name, string help) => new(name)
    {
        Description = help,
        HelpName = "EPOCH",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = r => [.. r.Tokens.SelectMany(t => t.Value.Split(',')).Select(t => ParseEpoch(r, t)).OfType<Epoch>()],
    };

    /// <summary>A duration with its unit: <c>30s</c>, <c>5min</c>, <c>24h</c>, <c>7d</c>.</summary>
    public static Option<Duration?> Duration(string name, string help) => new(name)
    {
        Description = help,
        HelpName = "DURATION",
        CustomParser = r =>
        {
            string text = Single(r);
            if (Time.Duration.TryParse(text, out Duration duration))
            {
                return duration;
            }

            r.AddError($"'{text}' is not a duration for {name}; write a number with its unit: 30s, 5min, 24h, 7d");
            return null;
        },
    };

    /// <summary>Satellites as ids, ranges, systems and groups: <c>C19,C32-C37,E,C@phm</c>.</summary>
    public static Option<SatelliteSelector> Satellites() => new("--sat")
    {
        Description = "Satellites: ids, ranges, systems, such as C19,C32-C37,E; of a constellation also groups by clock, plane or class of orbit, such as C@phm,G@plane-B,C@igso",
        HelpName = "LIST",
        DefaultValueFactory = _ => SatelliteSelector.All,
        CustomParser = r =>
        {
            if (SatelliteSelector.TryParse(Single(r), out SatelliteSelector? selector, out string problem))
            {
                return selector;
            }

            r.AddError(problem);
            return SatelliteSelector.All;
        },
    };

    /// <summary>Settings of a scenario from outside: <c>--set path=value</c>, as often as wanted.</summary>
    public static Option<string[]> Settings() => new("--set")
    {
        Description = "Replace a value of the scenario, such as users.mask_deg=10; may be given several times",
        HelpName = "PATH=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>A site: geodetic latitude and longitude in degrees, height in metres.</summary>
    public static Option<double[]?> Site(string name = "--site") => new(name)
    {
        Description = "Site: latitude, longitude (degrees, north and east positive) and height (m)",
        HelpName = "LAT,LON,H",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = r =>
        {
            string text = Single(r);
            double[] values = [.. text.Split(',').Select(t => double.TryParse(t, out double v) && double.IsFinite(v) ? v : double.NaN)];
            if (values.Length == 2)
            {
                values = [.. values, 0];
            }

            if (values.Length == 3 && Math.Abs(values[0]) <= 90 && Math.Abs(values[1]) <= 360 && Math.Abs(values[2]) <= 1e9)
            {
                return values;
            }

            r.AddError($"'{text}' is not a site; write latitude,longitude,height such as 39.9,116.4,50");
            return null;
        },
    };

    public static Option<double> Number(string name, string help, double fallback, double min, double max, string unit) => new(name)
    {
        Description = $"{help} (default {fallback} {unit})",
        HelpName = unit,
        DefaultValueFactory = _ => fallback,
        CustomParser = r =>
        {
            string text = Single(r);
            if (double.TryParse(text, out double value) && value >= min && value <= max)
            {
                return value;
            }

            r.AddError($"'{text}' is not a value of {name}; write a number from {min} to {max} {unit}");
            return fallback;
        },
    };

    private static string Single(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";

    private static int ParseInteger(ArgumentResult result, int min, int max)
    {
        if (int.TryParse(Single(result), out int value) && value >= min && value <= max)
        {
            return value;
        }

        result.AddError($"'{Single(result)}' is not a whole number from {min} to {max}");
        return min;
    }

    private static Epoch? ParseEpoch(ArgumentResult result, string text)
    {
        if (Time.Epoch.TryParse(text, out Epoch epoch, out string problem))
        {
            return epoch;
        }

        result.AddError($"{problem}; write an epoch with its time scale: 2024-09-20T00:00:00GPST, 2024-09-20T00:00:00Z, 2333:432000");
        return null;
    }
}
