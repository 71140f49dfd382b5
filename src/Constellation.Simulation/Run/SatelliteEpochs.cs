using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>True and broadcast satellites at every epoch of a run: what users and statistics start from.</summary>
internal static class SatelliteEpochs
{
    /// <summary>States by epoch of the grid, satellites in the order of the truth. Clocks carry the relativistic eccentricity term on both sides.</summary>
    /// <remarks>Without a clock a satellite has none here (NaN) and is not usable, nor is it while its message was made from measurements before that. <c>signalBias</c> (s) is what the signals that users measure add to the true clocks.</remarks>
    public static SatelliteEpochState[][] Of(Truth truth, EpochGrid grid, IReadOnlyList<BroadcastMessage> broadcast, IReadOnlyList<double> signalBias, int threads, CancellationToken cancel)
    {
        NavigationMessages messages = new(broadcast.Select(b => b.Message));
        Dictionary<NavigationMessage, Epoch> data = new(ReferenceEqualityComparer.Instance);
        foreach (BroadcastMessage b in broadcast)
        {
            data[b.Message] = b.DataEpoch;
        }

        SatelliteEpochState[][] states = new SatelliteEpochState[grid.Count][];
        Parallel.For(0, grid.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, e =>
        {
            Epoch epoch = grid[e];
            EarthRotation rotation = truth.Earth.At(epoch);
            states[e] = new SatelliteEpochState[truth.Satellites.Count];
            for (int i = 0; i < truth.Satellites.Count; i++)
            {
                StateVector gcrf = truth.Orbits[i].At(epoch);
                StateVector itrf = rotation.ToItrf(gcrf);
                SatelliteClock source = truth.Clocks[i];
                double clock = source.IsAvailable(epoch) ? source.Clock.At(epoch).Offset + signalBias[i] + RelativisticClock.PeriodicOffset(gcrf) : double.NaN;
                SatelliteId id = truth.Satellites[i].Id;
                states[e][i] = messages.Select(id, epoch) is { } message && message.Ephemeris.Validity.Contains(epoch)
                    ? WithMessage(id, itrf, clock, message, rotation, (epoch - data[message]).TotalSeconds, source.IsDescribed(data[message], epoch))
                    : new(id, new(itrf.Position), itrf.Velocity, clock, new(itrf.Position), itrf.Velocity, clock, Usable: false, double.NaN);
            }
        });
        return states;
    }

    private static SatelliteEpochState WithMessage(SatelliteId id, StateVector truth, double truthClock, NavigationMessage message, EarthRotation rotation, double age, bool described)
    {
        StateVector broadcast = message.Ephemeris.At(truth.Epoch);
        if (broadcast.Frame == ReferenceFrame.Gcrf)
        {
            broadcast = rotation.ToItrf(broadcast);
        }

        double clock = message.Clock.At(truth.Epoch).Offset + (message.AddRelativisticEccentricity ? RelativisticClock.PeriodicOffset(broadcast) : 0);
        return new(id, new(truth.Position), truth.Velocity, truthClock, new(broadcast.Position), broadcast.Velocity, clock, message.Healthy && described, age);
    }
}
