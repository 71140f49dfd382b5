namespace Constellation.Positioning;

/// <summary>A figure of Advanced RAIM at every epoch, m; infinity where there is no level, so that a percentile knows of it.</summary>
public sealed class ProtectionQuantity(ProtectionField field, ProtectionKind kind, IntegrityLimits limits) : IPointQuantity
{
    public bool WorstIsSmallest => kind == ProtectionKind.Available;

    public bool IsSlow => true;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        int epochs = field.Scene.Epochs.Count;
        Araim araim = new();
        for (int u = 0; u < count; u++)
        {
            UserDefinition user = field.Scene.Users[first + u];
            UserSky sky = new(user, field.Scene.Horizon.At(user.Place));
            for (int k = 0; k < epochs; k++)
            {
                cancel.ThrowIfCancellationRequested();
                values[(u * epochs) + k] = Of(field.At(araim, sky, field.Scene.Epochs[k]));
            }
        }
    }

    private double Of(in ProtectionLevels levels) => kind switch
    {
        ProtectionKind.Available => limits.Accept(levels) ? 1.0 : 0.0,
        _ when !levels.IsDefined => double.PositiveInfinity,
        ProtectionKind.Horizontal => levels.Horizontal,
        ProtectionKind.Vertical => levels.Vertical,
        ProtectionKind.MonitorThreshold => levels.MonitorThreshold,
        _ => levels.VerticalSigma,
    };
}
