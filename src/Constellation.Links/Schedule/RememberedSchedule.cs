using Constellation.Time;

namespace Constellation.Links;

/// <summary>One schedule for networks that plan by the same orbits at the same epochs, beside each other or one after the other: each round is planned once.</summary>
/// <remarks>Safe for several threads. All begin with the first epoch and go on without leaving one out; whoever comes to an epoch first plans it.</remarks>
/// <param name="schedule">Makes the rounds.</param>
/// <param name="all">Whether all rounds are remembered, 15 kB each; if not, the last one is: for networks that go on in step.</param>
public sealed class RememberedSchedule(ILinkSchedule schedule, bool all) : ILinkSchedule
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Epoch, LinkRound> _rounds = [];

    /// <summary>The round at the view's epoch.</summary>
    public LinkRound Round(LinkView view)
    {
        lock (_gate)
        {
            if (!_rounds.TryGetValue(view.Epoch, out LinkRound? round))
            {
                if (!all)
                {
                    _rounds.Clear();
                }

                _rounds.Add(view.Epoch, round = schedule.Round(view));
            }

            return round;
        }
    }
}
