using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Marks pseudoranges so wrong that a solution with them lies in the wrong place, and finds the place that the others agree on.</summary>
/// <remarks>
/// Delays, directions and masks at a point that a fault has drawn away are wrong themselves, so these faults must go before anything is modelled:
/// first what the geometry of satellite and Earth rules out, then codes of one satellite that no ionosphere keeps so far apart, then, by solutions without each
/// satellite in turn, what the rest contradicts by more than the delays that are not modelled here. Called only for epochs that fail otherwise.
/// </remarks>
internal static class GrossFaults
{
    /// <summary>Receivers are taken to be below this distance from the geocentre, m: 100 km up. Those above lose nothing that is not taken back later.</summary>
    private const double HighestReceiver = PhysicalConstants.EarthRadius + 1e5;

    /// <summary>Room for the times of systems and delays in receivers, m.</summary>
    private const double ClockRoom = 1e5;

    /// <summary>Codes on two carriers differ by no more from those of other satellites, m: 40 m of zenith delay on L1, threefold when low, and noise.</summary>
    private const double LargestDifference = 200.0;

    /// <summary>Residuals of ranges without any model of the air, over the root of their redundancy, m: beyond is no air but a fault.</summary>
    private const double LargestRough = 300.0;

    /// <summary>The place that the sound satellites agree on; false if there is none. Satellites at fault are marked.</summary>
    public static bool TryPlace(PreparedEpoch epoch, EpochObservations room, out Position<Itrf> place)
    {
        foreach (ref PreparedSatellite s in epoch.Satellites)
        {
            s.Faulty = false;
        }

        MarkImpossible(epoch);
        MarkTorn(epoch);
        room.FillRough(epoch);
        int most = Math.Max(0, room.Count - 3 - Clocks(room.Columns)) / 2, taken = 0;       // more faults than half of the redundancy could agree among themselves
        while (true)
        {
            room.FillRough(epoch);
            SinglePointFix fix = SinglePointSolver.Solve(room.AsSpans(), SinglePointSolver.FirstGuess(room.AsSpans()), default, room.Residuals);
            place = fix.Position;
            if (fix.Status == FixStatus.Ok && FaultSearch.Worst(room.AsSpans(), fix.Position, fix.Covariance, room.Residuals).W < LargestRough)
            {
                return true;
            }

            if (fix.Status == FixStatus.TooFewSatellites || taken++ == most || !TryMarkWorst(epoch, room))
            {
                return false;
            }
        }
    }

    /// <summary>Every range tells bounds of the receiver's clock: from a receiver under the satellite to one whose line of sight grazes the Earth.</summary>
    private static void MarkImpossible(PreparedEpoch epoch)
    {
        // The clock that most ranges allow is a bound of one of them, or lies in the span up to the next bound: its middle is taken.
        (int most, double best, double end) = (0, 0, 0);
        foreach (ref PreparedSatellite s in epoch.Satellites)
        {
            double candidate = Bounds(s).Low;
            (int count, double high) = (0, double.PositiveInfinity);
            foreach (ref PreparedSatellite other in epoch.Satellites)
            {
                (double low, double up) = Bounds(other);
                if (low <= candidate && candidate <= up)
                {
                    (count, high) = (count + 1, Math.Min(high, up));
                }
            }

            if (count > most)
            {
                (most, best, end) = (count, candidate, high);
            }
        }

        double clock = 0.5 * (best + end);
        foreach (ref PreparedSatellite s in epoch.Satellites)
        {
            (double low, double up) = Bounds(s);
            s.Faulty = most > epoch.Count / 2 && !(low <= clock && clock <= up);
        }
    }

    /// <summary>The receiver clock (m) that a range allows.</summary>
    private static (double Low, double High) Bounds(in PreparedSatellite s)
    {
        double orbit = s.State.Position.Vector.Norm, reading = s.Range1 + (PhysicalConstants.SpeedOfLight * s.State.ClockOffset);
        double farthest = ToHorizon(orbit) + ToHorizon(HighestReceiver);
        return (reading - farthest - ClockRoom, reading - (orbit - HighestReceiver) + ClockRoom);
    }

    private static double ToHorizon(double radius) =>
        Math.Sqrt(Math.Max(0, (radius * radius) - (PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius)));

    /// <summary>Satellites whose two codes are farther apart than those of the others with the same signals.</summary>
    private static void MarkTorn(PreparedEpoch epoch)
    {
        Span<double> differences = stackalloc double[64];
        for (int i = 0; i < epoch.Count; i++)
        {
            SignalColumns signals = epoch[i].Signals;
            if (!signals.IsPair)
            {
                continue;
            }

            int n = 0;
            foreach (ref PreparedSatellite s in epoch.Satellites)
            {
                if (n < differences.Length && ReferenceEquals(s.Signals, signals))
                {
                    differences[n++] = s.Range2 - s.Range1;
                }
            }

            differences[..n].Sort();
            epoch[i].Faulty |= n >= 3 && Math.Abs(epoch[i].Range2 - epoch[i].Range1 - differences[n / 2]) > LargestDifference;
        }
    }

    /// <summary>The satellite without which the others agree best.</summary>
    private static bool TryMarkWorst(PreparedEpoch epoch, EpochObservations room)
    {
        (int worst, double least) = (-1, double.PositiveInfinity);
        for (int i = 0; i < epoch.Count; i++)
        {
            if (epoch[i].Faulty)
            {
                continue;
            }

            epoch[i].Faulty = true;
            room.FillRough(epoch);
            epoch[i].Faulty = false;
            SinglePointFix fix = SinglePointSolver.Solve(room.AsSpans(), SinglePointSolver.FirstGuess(room.AsSpans()), default, room.Residuals);
            int redundancy = room.Count - 3 - Clocks(room.Columns);
            double sum = ConsistencyTest.SumOfSquares(room.Residuals);
            if (fix.Status == FixStatus.Ok && redundancy > 0 && sum / redundancy < least)
            {
                (worst, least) = (i, sum / redundancy);
            }
        }

        if (worst >= 0)
        {
            epoch[worst].Faulty = true;
        }

        return worst >= 0;
    }

    internal static int Clocks(ReadOnlySpan<int> columns)
    {
        uint seen = 0;
        foreach (int column in columns)
        {
            seen |= 1u << column;
        }

        return System.Numerics.BitOperations.PopCount(seen);
    }
}
