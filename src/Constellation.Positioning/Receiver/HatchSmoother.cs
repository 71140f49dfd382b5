using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Codes smoothed by carriers: the mean of code minus carrier over an arc, carried on by the carrier.</summary>
/// <remarks>
/// P_s(k) = P(k) / n + (1 - 1/n) (P_s(k-1) + F(k) - F(k-1)), n growing to the smoothing time over the interval [Hatch82]. With two carriers F is made to
/// move with the ionosphere as the code does: F1 = L1 + 2 (L1 - L2) / (q - 1), F2 = L2 + 2 q (L1 - L2) / (q - 1), q = f1^2 / f2^2. With one carrier the
/// ionosphere goes twice the wrong way, so that not more than a hundred seconds should be smoothed. An arc ends with a gap, a loss-of-lock flag, a jump of
/// L1 - L2 by more than 5 cm beyond what 2 cm/s explain, or a code that leaves the smoothed one by 10 m (15 m on one frequency).
/// </remarks>
internal sealed class HatchSmoother(double time)
{
    private const double LongestGap = 121.0;                // s
    private const double GeometryFreeJump = 0.05, GeometryFreeRate = 0.02;
    private const double CodeJump = 10.0, CodeJumpOfOne = 15.0;

    /// <summary>Multipath is not independent from epoch to epoch: smoothing leaves at least this part of the deviation.</summary>
    private const double LeastLeft = 0.35;

    private readonly Dictionary<(SatelliteId Satellite, SignalPair Signals), Arc> _arcs = [];

    private sealed class Arc
    {
        public Time.Epoch Time { get; set; }

        public int Count { get; set; }

        public double Smooth1 { get; set; }

        public double Smooth2 { get; set; }

        public double Carrier1 { get; set; }

        public double Carrier2 { get; set; }

        public double GeometryFree { get; set; }
    }

    public void Reset() => _arcs.Clear();

    public void Smooth(ObservationEpoch observed, PreparedEpoch prepared)
    {
        if (observed.Mark == EpochMark.PowerFailure)
        {
            Reset();
        }

        foreach (ref PreparedSatellite s in prepared.Satellites)
        {
            ReadOnlySpan<double> values = observed.Values(s.Row);
            SignalColumns signals = s.Signals;
            double l1 = Metres(values, signals.Phase1, s.Frequency1), l2 = signals.IsPair ? Metres(values, signals.Phase2, s.Frequency2) : double.NaN;
            if (double.IsNaN(l1) || (signals.IsPair && double.IsNaN(l2)))
            {
                continue;
            }

            if (!_arcs.TryGetValue((s.Id, signals.Signals), out Arc? arc))
            {
                _arcs.Add((s.Id, signals.Signals), arc = new Arc());
            }

            ReadOnlySpan<LossOfLock> lost = observed.LossOfLockOf(s.Row);
            bool slip = lost[signals.Phase1].HasFlag(LossOfLock.Slip) || (signals.IsPair && lost[signals.Phase2].HasFlag(LossOfLock.Slip));
            Advance(arc, ref s, l1, l2, slip, prepared.Time);
        }
    }

    private void Advance(Arc arc, ref PreparedSatellite s, double l1, double l2, bool slip, Time.Epoch now)
    {
        (double f1, double f2, double free) = (l1, 0.0, 0.0);
        if (s.Signals.IsPair)
        {
            double q = s.Frequency1 * s.Frequency1 / (s.Frequency2 * s.Frequency2);
            free = l1 - l2;
            (f1, f2) = (l1 + (2.0 * free / (q - 1.0)), l2 + (2.0 * q * free / (q - 1.0)));
        }

        double dt = arc.Count == 0 ? 0 : (now - arc.Time).TotalSeconds;
        double p1 = arc.Smooth1 + f1 - arc.Carrier1, p2 = arc.Smooth2 + f2 - arc.Carrier2;
        bool goesOn = arc.Count > 0 && !slip && dt > 0 && dt <= LongestGap
            && Math.Abs(free - arc.GeometryFree) <= GeometryFreeJump + (GeometryFreeRate * dt)
            && Math.Abs(s.Range1 - p1) <= (s.Signals.IsPair ? CodeJump : CodeJumpOfOne)
            && (!s.Signals.IsPair || Math.Abs(s.Range2 - p2) <= CodeJump);
        arc.Count = goesOn ? arc.Count + 1 : 1;
        double most = goesOn ? Math.Max(1.0, time / dt) : 1.0, n = Math.Min(arc.Count, most);
        if (goesOn)
        {
            s.Range1 = p1 + ((s.Range1 - p1) / n);
            s.Range2 = s.Signals.IsPair ? p2 + ((s.Range2 - p2) / n) : s.Range2;
            s.Smoothing = Math.Max(LeastLeft, 1.0 / Math.Sqrt(n));
        }

        (arc.Time, arc.Smooth1, arc.Smooth2, arc.Carrier1, arc.Carrier2, arc.GeometryFree) = (now, s.Range1, s.Range2, f1, f2, free);
    }

    private static double Metres(ReadOnlySpan<double> values, int column, double frequency) =>
        column < 0 || values[column] == 0.0 ? double.NaN : values[column] * PhysicalConstants.SpeedOfLight / frequency;
}
