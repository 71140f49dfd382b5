using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Options of <c>availability</c> that say what fails.</summary>
internal static class AvailabilityOptions
{
    private static readonly string[] s_equipment = ["satellite", "outage", "clock", "link", "station"];

    /// <summary><c>KIND=BETWEEN[/REPAIR]</c>, several times; <c>never</c> for equipment that does not fail.</summary>
    public static Option<string[]> Rates() => new("--mtbf")
    {
        Description = "Mean time between failures and to repair of one kind of equipment: satellite=BETWEEN, and outage, clock, link, station=BETWEEN/REPAIR, such as outage=5000h/36h or clock=never; may be given several times",
        HelpName = "KIND=BETWEEN[/REPAIR]",
        DefaultValueFactory = _ => [],
    };

    /// <exception cref="InputException">CN6101: not of that form.</exception>
    public static FailureSettings Apply(FailureSettings settings, IEnumerable<string> rates)
    {
        foreach (string text in rates)
        {
            string[] parts = text.Split('=');
            string[] times = parts.Length == 2 ? parts[1].Split('/') : [];
            int kind = Array.IndexOf(s_equipment, parts[0]);
            bool never = times is ["never"];
            Duration between = default, repair = default;
            bool good = kind >= 0 && (never || (times.Length is 1 or 2 && Duration.TryParse(times[0], out between) && between > Duration.Zero && (times.Length == 1 || (kind > 0 && Duration.TryParse(times[1], out repair) && repair > Duration.Zero))));
            if (!good)
            {
                throw new InputException(Diagnostic.Error("CN6101", new SourceSpan("--mtbf"), $"'{text}' is no rate of failures", $"write KIND=BETWEEN/REPAIR with a kind of {string.Join(", ", s_equipment)} and positive durations, such as outage=5000h/36h, satellite=4000d or clock=never"));
            }

            EquipmentRates Of(EquipmentRates known) => new(never ? null : between, times.Length == 2 ? repair : known.ToRepair);
            settings = kind switch
            {
                0 => settings with { Life = never ? null : between },
                1 => settings with { Outages = Of(settings.Outages) },
                2 => settings with { Clock = Of(settings.Clock) },
                3 => settings with { Link = Of(settings.Link) },
                _ => settings with { Station = Of(settings.Station) },
            };
        }

        return settings;
    }

    /// <summary>Known outages: <c>SAT,FROM,LENGTH</c> a line, from the start of the study.</summary>
    /// <exception cref="InputException">CN6102: a line is not of that form.</exception>
    public static IReadOnlyList<ListedOutage> ReadOutages(string? path, ConstellationSlots slots)
    {
        if (path is null)
        {
            return [];
        }

        if (!File.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN6102", new SourceSpan(path), "there is no such file", "give a list of outages: lines C19,100d,12h"));
        }

        List<ListedOutage> outages = [];
        List<Diagnostic> wrong = [];
        foreach ((int i, string line) in File.ReadLines(path).Index())
        {
            string[] parts = line.Split('#')[0].Split(',', StringSplitOptions.TrimEntries);
            if (parts is [""])
            {
                continue;
            }

            if (parts.Length == 3 && SatelliteId.TryParse(parts[0], out SatelliteId id) && slots.Satellites.Any(s => s.Id == id)
                && Duration.TryParse(parts[1], out Duration from) && from >= Duration.Zero && Duration.TryParse(parts[2], out Duration length) && length > Duration.Zero)
            {
                outages.Add(new(id, from, length));
            }
            else
            {
                wrong.Add(Diagnostic.Error("CN6102", new SourceSpan(path, i + 1, 1), $"'{line}' is no outage of a satellite in service", "write SAT,FROM,LENGTH with FROM counted from the start of the study, such as C19,100d,12h"));
            }
        }

        return wrong.Count == 0 ? outages : throw new InputException(wrong);
    }

    /// <summary>A whole number within bounds.</summary>
    public static Option<int> Integer(string name, string help, int fallback, int least, int most) => new(name)
    {
        Description = help,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = r => Parse(r, name, least, most) ?? fallback,
    };

    /// <summary>A whole number within bounds, or none.</summary>
    public static Option<int?> Integer(string name, string help, int least, int most) => new(name) { Description = help, HelpName = "N", CustomParser = r => Parse(r, name, least, most) };

    private static int? Parse(ArgumentResult result, string name, int least, int most)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (int.TryParse(text, out int value) && value >= least && value <= most)
        {
            return value;
        }

        result.AddError($"'{text}' is not a value of {name}; write a whole number from {least} to {most}");
        return null;
    }
}
