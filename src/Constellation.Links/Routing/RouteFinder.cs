using Constellation.Time;

namespace Constellation.Links;

/// <summary>Earliest arrival over a timetable: messages are stored on board until the slot of the next hop.</summary>
/// <remarks>Delay of a hop: wait for the window of its direction, light time, processing at the receiver. A message takes no time to send: 560 bit at 64 kbit/s are 9 ms.
/// Slots are gone through in order of time; within one, hops are relaxed until none improves, so nothing is missed where links stand open side by side (tested against
/// all simple paths).</remarks>
/// <param name="table">The schedule.</param>
/// <param name="processing">At every receiver, satellites and ground, s.</param>
public sealed class RouteFinder(LinkTimetable table, double processing)
{
    private readonly double[] _ready = new double[table.System.Satellites.Count];
    private readonly int[] _before = new int[table.System.Satellites.Count];

    /// <summary>From a satellite down to the ground; null where nothing arrives before the timetable ends.</summary>
    public LinkRoute? ToGround(int satellite, Epoch departure) => ToGround([(satellite, 0)], departure);

    /// <summary>From a user whose signal the given satellites receive after the given light times, processing not included.</summary>
    public LinkRoute? ToGround(IReadOnlyList<(int Satellite, double LightTime)> uplinks, Epoch departure)
    {
        double start = (departure - table.Start).TotalSeconds;
        Begin();
        foreach ((int satellite, double light) in uplinks)
        {
            double ready = start + (light > 0 ? light + processing : 0);
            if (ready < _ready[satellite])
            {
                (_ready[satellite], _before[satellite]) = (ready, -1);
            }
        }

        (double best, int last, int lastSlot) = (double.PositiveInfinity, -1, 0);
        for (int slot = SlotOf(start); slot < table.Slots; slot++)
        {
            Relax(slot);
            double begin = slot * table.SlotLength, end = begin + table.SlotLength;
            for (int s = 0; s < _ready.Length; s++)
            {
                double arrival = _ready[s] < end ? Math.Max(_ready[s], begin) + table.Feeder(slot, s) + processing : double.PositiveInfinity;
                if (arrival < best)
                {
                    (best, last, lastSlot) = (arrival, s, slot);
                }
            }

            if (best <= end)
            {
                break;
            }
        }

        return last < 0 ? null : new LinkRoute(departure, table.Start + Duration.FromSeconds(best), Path(last), table.FeederStation(lastSlot, last));
    }

    /// <summary>From the ground to a satellite by way of any in view; null where it does not arrive before the timetable ends.</summary>
    public LinkRoute? FromGround(int satellite, Epoch departure)
    {
        double start = (departure - table.Start).TotalSeconds;
        int first = SlotOf(start);
        FlowDown(start);
        for (int slot = first; slot < table.Slots; slot++)
        {
            Relax(slot);
            if (_ready[satellite] <= (slot + 1) * table.SlotLength)
            {
                break;
            }
        }

        if (!double.IsFinite(_ready[satellite]))
        {
            return null;
        }

        List<int> path = Path(satellite);
        return new LinkRoute(departure, table.Start + Duration.FromSeconds(_ready[satellite]), path, table.FeederStation(first, path[0]));
    }

    /// <summary>Delay from the ground to every satellite, s; infinite where it does not arrive before the timetable ends.</summary>
    public double[] DelaysFromGround(Epoch departure)
    {
        double start = (departure - table.Start).TotalSeconds;
        FlowDown(start);
        for (int slot = SlotOf(start); slot < table.Slots; slot++)
        {
            Relax(slot);
            if (_ready.Max() <= (slot + 1) * table.SlotLength)
            {
                break;
            }
        }

        return [.. _ready.Select(r => r - start)];
    }

    private void Begin()
    {
        Array.Fill(_ready, double.PositiveInfinity);
        Array.Fill(_before, -1);
    }

    private void FlowDown(double start)
    {
        Begin();
        int slot = SlotOf(start);
        for (int s = 0; s < _ready.Length; s++)
        {
            _ready[s] = start + table.Feeder(slot, s) + processing;
        }
    }

    private void Relax(int slot)
    {
        ReadOnlySpan<TimetableHop> hops = table.HopsOf(slot);
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (TimetableHop hop in hops)
            {
                double leave = Math.Max(_ready[hop.From], hop.Open), arrival = leave + hop.LightTime + processing;
                if (leave <= hop.Close && arrival < _ready[hop.To])
                {
                    (_ready[hop.To], _before[hop.To], moved) = (arrival, hop.From, true);
                }
            }
        }
    }

    private int SlotOf(double seconds) => Math.Max(0, (int)Math.Floor(seconds / table.SlotLength));

    private List<int> Path(int last)
    {
        List<int> path = [];
        for (int s = last; s >= 0; s = _before[s])
        {
            path.Add(s);
        }

        path.Reverse();
        return path;
    }
}
