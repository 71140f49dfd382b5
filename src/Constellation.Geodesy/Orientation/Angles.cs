namespace Constellation.Geodesy;

/// <summary>Angle units of astronomy in radians.</summary>
public static class Angles
{
    public const double Arcsecond = Math.PI / (180 * 3600);

    public const double Microarcsecond = Arcsecond * 1e-6;

    /// <summary>Reduces to [-pi, pi).</summary>
    public static double Wrap(double angle) => angle - (2 * Math.PI * Math.Floor((angle + Math.PI) / (2 * Math.PI)));
}
