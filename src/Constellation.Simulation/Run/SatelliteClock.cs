using Constellation.Clocks;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The clock of a satellite as it really is, all its units together.</summary>
/// <param name="Clock">What the satellite's signals carry; not to be asked within an outage that has no end.</param>
internal sealed record SatelliteClock(IClock Clock)
{
    /// <summary>When the satellite has no clock: from the loss, included, to the take-over, excluded. The last one may have no end.</summary>
    public IReadOnlyList<EpochSpan> Outages { get; init; } = [];

    /// <summary>What its operator is told: take-overs and commands, as they happen.</summary>
    public IReadOnlyList<ClockNotice> Notices { get; init; } = [];

    /// <summary>Which kinds of clock took over, in order of time.</summary>
    public IReadOnlyList<ClockKindChange> Kinds { get; init; } = [];

    /// <summary>What happened, a sentence each, for the notes of a run.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];

    /// <summary>Whether a clock works.</summary>
    public bool IsAvailable(Epoch epoch)
    {
        for (int i = 0; i < Outages.Count; i++)
        {
            if (epoch >= Outages[i].First && epoch < Outages[i].Last)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a message made from data of one epoch still speaks of the clock that works at another: no outage lies between, and a clock that took over was measured.</summary>
    /// <remarks>The round of the take-over itself still holds no measurement of the new clock.</remarks>
    public bool IsDescribed(Epoch data, Epoch at) => Outages.All(o => at < o.First || data > o.Last);
}
