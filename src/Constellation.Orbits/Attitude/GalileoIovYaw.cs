namespace Constellation.Orbits;

/// <summary>Galileo IOV: the Sun is led past the line of noon and midnight at 2 degrees or more. [Galileo-META] section 3.1</summary>
/// <remarks>Where the Sun is within 15 degrees along the track and 2 degrees across it, its part across is replaced by one that grows to sin(2 degrees).</remarks>
public sealed class GalileoIovYaw : YawLaw
{
    private static readonly double s_along = Math.Sin(15 * Degree), s_across = Math.Sin(2 * Degree);

    public static GalileoIovYaw Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry)
    {
        double cosine = Math.Cos(geometry.Beta), along = cosine * Math.Sin(geometry.OrbitAngle), across = Math.Sin(geometry.Beta);
        if (Math.Abs(along) >= s_along || Math.Abs(across) >= s_across)
        {
            return geometry.NominalYaw;
        }

        double kept = YawTurn.Nearest(geometry, 15 * Degree).Beta < 0 ? -s_across : s_across;
        double led = 0.5 * (kept + across + ((kept - across) * Math.Cos(Math.PI * Math.Abs(along) / s_along)));
        return Math.Atan2(-led, along);
    }
}
