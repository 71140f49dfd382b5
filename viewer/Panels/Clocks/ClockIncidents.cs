using System.Text.RegularExpressions;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What happened to clocks within a run: events of its scenario, changes of kind in its manifest, and what its notes tell of clocks.</summary>
internal static partial class ClockIncidents
{
    /// <summary>By time.</summary>
    public static IReadOnlyList<ClockIncident> Of(SourceTables tables)
    {
        if (tables.Folder is not { } folder)
        {
            return [];
        }

        List<ClockIncident> found = [];
        foreach ((SatelliteId satellite, ClockEvent happened, int unit) in tables.Scenario?.Faults.Clocks ?? [])
        {
            found.Add(new(happened.Epoch, satellite, Describe(happened) + (unit > 0 ? $" of unit {unit}" : "")));
        }

        foreach (RunSatellite satellite in folder.Manifest.Satellites)
        {
            foreach (RunClockChange change in satellite.ClockChanges ?? [])
            {
                if (SatelliteId.TryParse(satellite.Sat, null, out SatelliteId id) && TryEpoch(change.Epoch, out Epoch at))
                {
                    found.Add(new(at, id, $"{change.Clock} took over"));
                }
            }
        }

        foreach (string note in folder.Manifest.Notes)
        {
            if (note.Contains("clock", StringComparison.Ordinal) && Told().Match(note) is { Success: true } told && SatelliteId.TryParse(told.Groups[1].Value, null, out SatelliteId id) && TryEpoch(told.Groups[2].Value + "GPST", out Epoch at))
            {
                found.Add(new(at, id, note[(note.IndexOf(':', StringComparison.Ordinal) + 2)..]));
            }
        }

        return [.. found.Where(i => i.Epoch >= tables.Grid.Start && i.Epoch <= tables.Grid.Last).OrderBy(i => i.Epoch).ThenBy(i => i.Satellite)];
    }

    private static string Describe(in ClockEvent e) =>
        e.Failure ? "failure"
        : e.PhaseStep != 0 ? $"phase jump of {PanelWords.Seconds(e.PhaseStep)}"
        : e.FrequencyStep != 0 ? FormattableString.Invariant($"frequency step of {e.FrequencyStep:0.0e0}")
        : e.DriftStep != 0 ? "change of drift" : e.TransientFrequency != 0 ? "transient of frequency" : "change of noise";

    private static bool TryEpoch(string text, out Epoch epoch)
    {
        try
        {
            epoch = Epoch.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            epoch = default;
            return false;
        }
    }

    [GeneratedRegex(@"^([A-Z]\d\d): .*? at (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d) GPST")]
    private static partial Regex Told();
}
