using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>What the runs of a group have made that others of it need as well: each thing once.</summary>
/// <param name="net">Planned for all of the group, in other shards too.</param>
internal sealed class GroupShare(PlannedNet net)
{
    private readonly Dictionary<ulong, MemberRun> _bySeed = [];
    private readonly Dictionary<(BroadcastSettings, NetworkSettings), UploadPlan> _uploads = [];

    public ILinkSchedule Schedule => net.Schedule;

    /// <summary>Predictions and ephemerides of the round.</summary>
    public MessageOrbits Messages { get; } = new();

    /// <summary>Orbits that links are planned by; null before the first member.</summary>
    public IReadOnlyList<IOrbit>? Planned => net.Orbits;

    /// <summary>A member with these draws of orbits and links; null: none yet.</summary>
    public MemberRun? OfSeed(ulong seed) => _bySeed.GetValueOrDefault(seed);

    /// <summary>When predictions go up: it hangs on orbits that are planned by, on schedule and settings.</summary>
    public UploadPlan UploadsOf(ScenarioDefinition scenario, Func<UploadPlan> make)
    {
        (BroadcastSettings, NetworkSettings) key = (scenario.Broadcast, scenario.Network);
        if (!_uploads.TryGetValue(key, out UploadPlan? plan))
        {
            _uploads.Add(key, plan = make());
        }

        return plan;
    }

    public void Add(ScenarioDefinition scenario, MemberRun member)
    {
        net.Orbits ??= member.Truth.Planned;
        _bySeed.TryAdd(scenario.Seed, member);
    }
}
