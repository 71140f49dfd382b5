using Constellation.Core;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Watches the rounds of a control segment and refuses to go on when estimates are to be shown of a net that nothing holds together.</summary>
/// <remarks>It asks at the first round of the scenario after its warm-up, but not before an hour of rounds (or the last one): few terminals need some rounds to turn to all partners.</remarks>
internal sealed class NetGuard
{
    private static readonly Duration s_least = Duration.FromHours(1);
    private readonly LinkParts _parts;
    private readonly HashSet<SatelliteId> _excused;
    private readonly Epoch _due;
    private bool _asked;

    public NetGuard(LinkSystem system, LinkFaults faults, RunPlan plan, bool withRanges, bool afterAll)
    {
        _parts = new(system, withRanges);
        _excused = [.. faults.Silent.Keys, .. faults.Terminals.Select(f => f.Satellite)];
        Epoch last = plan.Frames.Last, earliest = plan.Frames.Start + s_least, begin = plan.Grid.Start > earliest ? plan.Grid.Start : earliest;
        _due = afterAll || begin > last ? last : begin;
    }

    /// <summary>What the rounds hold together, in words.</summary>
    public string Net => _parts.ToString();

    /// <summary>Takes in one round.</summary>
    /// <exception cref="InputException">The rounds until now, when they should, do not hold the net together (CN4630 to CN4632).</exception>
    public void Watch(LinkFrame frame)
    {
        if (_asked)
        {
            return;
        }

        _parts.Add(frame);
        if (frame.Epoch >= _due)
        {
            _asked = true;
            _parts.Check(frame.Epoch, _excused.Contains);
        }
    }
}
