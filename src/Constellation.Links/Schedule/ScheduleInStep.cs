using Constellation.Time;

namespace Constellation.Links;

/// <summary>One schedule for networks that measure beside each other, epoch after epoch, and plan by the same orbits: each round is planned once.</summary>
public sealed class ScheduleInStep(ILinkSchedule schedule) : ILinkSchedule
{
    private (Epoch Epoch, LinkRound Round)? _last;

    /// <summary>The round at the view's epoch, which is that of the last one asked for or later.</summary>
    public LinkRound Round(LinkView view)
    {
        if (_last is not { } last || last.Epoch != view.Epoch)
        {
            _last = last = (view.Epoch, schedule.Round(view));
        }

        return last.Round;
    }
}
