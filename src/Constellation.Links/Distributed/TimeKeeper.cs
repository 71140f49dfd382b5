namespace Constellation.Links;

/// <summary>Without a station one satellite's clock, as its terminal shows it, is the time of the net: the other clocks count from it.</summary>
/// <remarks>
/// Nodes that only meet each other cannot learn a common time that none of them knows, but they can agree on one of them. Counted from the keeper's clock x and half
/// its delay difference D, another clock has the keeper's first uncertainty and noise with its own, the same for all of them: the part of
/// their errors that is shared from the start.
/// </remarks>
internal sealed class TimeKeeper
{
    private readonly TransitionBlock _clock;
    private readonly TransitionBlock _difference;
    private readonly TransitionBlock _shift = new(0, 1);

    /// <param name="blocks">What the keeper's clock and delay difference move by.</param>
    /// <param name="others">Clocks that count from it; they get its first uncertainty.</param>
    /// <param name="sigma">First sigmas of the common state vector.</param>
    public TimeKeeper(IReadOnlyList<(int Place, TransitionBlock Block)> blocks, IEnumerable<NodeState> others, ReadOnlySpan<double> sigma)
    {
        (_clock, _difference) = (blocks[0].Block, blocks[1].Block);
        TransitionBlock first = new(0, _clock.Size);
        for (int i = 0; i < _clock.Size; i++)
        {
            first.NoiseRoot[i * (_clock.Size + 1)] = sigma[blocks[0].Place + i];
        }

        _shift.NoiseRoot[0] = sigma[blocks[1].Place] / 2;
        foreach (NodeState other in others)
        {
            other.AddShared([first]);
            other.AddShared([_shift]);
        }
    }

    /// <summary>After a step of time: the keeper's noise is that of all who count from it.</summary>
    public void Share(NodeState other)
    {
        _shift.NoiseRoot[0] = _difference.NoiseRoot[0] / 2;
        other.AddShared([_clock]);
        other.AddShared([_shift]);
    }
}
