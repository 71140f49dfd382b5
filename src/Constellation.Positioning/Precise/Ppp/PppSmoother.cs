using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Positions of all epochs by what came before and after: a second filter runs from the end to the start, and both are combined by their covariances.</summary>
/// <remarks>
/// As both have the observations of the epoch itself, their combination is not strictly the best and its sigma is somewhat small; what ambiguities tell, which
/// is nearly all, is in one of them only. Slips, outliers and clock jumps are those that the first pass found. Memory grows with the epochs: 3 kB each.
/// </remarks>
internal static class PppSmoother
{
    /// <param name="states">Satellites.</param>
    /// <param name="settings">Those of the first pass.</param>
    /// <param name="receiver">Whose observations.</param>
    /// <param name="forward">Its results, in order.</param>
    /// <param name="records">What it took, of every solved epoch.</param>
    public static List<PppEpoch> Smooth(IAntennaStates states, PppSettings settings, ReceiverDescription receiver, IReadOnlyList<PppEpoch> forward, IReadOnlyList<PppRecord> records)
    {
        PppEngine engine = new(states, settings, receiver);
        Dictionary<Time.Epoch, PppEpoch> backward = [];
        for (int i = records.Count - 1; i >= 0; i--)
        {
            PppEpoch epoch = engine.Replay(records[i]);
            if (epoch.Status == PppStatus.Ok)
            {
                backward[epoch.Time] = epoch;
            }
        }

        return [.. forward.Select(f => f.Status == PppStatus.Ok && backward.TryGetValue(f.Time, out PppEpoch? b) ? Combine(f, b) : f)];
    }

    private static PppEpoch Combine(PppEpoch a, PppEpoch b)
    {
        if (!a.Covariance.TryInvert(out Symmetric3 wa) || !b.Covariance.TryInvert(out Symmetric3 wb))
        {
            return a;
        }

        Symmetric3 sum = new(wa.Xx + wb.Xx, wa.Xy + wb.Xy, wa.Xz + wb.Xz, wa.Yy + wb.Yy, wa.Yz + wb.Yz, wa.Zz + wb.Zz);
        if (!sum.TryInvert(out Symmetric3 covariance))
        {
            return a;
        }

        Vector3d step = covariance * (wb * (b.Marker - a.Marker));
        (double zenith, double zenithSigma) = Weighted(a.ZenithDelay, a.ZenithSigma, b.ZenithDelay, b.ZenithSigma);
        PppClock[] clocks = [.. a.Clocks.Select(c => b.Clocks.FirstOrDefault(o => o.Group == c.Group) is { Group: not null } other ? Mean(c, other) : c)];
        return a with { Marker = a.Marker + step, Covariance = covariance, ZenithDelay = zenith, ZenithSigma = zenithSigma, Clocks = clocks };
    }

    private static PppClock Mean(PppClock a, PppClock b)
    {
        (double offset, double sigma) = Weighted(a.Offset, a.Sigma, b.Offset, b.Sigma);
        return new(a.Group, offset, sigma);
    }

    private static (double Value, double Sigma) Weighted(double a, double sigmaA, double b, double sigmaB)
    {
        double wa = 1 / (sigmaA * sigmaA), wb = 1 / (sigmaB * sigmaB);
        return (a + (wb / (wa + wb) * (b - a)), 1 / Math.Sqrt(wa + wb));
    }
}
