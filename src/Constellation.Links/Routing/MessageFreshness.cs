using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Age, at the control centre, of the newest short message from every place of the Earth, when all send all the time.</summary>
/// <remarks>A message is counted from the moment that puts it aboard at the begin of a slot: within a slot another may be newer by half a slot, so ages are at most
/// 1.5 s too great. Who sees the place is asked at the epoch of the age, some seconds after the message left.</remarks>
public sealed class MessageFreshness
{
    private readonly LinkTimetable _table;
    private readonly double _processing;
    private readonly double[][] _arrival;
    private readonly bool[] _carries;

    /// <param name="table">The schedule.</param>
    /// <param name="carriers">Satellites that receive short messages, by index.</param>
    /// <param name="processing">At every receiver, s.</param>
    /// <param name="threads">Used beside each other.</param>
    public MessageFreshness(LinkTimetable table, IReadOnlyCollection<int> carriers, double processing, int threads)
    {
        (_table, _processing) = (table, processing);
        _arrival = new double[table.System.Satellites.Count][];
        _carries = [.. Enumerable.Range(0, _arrival.Length).Select(carriers.Contains)];
        Parallel.For(0, _arrival.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, s =>
        {
            RouteFinder finder = new(table, processing);
            _arrival[s] = [.. Enumerable.Range(0, _carries[s] ? table.Slots : 0)
                .Select(k => finder.ToGround(s, table.Start + Duration.FromSeconds(k * table.SlotLength)) is { } route ? (route.Arrival - table.Start).TotalSeconds : double.PositiveInfinity)];
        });
    }

    /// <summary>For every satellite the begin of the last slot, s from the table's start, whose news has arrived by an epoch; NaN where none has.</summary>
    public double[] NewestAboard(Epoch epoch)
    {
        double now = (epoch - _table.Start).TotalSeconds;
        double[] newest = new double[_arrival.Length];
        Array.Fill(newest, double.NaN);
        for (int s = 0; s < newest.Length; s++)
        {
            for (int k = Math.Min(_arrival[s].Length - 1, (int)(now / _table.SlotLength)); k >= 0; k--)
            {
                if (_arrival[s][k] <= now)
                {
                    newest[s] = k * _table.SlotLength;
                    break;
                }
            }
        }

        return newest;
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
                newest = Math.Max(newest, newestAboard[s] - _processing - (range / PhysicalConstants.SpeedOfLight));
            }
        }

        return newest;
    }
}
