using Constellation.Time;

namespace Constellation.Links;

/// <summary>All measurements of one round of the schedule, which lies centred on <paramref name="Epoch"/>. Nothing here is truth.</summary>
public sealed record LinkFrame(Epoch Epoch, IReadOnlyList<DualOneWay> Links, IReadOnlyList<StationRange> Ranges)
{
    /// <summary>Contacts of the schedule that brought nothing.</summary>
    public IReadOnlyList<LinkContact> Lost { get; init; } = [];
}
