using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What no single key can tell: whether the settings of a scenario go together, and whether a run of it fits into memory.</summary>
internal static class ScenarioChecks
{
    /// <summary>The filter has 14 unknowns for a satellite: its covariance then takes 100 MB.</summary>
    private const int MostSatellites = 250;

    /// <summary>States of satellites, 100 bytes each: 1 GB.</summary>
    private const double MostStates = 1e7;

    /// <summary>Fixes of users, 40 bytes each: 1.2 GB.</summary>
    private const double MostFixes = 3e7;

    /// <summary>Nodes of clock histories, 16 bytes each: 0.5 GB.</summary>
    private const double MostClockNodes = 3e7;

    public static void Check(ScenarioDefinition scenario, TomlTable root)
    {
        Times(scenario, root.Table("time"));
        Grid(scenario, root.Table("users"));
        Sites(root.Table("users"));
        Segment(scenario, root.Table("links"), root.Table("control"));
        Uploads(scenario, root.Table("broadcast"));
        Orientation(scenario, root.Table("control"));
        Faults(scenario, root.Table("faults"));
        ClockChecks.Check(scenario, root.Table("clocks"));
        Size(scenario, root);
    }

    private static void Times(ScenarioDefinition scenario, TomlTable time)
    {
        if (!time.Has(ScenarioKeys.Start.Name) && scenario.Orbits.Source.IsSimulated && scenario.Clocks.Source.IsSimulated && scenario.Broadcast.Source.IsSimulated)
        {
            time.Error(ScenarioKeys.Start.Name, "CN2206", "'time.start' is missing, and no file gives a first epoch", "add [time] with start = \"2024-09-20T00:00:00GPST\"");
        }

        if (scenario.Step > scenario.Duration)
        {
            string key = time.Has(ScenarioKeys.Step.Name) ? ScenarioKeys.Step.Name : ScenarioKeys.Length.Name;
            time.Error(key, "CN2207", $"the step of {scenario.Step} is longer than the duration of {scenario.Duration}", "shorten the step or lengthen the duration");
        }
    }

    private static void Grid(ScenarioDefinition scenario, TomlTable users)
    {
        double rows = 180 / scenario.Users.GridStepDeg;
        if (Math.Abs(rows - Math.Round(rows)) > 1e-9)
        {
            users.Error(ScenarioKeys.GridStep.Name, "CN2216", $"cells of {TomlLiteral.Of(scenario.Users.GridStepDeg)} degrees do not fill 180 degrees", "choose a divisor of 180, such as 1, 2, 2.5, 5, 10, 15");
        }
    }

