namespace Constellation.Orbits;

/// <summary>Orbit-normal mode: +X along the track, +Y against the orbit's angular momentum; or the body turned by 180 degrees.</summary>
/// <remarks>[Montenbruck15b] section 3.2: geostationary satellites of BeiDou.</remarks>
public sealed class OrbitNormal : YawLaw
{
    public static OrbitNormal Instance { get; } = new();

    public override double Yaw(in SolarGeometry geometry) => 0;
}
