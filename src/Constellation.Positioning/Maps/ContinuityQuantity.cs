using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A service that asks for a PDOP, under satellites that fail independently.</summary>
/// <remarks>
/// With q the probability that one of the n satellites in view is lost: P = (1 - q)^n (ok + sum ok_i x + sum ok_ij x^2), x = q / (1 - q), ok = 1 where the PDOP of
/// what is left is within the limit. Losses of three and more count as the end, which is off by less than (n q)^3 / 6.
/// </remarks>
public sealed class ContinuityQuantity(PointScene scene, ContinuityKind kind, double pdopLimit, SatelliteReliability reliability, double interval) : IPointQuantity
{
    private readonly double _lost = kind == ContinuityKind.Available ? reliability.Away : reliability.FailsWithin(interval);

    public bool WorstIsSmallest => kind != ContinuityKind.CriticalSatellites;

    public bool IsSlow => true;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        int epochs = scene.Epochs.Count;
        for (int u = 0; u < count; u++)
        {
            UserDefinition user = scene.Users[first + u];
            UserSky sky = new(user, scene.Horizon.At(user.Place));
            for (int k = 0; k < epochs; k++)
            {
                cancel.ThrowIfCancellationRequested();
                values[(u * epochs) + k] = Of(sky.Look(scene.Epochs[k]));
            }
        }
    }

    private double Of(IReadOnlyList<(int Satellite, Vector3d LineOfSight)> seen)
    {
        LossyGeometry geometry = new(seen);
        bool all = geometry.Within(pdopLimit);
        if (kind == ContinuityKind.CriticalSatellites)
        {
            return all ? Critical(geometry, seen.Count) : double.NaN;
        }

        if (!all)
        {
            return kind == ContinuityKind.Continues ? double.NaN : 0.0;        // what is not there with all satellites is not there with fewer
        }

        double odds = _lost / (1.0 - _lost), one = 0.0, two = 0.0;
        for (int i = 0; i < seen.Count; i++)
        {
            geometry.Without(i);
            one += geometry.Within(pdopLimit) ? odds : 0.0;
            for (int j = i + 1; j < seen.Count; j++)
            {
                geometry.Without(j);
                two += geometry.Within(pdopLimit) ? odds * odds : 0.0;
                geometry.Again(j);
            }

            geometry.Again(i);
        }

        return Math.Min(1.0, Math.Pow(1.0 - _lost, seen.Count) * (1.0 + one + two));        // rounding passes 1
    }

    private double Critical(LossyGeometry geometry, int count)
    {
        int critical = 0;
        for (int i = 0; i < count; i++)
        {
            geometry.Without(i);
            critical += geometry.Within(pdopLimit) ? 0 : 1;
            geometry.Again(i);
        }

        return critical;
    }
}
