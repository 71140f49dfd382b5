using System.Runtime.InteropServices;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The rounds of a schedule one after the other, as the transmissions that messages can take, with the feeders to the ground.</summary>
/// <remarks>Ranges are those at the middle of the round: 120 km or 0.4 ms off at its ends.</remarks>
public sealed class LinkTimetable
{
    private readonly List<TimetableHop> _hops = [];
    private readonly List<int> _firstHop = [0];
    private readonly List<double[]> _feeder = [];
    private readonly List<int[]> _feederStation = [];
    private readonly int _slotsPerRound;

    public LinkTimetable(LinkSystem system, Epoch start)
    {
        LinkPayload payload = system.Payload ?? throw new ArgumentException("no satellite has a terminal", nameof(system));
        (System, Start, SlotLength, _slotsPerRound) = (system, start, payload.SlotLength, payload.SlotsPerFrame);
    }

    public LinkSystem System { get; }

    public Epoch Start { get; }

    /// <summary>s.</summary>
    public double SlotLength { get; }

    public int Slots => _firstHop.Count - 1;

    /// <summary>End of the last round, s from the start.</summary>
    public double Length => Slots * SlotLength;

    /// <summary>Middle of the round that is added next.</summary>
    public Epoch NextCentre => Start + Duration.FromSeconds(Length + (_slotsPerRound * SlotLength / 2));

    /// <summary>Appends a round; its own epoch does not matter.</summary>
    public void Add(LinkView view, LinkRound round)
    {
        double centre = Length + (round.Slots * round.SlotLength / 2);
        int satellites = System.Satellites.Count;
        List<TimetableHop>[] bySlot = [.. Enumerable.Range(0, round.Slots).Select(_ => new List<TimetableHop>())];
        foreach ((int slot, TimetableHop hop) in round.Contacts.Where(c => c.B < satellites).SelectMany(Directions))
        {
            bySlot[slot].Add(hop);
        }

        foreach (List<TimetableHop> slot in bySlot)
        {
            _hops.AddRange(slot);
            _firstHop.Add(_hops.Count);
        }

        double[] feeder = new double[satellites];
        int[] station = new int[satellites];
        Array.Fill(feeder, double.PositiveInfinity);
        foreach (GroundContact contact in GroundContact.Of(view))
        {
            if (contact.LightTime < feeder[contact.Satellite])
            {
                (feeder[contact.Satellite], station[contact.Satellite]) = (contact.LightTime, contact.Station);
            }
        }

        _feeder.Add(feeder);
        _feederStation.Add(station);

        IEnumerable<(int Slot, TimetableHop Hop)> Directions(LinkContact c)
        {
            double light = (view.Position(c.B) - view.Position(c.A)).Norm / PhysicalConstants.SpeedOfLight;
            yield return (round.SlotOf(c.Forward), new(c.A, c.B, centre + c.Forward - round.HalfWindow, centre + c.Forward + round.HalfWindow, light));
            yield return (round.SlotOf(c.Back), new(c.B, c.A, centre + c.Back - round.HalfWindow, centre + c.Back + round.HalfWindow, light));
        }
    }

    /// <summary>Light time to the nearest station, s, in the round of a slot; infinite where the ground is out of view.</summary>
    public double Feeder(int slot, int satellite) => _feeder[Math.Min(slot / _slotsPerRound, _feeder.Count - 1)][satellite];

    internal int FeederStation(int slot, int satellite) => _feederStation[Math.Min(slot / _slotsPerRound, _feeder.Count - 1)][satellite];

    internal ReadOnlySpan<TimetableHop> HopsOf(int slot) => CollectionsMarshal.AsSpan(_hops)[_firstHop[slot].._firstHop[slot + 1]];
}
