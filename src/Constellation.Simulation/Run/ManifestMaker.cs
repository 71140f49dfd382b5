using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Writes down what a run was made of.</summary>
internal static class ManifestMaker
{
    private const string Simulated = "simulated";

    public static string Program => $"constellation {Assembly.GetExecutingAssembly().GetName().Version!.ToString(3)}";

    public static RunManifest Make(
        ScenarioDefinition scenario, EpochGrid grid, IReadOnlyList<SatelliteDefinition> satellites, IReadOnlyList<GroundStation> stations,
        IReadOnlyDictionary<string, string> stages, string clockDatum, IReadOnlyList<string> notes,
        IReadOnlyList<SatelliteClock>? clocks = null)
    {
        string text = ScenarioText.Effective(scenario);
        return new RunManifest
        {
            FormatVersion = RunManifest.CurrentFormat,
            Program = Program,
            Scenario = scenario.Name,
            Title = scenario.Title,
            Seed = scenario.Seed,
            ScenarioDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            ScenarioText = text,
            Start = grid.Start.ToString(TimeScale.Gpst),
            StepSeconds = grid.Step.TotalSeconds,
            Epochs = grid.Count,
            Stages = stages,
            ClockDatum = clockDatum,
            Tables = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["leap_seconds"] = $"last entry {LeapSeconds.LastEntry:yyyy-MM-dd}" + (ReferenceEquals(LeapSeconds.Current, LeapSecondTable.BuiltIn) ? "" : $", {LeapSeconds.Current.Name}"),
                ["earth_orientation"] = $"{EopTable.BuiltIn.Name}, observed through {EopTable.BuiltIn.ObservedThrough.ToString(TimeScale.Utc, 0)}",
            },
            Satellites = [.. satellites.Select((s, i) => Satellite(s, grid, clocks?[i].Kinds ?? []))],
            Stations = [.. stations.Select(s => new RunStation(s.Name, s.Position.LatitudeDeg, s.Position.LongitudeDeg, s.Position.Height, s.IsAnchor, s.IsMonitor))],
            Sites = [.. scenario.Users.Sites.Select(s => new RunSite(s.Name, s.Place.LatitudeDeg, s.Place.LongitudeDeg, s.Place.Height))],
            GridStepDeg = scenario.Users.GridStepDeg,
            MaskDeg = double.RadiansToDegrees(scenario.Users.Mask),
            Notes = [.. notes],
        };
    }

    /// <summary>With the kinds of clock that were in force at the epochs of the run, whatever flew before.</summary>
    internal static RunSatellite Satellite(SatelliteDefinition s, EpochGrid grid, IReadOnlyList<ClockKindChange> kinds)
    {
        string first = kinds.Where(k => k.Lost <= grid.Start).Select(k => k.Kind).LastOrDefault(s.Clock), now = first;
        List<RunClockChange> changes = [];
        foreach (ClockKindChange change in kinds.Where(k => k.Lost > grid.Start && k.Restored <= grid.Last))
        {
            if (change.Kind != now)
            {
                changes.Add(new(change.Restored.ToString(TimeScale.Gpst), now = change.Kind));
            }
        }

        return new(s.Id.ToString(), s.Svn, s.Plane, s.Slot, s.Block, s.OrbitClass.ToString().ToLowerInvariant(), first, s.Mass, s.LaunchDate?.ToString("yyyy-MM-dd") ?? "")
        {
            ClockChanges = changes.Count > 0 ? changes : null,
        };
    }

    public static IReadOnlyDictionary<string, string> SimulatedStages(ScenarioDefinition scenario) => new Dictionary<string, string>
    {
        ["orbits"] = scenario.Orbits.Source.ToString(),
        ["clocks"] = scenario.Clocks.Source.ToString(),
        ["links"] = Simulated,
        ["control"] = Simulated,
        ["broadcast"] = Simulated,
        ["users"] = Simulated,
    };

    public static IReadOnlyDictionary<string, string> FileStages(ScenarioDefinition scenario) => new Dictionary<string, string>
    {
        ["orbits"] = scenario.Orbits.Source.ToString(),
        ["clocks"] = scenario.Clocks.Source.ToString(),
        ["links"] = "none",
        ["control"] = "none",
        ["broadcast"] = scenario.Broadcast.Source.ToString(),
        ["users"] = Simulated,
    };
}
