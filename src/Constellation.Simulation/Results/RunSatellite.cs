using System.Text.Json.Serialization;

namespace Constellation.Simulation;

/// <summary>A satellite of a run.</summary>
/// <remarks><c>Sat</c> is the RINEX id, <c>OrbitClass</c> one of <c>meo</c>, <c>igso</c>, <c>geo</c>, <c>Clock</c> a name of the clock catalogue: the kind that is in force at the first epoch.</remarks>
public sealed record RunSatellite(string Sat, string Svn, string Plane, string Slot, string Block, string OrbitClass, string Clock, double MassKg, string Launched)
{
    /// <summary>Kinds of spares that took over later, in order of time; null where the kind stayed the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunClockChange>? ClockChanges { get; init; }

    /// <summary>For people: the kinds of its clock, the later ones with their epochs.</summary>
    [JsonIgnore]
    public string ClockStory => string.Join(", ", [Clock, .. (ClockChanges ?? []).Select(c => $"{c.Clock} from {c.Epoch}")]);
}
