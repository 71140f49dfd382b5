using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Users on a grid and at named sites. Table <c>[users]</c>.</summary>
public sealed record UserSettings
{
    /// <summary>Cell of the world grid, degrees.</summary>
    public double GridStepDeg { get; init; } = 5;

    /// <summary>Elevation mask, rad.</summary>
    public double Mask { get; init; } = double.DegreesToRadians(5);

    /// <summary>Factor on thermal noise, multipath, troposphere and ionosphere residual; 0: a perfect receiver in empty space.</summary>
    public double NoiseScale { get; init; } = 1;

    public IonosphereTreatment Ionosphere { get; init; } = IonosphereTreatment.IonosphereFree;

    public IReadOnlyList<SiteDefinition> Sites { get; init; } = SiteDefinition.Cities;

    public AccuracyThresholds Thresholds { get; init; } = new();
}
