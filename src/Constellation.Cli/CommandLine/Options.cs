using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
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
        new("--seed")
        {
            Description = "Seed of the random numbers",
            HelpName = "N",
            CustomParser = r =>
            {
                if (ulong.TryParse(Single(r), out ulong seed))
                {
                    return seed;
                }

                r.AddError($"'{Single(r)}' is not a seed; write a whole number from 0 to {ulong.MaxValue}");
                return null;
            },
        };

    /// <summary>Warnings of the input count as errors.</summary>
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

    /// <summary>A duration with its unit: <c>30s</c>, <c>5min</c>, <c>24h</c>, <c>7d</c>; where it must be positive, zero and negative ones are refused.</summary>
    public static Option<Duration?> Duration(string name, string help, bool positive = false) => new(name)
    {
        Description = help,
        HelpName = "DURATION",
        CustomParser = r =>
        {
            string text = Single(r);
            if (Time.Duration.TryParse(text, out Duration duration))
            {
                if (positive && duration <= Time.Duration.Zero)
                {
                    r.AddError($"'{text}' for {name} is not positive; write a duration above zero such as 30s, 5min, 24h, 7d");
                }

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

    /// <summary>Any problem of the input ends the command: <c>--strict</c>.</summary>
    /// <summary>Forces by name, with the gravity that is built in.</summary>
    public static Option<ForceSelection> Forces(string help, ForceSelection fallback) => new("--forces")
    {
        Description = help + "; forces and sets of them ('list forces'), a minus sign before a name takes it away",
        HelpName = "LIST",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (text.StartsWith('-'))
            {
                result.AddError($"'{text}' takes away from nothing: begin with a set or a force, such as full,{text}");
                return fallback;
            }

            if (!ForceSelection.TryParse(text.Split(',', StringSplitOptions.TrimEntries), out ForceSelection? selection, out string problem))
            {
                result.AddError(problem);
                return fallback;
            }

            (int degree, int most) = (selection.GravityDegree(ForceCatalog.StandardDegree), GravityField.Egm2008.Degree);
            if (degree > most)
            {
                result.AddError($"gravity to degree {degree} is asked for, the built-in {GravityField.Egm2008.Name} has {most}: ask for less");
            }

            return selection;
        },
    };

    public static Option<bool> Strict() => new("--strict")
    {
        Description = "End with status 2 at any problem of the input files, also a warning; without it every problem is told and the rest is used",
    };

    /// <summary>Satellite numbers of objects that do not tell theirs: <c>--name OBJECT=SAT</c>, as often as wanted.</summary>
    public static Option<Dictionary<string, SatelliteId>> Names() => new("--name")
    {
        Description = "Satellite number for an object of an OEM that has none: its name or designator, such as \"2019-023A=C99\"; may be given several times",
        HelpName = "OBJECT=SAT",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = r =>
        {
            Dictionary<string, SatelliteId> names = [];
            foreach (string text in r.Tokens.Select(t => t.Value))
            {
                int equals = text.LastIndexOf('=');
                if (equals > 0 && SatelliteId.TryParse(text[(equals + 1)..].Trim(), out SatelliteId id))
                {
                    names[text[..equals].Trim()] = id;
                }
                else
                {
                    r.AddError($"'{text}' is not a number for an object; write OBJECT=SAT such as \"2019-023A=C99\"");
                }
            }

            return names;
        },
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
        Description = help,
        HelpName = unit.Length == 0 ? "NUMBER" : unit,
        DefaultValueFactory = _ => fallback,
        CustomParser = r =>
        {
            string text = Single(r);
            if (double.TryParse(text, out double value) && value >= min && value <= max)
            {
                return value;
            }

            r.AddError($"'{text}' is not a value of {name}; write a number from {min} to {max}{(unit.Length == 0 ? "" : $" ({unit})")}");
            return fallback;
        },
    };

    /// <summary>A length in metres or with its unit: <c>27906km</c>, <c>26560e3</c>, <c>42164200m</c>.</summary>
    public static Option<double?> Length(string name, string help, double min, double max) => new(name)
    {
        Description = help,
        HelpName = "LENGTH",
        CustomParser = r =>
        {
            string text = Single(r);
            (string number, double unit) = text.EndsWith("km", StringComparison.Ordinal) ? (text[..^2], 1000) : text.EndsWith('m') ? (text[..^1], 1) : (text, 1);
            if (double.TryParse(number, out double value) && value * unit >= min && value * unit <= max)
            {
                return value * unit;
            }

            r.AddError($"'{text}' is not a length for {name}; write metres, or kilometres with their unit such as 27906km, from {min / 1000:0} to {max / 1000:0} km");
            return null;
        },
    };

    /// <summary>Numbers one by one and as ranges: <c>3-6</c>, <c>4,6,8</c>, <c>45-65:5</c>.</summary>
    public static Option<double[]> Range(string name, string help, double min, double max, bool whole) => new(name)
    {
        Description = help,
        HelpName = "LIST",
        Required = true,
        CustomParser = r =>
        {
            string text = Single(r);
            SortedSet<double> values = [];
            foreach (string part in text.Split(','))
            {
                string[] ends = part.Split(':')[0].Split('-');
                string step = part.Contains(':', StringComparison.Ordinal) ? part.Split(':')[1] : "1";
                if (ends.Length > 2 || !double.TryParse(ends[0], out double first) || !double.TryParse(ends[^1], out double last) || !double.TryParse(step, out double by)
                    || !(by > 0) || !(first >= min) || !(last <= max) || last < first || (last - first) / by > 1000 || (whole && (first != Math.Floor(first) || by != Math.Floor(by))))
                {
                    r.AddError($"'{part}' is no part of a list for {name}; write {(whole ? "whole numbers" : "numbers")} from {min} to {max} such as 6, 3-6 or 40-60:5");
                    return [];
                }

                for (int i = 0; first + (i * by) <= last + 1e-9; i++)
                {
                    values.Add(Math.Round(first + (i * by), 9));
                }
            }

            return [.. values];
        },
    };

    /// <summary>Two whole numbers: revolutions and days, <c>13/7</c>.</summary>
    public static Option<(int Revolutions, int Days)?> Repeat(string name, string help) => new(name)
    {
        Description = help,
        HelpName = "N/D",
        CustomParser = r =>
        {
            string text = Single(r);
            string[] parts = text.Split('/');
            if (parts.Length == 2 && int.TryParse(parts[0], out int revolutions) && int.TryParse(parts[1], out int days) && revolutions is > 0 and <= 1000 && days is > 0 and <= 366)
            {
                return (revolutions, days);
            }

            r.AddError($"'{text}' is not a repeat; write revolutions/days such as 13/7");
            return null;
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
