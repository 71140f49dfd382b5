namespace Constellation.Orbits;

/// <summary>Sun or Moon as the deep-space model sees it: mean motion and eccentricity of its path about the Earth, size of its pull.</summary>
/// <remarks>[Hoots80] section 8; rad and minutes.</remarks>
internal readonly record struct DeepSpaceBody(double MeanMotion, double Eccentricity, double Pull)
{
    public static DeepSpaceBody Sun { get; } = new(1.19459e-5, 0.01675, 2.9864797e-6);

    public static DeepSpaceBody Moon { get; } = new(1.5835218e-4, 0.05490, 4.7968065e-7);
}
