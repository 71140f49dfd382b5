using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from navigation messages: at each epoch the message that a user would have.</summary>
internal sealed class NavigationEphemerisSource(NavigationMessages messages, MessageRule rule) : EphemerisSource
{
    /// <summary>Without augmentation satellites: their messages serve corrections, and nobody counts them in a constellation.</summary>
    public override IReadOnlyList<SatelliteId> Satellites { get; } = [.. messages.Satellites.Where(s => s.System != GnssSystem.Sbas)];

    /// <summary>From the first to the last epoch at which three quarters of the satellites have a message of those that have one when most do: stray messages of the day before do not count.</summary>
    public override EpochSpan? Coverage { get; } = CoverageOf(messages);

    public override OrbitPoint Point => OrbitPoint.Antenna;

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (messages.Select(satellite, epoch, rule) is not { } message || !message.Ephemeris.Validity.Contains(epoch))
        {
            return false;
        }

        state = message.Ephemeris.At(epoch);
        clockOffset = message.Clock.At(epoch).Offset;
        return true;
    }

    private static EpochSpan? CoverageOf(NavigationMessages messages)
    {
        // At +1 a satellite begins to have a message, at -1 it ends; beginnings first, so that spans that touch join.
        List<(Epoch At, int Step)> events = [];
        foreach (IGrouping<SatelliteId, NavigationMessage> satellite in messages.All.Where(m => m.Satellite.System != GnssSystem.Sbas).GroupBy(m => m.Satellite))
        {
            foreach (EpochSpan span in Joined(satellite.Select(Service).OrderBy(s => s.First)))
            {
                events.Add((span.First, 1));
                events.Add((span.Last, -1));
            }
        }

        if (events.Count == 0)
        {
            return null;
        }

        events.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : b.Step.CompareTo(a.Step));
        int now = 0, most = events.Max(e => now += e.Step), enough = ((3 * most) + 3) / 4;
        now = 0;
        Epoch first = events.First(e => (now += e.Step) >= enough).At, last = first;
        now = 0;
        foreach ((Epoch at, int step) in events)
        {
            last = now >= enough ? at : last;
            now += step;
        }

        return new EpochSpan(first, last);
    }

    private static IEnumerable<EpochSpan> Joined(IEnumerable<EpochSpan> ordered)
    {
        EpochSpan? open = null;
        foreach (EpochSpan span in ordered)
        {
            if (open is { } o && span.First <= o.Last)
            {
                open = new EpochSpan(o.First, span.Last > o.Last ? span.Last : o.Last);
                continue;
            }

            if (open is { } whole)
            {
                yield return whole;
            }

            open = span;
        }

        if (open is { } final)
        {
            yield return final;
        }
    }

    /// <summary>A message serves from when it was sent, within the age limit of its system around its reference epoch.</summary>
    private static EpochSpan Service(NavigationMessage m)
    {
        Duration age = MessageRule.DefaultAge(m.Satellite.System);
        Epoch earliest = m.EphemerisReference - age, latest = m.EphemerisReference + age, begin = m.TransmissionTime > earliest ? m.TransmissionTime : earliest;
        return new EpochSpan(begin, latest > begin ? latest : begin);
    }
}