    private static void Sites(TomlTable users)
    {
        HashSet<string> names = [];
        foreach (TomlTable site in ScenarioKeys.Site.Of(users))
        {
            string key = ScenarioKeys.SiteName.Name, name = site.Has(key) && site.TryGet(key, out TomlValue? value) && value.Content is string text ? text : "";
            if (name.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ' ')))
            {
                site.Error(key, "CN2212", $"'{name}' cannot be the name of a site", "use letters, digits, '-', '_', '.' and blanks");
            }
            else if (RunSummary.IsScope(name))
            {
                site.Error(key, "CN2212", $"'{name}' cannot be the name of a site: the summary has rows of that name", $"choose another, such as 'my-{name}'");
            }
            else if (name.Length > 0 && !names.Add(name))
            {
                site.Error(key, "CN2212", $"site '{name}' is given twice", "give each site its own name");
            }
        }
    }

    private static void Segment(ScenarioDefinition scenario, TomlTable links, TomlTable control)
    {
        bool payloadMeant = scenario.Links.Payload is not null || (links.Has(ScenarioKeys.Payload.Name) && ScenarioKeys.Payload.Read(links) != "none");
        if (scenario.Control.Segment is { Crosslinks: true, MonitorSet: null } segment && !payloadMeant && scenario.Broadcast.Source.IsSimulated)
        {
            control.Error(ScenarioKeys.Segment.Name, "CN2210", $"the control segment '{segment.Name}' measures with crosslinks, and 'links.payload' is \"none\"", "give a payload ('constellation list payloads'), or choose ground-global, ground-regional or ground+isl");
        }

        if (scenario.Control.Segment.Crosslinks && scenario.Links.Without.Count > 0 && scenario.Links.Without.Count >= scenario.Satellites.Count - 1)
        {
            links.Error(ScenarioKeys.Without.Name, "CN2210", $"{scenario.Satellites.Count - scenario.Links.Without.Count} of {scenario.Satellites.Count} satellites carry a terminal: there is no crosslink", "leave at least two of them a terminal, or choose a control segment without isl");
        }

        if (scenario.Links.Payload is { NoiseFromBudget: true, Hardware.Ground: null } deaf && scenario.Control.Segment is { AnchorSet: not null } anchored && scenario.Broadcast.Source.IsSimulated)
        {
            control.Error(ScenarioKeys.Segment.Name, "CN2210", $"the control segment '{anchored.Name}' has anchor stations, and '{deaf.Name}' has no terminal for the ground", "choose a segment without anchors (isl-only, ground-global+isl, ...), or give the payload a [ground] table");
        }

        if (scenario.Links.Payload is { } payload && scenario.Control.Segment.Crosslinks && scenario.Control.Interval.TotalSeconds < payload.FrameLength)
        {
            control.Error(ScenarioKeys.Interval.Name, "CN2214", $"rounds every {scenario.Control.Interval} overlap: one round of '{payload.Name}' lasts {payload.FrameLength} s", "lengthen the interval");
        }
    }

    private static void Uploads(ScenarioDefinition scenario, TomlTable broadcast)
    {
        if (scenario.Broadcast is { Upload: UploadMode.Network, Source.IsSimulated: true } && scenario.Control.Segment is { AnchorSet: null, MonitorSet: null } segment)
        {
            broadcast.Error(ScenarioKeys.Upload.Name, "CN2222", $"the control segment '{segment.Name}' has no ground station that could upload", "choose a segment with stations, or upload = \"interval\"");
        }
    }

    private static void Orientation(ScenarioDefinition scenario, TomlTable control)
    {
        if (scenario is { Control.Orientation: OrientationPrediction.Linear, Start: { } start })
        {
            Epoch upload = start - scenario.Control.OrientationAge, last = start + scenario.Duration;
            if (upload - Duration.FromDays(OrientationErrors.RateDays) < EopTable.BuiltIn.First || last > EopTable.BuiltIn.ObservedThrough)
            {
                control.Error(
                    ScenarioKeys.Orientation.Name, "CN2219", $"the table of observed Earth orientation does not cover {(upload - Duration.FromDays(OrientationErrors.RateDays)).ToString(TimeScale.Gpst)} to {last.ToString(TimeScale.Gpst)}",
                    $"choose epochs before {EopTable.BuiltIn.ObservedThrough.ToString(TimeScale.Gpst)}, or orientation = \"bulletin-a\"");
            }
        }
    }

    private static void Faults(ScenarioDefinition scenario, TomlTable faults)
    {
        if (scenario.Faults.AnchorLostAt is { } lost)
        {
            Within(scenario, faults, ScenarioKeys.AnchorLostAt, lost);
            if (scenario.Control.Segment.AnchorSet is null)
            {
                faults.Error(ScenarioKeys.AnchorLostAt.Name, "CN2211", $"the control segment '{scenario.Control.Segment.Name}' has no anchor to lose", "choose isl+anchor or ground+isl, or leave this fault out");
            }
        }

        foreach (TomlTable fault in ScenarioKeys.ClockFault.Of(faults))
        {
            if (ScenarioKeys.ClockFaultAt.ReadIfGiven(fault) is { } at)
            {
                Within(scenario, fault, ScenarioKeys.ClockFaultAt, at);
            }
        }

        foreach (TomlTable fault in ScenarioKeys.LinkFault.Of(faults))
        {
            if (ScenarioKeys.LinkFaultFrom.ReadIfGiven(fault) is { } from)
            {
                Within(scenario, fault, ScenarioKeys.LinkFaultFrom, from);
            }
        }

        if (ScenarioKeys.LinkFault.Of(faults) is { Count: > 0 } links && !scenario.Control.Segment.Crosslinks)
        {
            links[0].Error("", "CN2211", $"the control segment '{scenario.Control.Segment.Name}' has no crosslinks that could be wrong", "choose a segment with crosslinks, or leave this fault out");
        }
    }

    private static void Within(ScenarioDefinition scenario, TomlTable table, EpochKey key, Epoch at)
    {
        if (scenario.Start is { } start && (at < start - scenario.Control.WarmUp || at > start + scenario.Duration))
        {
            table.Error(key.Name, "CN2211", $"{at.ToString(TimeScale.Gpst)} lies outside the run, {(start - scenario.Control.WarmUp).ToString(TimeScale.Gpst)} (with warm-up) to {(start + scenario.Duration).ToString(TimeScale.Gpst)}", "choose an epoch inside it");
        }
    }

    private static void Size(ScenarioDefinition scenario, TomlTable root)
    {
        int satellites = scenario.Satellites.Count;
        double epochs = Math.Floor(scenario.Duration.TotalSeconds / scenario.Step.TotalSeconds) + 1, whole = (scenario.Duration + scenario.Control.WarmUp).TotalSeconds;
        double rows = 180 / scenario.Users.GridStepDeg, users = (2 * rows * rows) + scenario.Users.Sites.Count;
        (double Size, double Most, TomlTable Table, ScenarioKey Key, string What, string Remedy)[] sizes =
        [
            (satellites, MostSatellites, root.Table("constellation"), ScenarioKeys.Satellites, "satellites", "choose some of them"),
            (satellites * epochs, MostStates, root.Table("time"), ScenarioKeys.Step, "states of satellites", "choose a longer step or a shorter duration"),
            (users * epochs, MostFixes, root.Table("users"), ScenarioKeys.GridStep, "positions of users", "choose a coarser grid, a longer step or a shorter duration"),
            (satellites * whole / scenario.Control.Interval.TotalSeconds, MostStates, root.Table("control"), ScenarioKeys.Interval, "estimates of the control segment", "choose a longer interval or a shorter duration"),
            (scenario.Satellites.Sum(s => 1 + scenario.Clocks.SparesOf(s.Id)) * whole / scenario.Clocks.Sampling.TotalSeconds, MostClockNodes, root.Table("clocks"), ScenarioKeys.Sampling, "nodes of clocks", "choose a longer sampling or a shorter duration"),
        ];
        foreach ((double size, double most, TomlTable table, ScenarioKey key, string what, string remedy) in sizes)
        {
            if (size > most)
            {
                table.Error(key.Name, "CN2208", $"{Count(size)} {what}, at most {Count(most)} fit into memory", remedy);
            }
        }
    }

    private static string Count(double value) => value < 1e6 ? $"{value:0}" : $"{value:0.##e0}";
}
