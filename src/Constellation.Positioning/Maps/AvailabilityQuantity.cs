namespace Constellation.Positioning;

/// <summary>1 at epochs when the position meets the limits, 0 otherwise: its mean is the availability.</summary>
/// <remarks>PDOP of all satellites in view, and the 95 % errors of the covariance where a field of accuracy is given. An epoch without a position is not available.</remarks>
public sealed class AvailabilityQuantity(PointScene scene, AccuracyThresholds limits, AccuracyField? accuracy) : IPointQuantity
{
    private readonly DopQuantity _pdop = new(scene, DopKind.Pdop);

    public bool WorstIsSmallest => true;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        _pdop.Fill(first, count, values, cancel);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i] <= limits.Pdop ? 1.0 : 0.0;
        }

        if (accuracy is not null)
        {
            float[] major = new float[values.Length], minor = new float[values.Length], up = new float[values.Length];
            accuracy.Fill(first, count, major, minor, up, cancel);
            for (int i = 0; i < values.Length; i++)
            {
                bool within = AccuracyQuantity.Horizontal95(major[i], minor[i]) <= limits.Horizontal && PositionSpread.TwoSided95 * up[i] <= limits.Vertical;
                values[i] = within ? values[i] : 0.0;
            }
        }
    }
}
