using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Where a carrier lost count: by the receiver's own word, by the geometry-free and the wide-lane combination, by gaps; and millisecond jumps of the receiver's clock.</summary>
/// <remarks>
/// [Blewitt90]: the wide lane of Melbourne and Wuebbena against its mean over the arc, and carriers of two bands against each other. Of the slips that both miss
/// the smallest is one cycle on both carriers of GPS at 5.4 cm, which the residuals of the filter show as 10.7 cm.
/// </remarks>
internal static class SlipDetector
{
    /// <summary>Carriers of two bands may part by so much without a slip, m, and so much per second of interval: what an uneven ionosphere does.</summary>
    private const double GeometryFreeBase = 0.035, GeometryFreeRate = 5e-4;

    /// <summary>Likewise in the second epoch of an arc, where it is not known yet how fast they part: at low elevations by decimetres in half a minute.</summary>
    private const double UnknownRate = 4e-3;

    /// <summary>A wide lane off by so many cycles at the zenith is a slip: four times the noise of codes of 0.3 m.</summary>
    private const double WideLaneCycles = 2.0;

    private const double MillisecondMetres = 299_792.458;

    /// <summary>How far the receiver's codes jumped against its carriers, m: a number of milliseconds, 0 when they did not.</summary>
    public static double ClockJump(IReadOnlyList<PppTrack> tracks, Span<double> work)
    {
        int n = 0;
        foreach (PppTrack track in tracks)
        {
            if (!double.IsNaN(track.CodeMinusPhase) && n < work.Length)
            {
                work[n++] = track.Measured.P1 - track.Measured.L1 - track.CodeMinusPhase;
            }
        }

        if (n < 2)
        {
            return 0;
        }

        Span<double> sorted = work[..n];
        sorted.Sort();
        double median = sorted[n / 2], jump = MillisecondMetres * Math.Round(median / MillisecondMetres);
        return jump != 0 && Math.Abs(median - jump) < 300 ? jump : 0;
    }

    /// <summary>Looks at one satellite and keeps what the next epoch needs; tells whether its ambiguity is new.</summary>
    public static bool Look(PppTrack track, Epoch epoch, LossOfLock first, LossOfLock second, double sinElevation, double longestGap)
    {
        (double p1, double p2, double l1, double l2) = track.Measured;
        CarrierPair pair = track.Pair;
        double geometryFree = l1 - l2, f1 = pair.Frequency1, f2 = pair.Frequency2;
        double wideLane = ((((f1 * l1) - (f2 * l2)) / (f1 - f2)) - (((f1 * p1) + (f2 * p2)) / (f1 + f2))) / pair.WideLane;
        double gap = (epoch - track.LastSeen).TotalSeconds;
        LossOfLock half = (first | second) & LossOfLock.HalfCycle;
        bool slipped = double.IsNaN(track.GeometryFree) || gap > longestGap || ((first | second) & LossOfLock.Slip) != 0 || half != track.HalfCycles;
        if (!slipped)
        {
            double expected = track.GeometryFree + (double.IsNaN(track.GeometryFreeRate) ? 0 : track.GeometryFreeRate * gap);
            double drift = (double.IsNaN(track.GeometryFreeRate) ? UnknownRate : GeometryFreeRate) * gap, slack = 1 / Math.Max(sinElevation, 0.2);
            slipped = Math.Abs(geometryFree - expected) > (GeometryFreeBase + drift) * Math.Min(slack, 2)
                || Math.Abs(wideLane - track.WideLaneMean) > WideLaneCycles * slack;
        }

        track.GeometryFreeRate = slipped ? double.NaN : (geometryFree - track.GeometryFree) / Math.Max(gap, 1e-3);
        track.GeometryFree = geometryFree;
        track.WideLaneCount = slipped ? 1 : Math.Min(track.WideLaneCount + 1, 100);
        track.WideLaneMean = slipped ? wideLane : track.WideLaneMean + ((wideLane - track.WideLaneMean) / track.WideLaneCount);
        track.CodeMinusPhase = p1 - l1;
        track.HalfCycles = half;
        track.LastSeen = epoch;
        return slipped;
    }
}
