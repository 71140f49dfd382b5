using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Age, at the control centre, of the newest short message from every place of the Earth, when all send all the time.</summary>
/// <remarks>Who sees the place is asked at the epoch of the age, some seconds after the message left: at most a cell's edge is judged by a satellite that has just risen or set.</remarks>
/// <param name="table">The schedule.</param>
/// <param name="carriers">Satellites that receive short messages, by index.</param>
/// <param name="processing">At every receiver, s.</param>
public sealed class MessageFreshness(LinkTimetable table, IReadOnlyCollection<int> carriers, double processing)
{
    /// <summary>To which the departure of the newest message is found, s.</summary>
    private const double Resolution = 1e-3;

    private readonly bool[] _carries = [.. Enumerable.Range(0, table.System.Satellites.Count).Select(carriers.Contains)];

    /// <summary>For every satellite when the newest message was aboard, s from the table's start, that has arrived by an epoch; NaN where none has.</summary>
    /// <remarks>A message that is aboard later does not arrive sooner, since any may wait: the newest is found by halving.</remarks>
    public double[] NewestAboard(Epoch epoch)
    {
        RouteFinder finder = new(table, processing);
        double now = (epoch - table.Start).TotalSeconds;
        double[] newest = new double[_carries.Length];
        for (int s = 0; s < newest.Length; s++)
        {
            newest[s] = _carries[s] ? Newest(finder, s, now, epoch) : double.NaN;
        }

        return newest;
    }

    private double Newest(RouteFinder finder, int satellite, double now, Epoch epoch)
    {
        bool Arrived(double aboard) => finder.ToGround(satellite, table.Start + Duration.FromSeconds(aboard)) is { } route && route.Arrival <= epoch;
        double late = now, early = now;
        for (double back = table.SlotLength; !Arrived(early = Math.Max(0, now - back)); back *= 2)
        {
            if (early == 0)
            {
                return double.NaN;
            }

            late = early;
        }

        while (late - early > Resolution)
        {
            double middle = (early + late) / 2;
            (early, late) = Arrived(middle) ? (middle, late) : (early, middle);
        }

        return early;
    }

    /// <summary>When the newest message that has arrived by an epoch left a place, s from the table's start; negative infinity where no carrier is in view.</summary>
    /// <param name="newestAboard">Of the epoch.</param>
    /// <param name="satellites">Positions at the epoch.</param>
    /// <param name="place">On the same axes.</param>
    /// <param name="up">Unit vertical on the same axes.</param>
    /// <param name="mask">Least elevation, rad.</param>
    public double NewestDeparture(ReadOnlySpan<double> newestAboard, ReadOnlySpan<Vector3d> satellites, Vector3d place, Vector3d up, double mask)
    {
        (double newest, double sine) = (double.NegativeInfinity, Math.Sin(mask));
        for (int s = 0; s < satellites.Length; s++)
        {
            if (!_carries[s] || double.IsNaN(newestAboard[s]))
            {
                continue;
            }

            Vector3d line = satellites[s] - place;
            double range = line.Norm;
            if (line.Dot(up) >= sine * range)
            {
                newest = Math.Max(newest, newestAboard[s] - processing - (range / PhysicalConstants.SpeedOfLight));
            }
        }

        return newest;
    }
}
