namespace Constellation.Positioning;

/// <summary>The error (m) that 95 % of the positions of an epoch stay below, horizontal by the shape of the ellipse.</summary>
public sealed class AccuracyQuantity(AccuracyField field, AccuracyKind kind) : IPointQuantity
{
    public bool WorstIsSmallest => false;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        float[] major = new float[values.Length], minor = new float[values.Length], up = new float[values.Length];
        field.Fill(first, count, major, minor, up, cancel);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = kind == AccuracyKind.Vertical ? PositionSpread.TwoSided95 * up[i] : Horizontal95(major[i], minor[i]);
        }
    }

    /// <summary>The error that 95 % of all positions of a user stay below, all epochs together: what a receiver's record shows.</summary>
    public static double[] Pooled(AccuracyField field, AccuracyKind kind, int threads, Action<double>? progress = null, CancellationToken cancel = default)
    {
        int epochs = field.Scene.Epochs.Count;
        double[] pooled = new double[field.Scene.Users.Count];
        PointField.ForGroups(pooled.Length, epochs, false, threads, (first, count) =>
        {
            int n = count * epochs;
            float[] major = new float[n], minor = new float[n], up = new float[n];
            field.Fill(first, count, major, minor, up, cancel);
            for (int u = 0; u < count; u++)
            {
                pooled[first + u] = kind == AccuracyKind.Vertical
                    ? RadialErrorTable.Quantile(0.95, up.AsSpan(u * epochs, epochs), [])
                    : RadialErrorTable.Quantile(0.95, major.AsSpan(u * epochs, epochs), minor.AsSpan(u * epochs, epochs));
            }
        }, progress, cancel);
        return pooled;
    }

    /// <summary>95 % length of an error with two deviations; NaN stays NaN.</summary>
    public static double Horizontal95(float major, float minor) => major > 0.0f ? major * RadialErrorTable.Factor95(minor / major) : major;
}
