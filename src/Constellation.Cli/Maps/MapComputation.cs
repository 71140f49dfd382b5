using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>The values of a map from a scene.</summary>
internal static class MapComputation
{
    /// <summary>One value for every user of the scene.</summary>
    /// <param name="scene">Who, when.</param>
    /// <param name="settings">What.</param>
    /// <param name="accuracy">Errors of ranges.</param>
    /// <param name="support">Integrity by system.</param>
    /// <param name="errors">Signal-in-space errors; null where the source has none.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancel">Stops between epochs.</param>
    public static double[] Of(PointScene scene, MapSettings settings, Func<AccuracyField> accuracy, Func<ProtectionField> support, IReadOnlyList<SpaceError[]>? errors, Action<double>? progress, CancellationToken cancel)
    {
        string name = settings.Quantity.Name;
        if (name is "accuracy" or "accuracy-vertical")
        {
            AccuracyKind kind = name == "accuracy" ? AccuracyKind.Horizontal : AccuracyKind.Vertical;
            return settings.Statistic is { } chosen
                ? PointField.Reduce(new AccuracyQuantity(accuracy(), kind), scene, chosen, settings.Threads, progress, cancel)
                : AccuracyQuantity.Pooled(accuracy(), kind, settings.Threads, progress, cancel);
        }

        double pdop = settings.Limits.Pdop;
        IPointQuantity quantity = name switch
        {
            "visible" => new DopQuantity(scene, DopKind.Visible),
            "pdop" or "hdop" or "vdop" or "tdop" or "gdop" => new DopQuantity(scene, Enum.Parse<DopKind>(name, ignoreCase: true)),
            "availability" => new AvailabilityQuantity(scene, settings.Limits, settings.AsksForErrors ? accuracy() : null),
            "hpl" => new ProtectionQuantity(support(), ProtectionKind.Horizontal, settings.Integrity),
            "vpl" => new ProtectionQuantity(support(), ProtectionKind.Vertical, settings.Integrity),
            "emt" => new ProtectionQuantity(support(), ProtectionKind.MonitorThreshold, settings.Integrity),
            "sigma-vertical" => new ProtectionQuantity(support(), ProtectionKind.VerticalSigma, settings.Integrity),
            "integrity" => new ProtectionQuantity(support(), ProtectionKind.Available, settings.Integrity),
            "continuity" => new ContinuityQuantity(scene, ContinuityKind.Continues, pdop, settings.Reliability, settings.Interval),
            "availability-failures" => new ContinuityQuantity(scene, ContinuityKind.Available, pdop, settings.Reliability, settings.Interval),
            "critical" => new ContinuityQuantity(scene, ContinuityKind.CriticalSatellites, pdop, settings.Reliability, settings.Interval),
            _ => new SpaceErrorQuantity(scene, errors ?? throw WithoutErrors(name), name == "sisre-worst"),
        };
        return PointField.Reduce(quantity, scene, settings.Statistic ?? settings.Quantity.Statistic!.Value, settings.Threads, progress, cancel);
    }

    private static InputException WithoutErrors(string name) => new(Diagnostic.Error(
        "CN4371", new SourceSpan("--what"), $"'{name}' needs errors of messages, which this source does not have", "give a run folder, or RINEX navigation files with --sp3 for precise orbits"));
}
