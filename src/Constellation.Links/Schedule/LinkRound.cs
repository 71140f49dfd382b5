using Constellation.Time;

namespace Constellation.Links;

/// <summary>One round (superframe) of a schedule: slots of equal length, in each of them links that share no terminal.</summary>
/// <param name="Centre">Middle of the round.</param>
/// <param name="Slots">Number of slots.</param>
/// <param name="SlotLength">s.</param>
/// <param name="HalfWindow">Half of the time during which one direction of a contact transmits, s.</param>
/// <param name="Contacts">By slot, then by node.</param>
public sealed record LinkRound(Epoch Centre, int Slots, double SlotLength, double HalfWindow, IReadOnlyList<LinkContact> Contacts)
{
    /// <summary>Begin of a slot, s from the centre.</summary>
    public double StartOf(int slot) => (slot - (Slots / 2.0)) * SlotLength;

    /// <summary>Begin of a slot.</summary>
    public Epoch EpochOf(int slot) => Centre + Duration.FromSeconds(StartOf(slot));

    /// <summary>The slot of an offset from the centre.</summary>
    public int SlotOf(double offset) => Math.Clamp((int)Math.Floor((offset / SlotLength) + (Slots / 2.0)), 0, Slots - 1);

    /// <summary>Every direction of every contact with its slot, in the order of slots.</summary>
    public IEnumerable<(int Slot, int From, int To)> Hops() =>
        Contacts.SelectMany(c => new[] { (Slot: SlotOf(c.Forward), From: c.A, To: c.B), (Slot: SlotOf(c.Back), From: c.B, To: c.A) }).OrderBy(h => h.Slot);

    /// <summary>An empty round in the rhythm of a payload.</summary>
    public static LinkRound Of(LinkPayload payload, Epoch centre, IReadOnlyList<LinkContact> contacts) =>
        new(centre, payload.SlotsPerFrame, payload.SlotLength, payload.SlotLength / (payload.Access is LinkAccess.Continuous or LinkAccess.Broadcast ? 2 : 4), contacts);
}
