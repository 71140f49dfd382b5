using Constellation.Core;

namespace Constellation.Orbits;

/// <summary>The constants that an interface document fixes for its ephemeris: whoever made the message used these digits, so must its user.</summary>
/// <param name="Source">Key in the bibliography.</param>
/// <param name="GravitationalParameter">mu, m^3/s^2.</param>
/// <param name="EarthRotationRate">omega_e, rad/s.</param>
public sealed record BroadcastConstants(string Source, double GravitationalParameter, double EarthRotationRate)
{
    /// <summary>pi as every one of the documents prints it: a semicircle of the message is this many radians.</summary>
    public const double IcdPi = 3.1415926535898;

    /// <summary>[IS-GPS-200] table 20-IV; also [IS-QZSS-PNT] and [IRNSS-ICD].</summary>
    public static BroadcastConstants Gps { get; } = new("IS-GPS-200", 3.986005e14, 7.2921151467e-5);

    /// <summary>[Galileo-ICD] table 67.</summary>
    public static BroadcastConstants Galileo { get; } = new("Galileo-ICD", 3.986004418e14, 7.2921151467e-5);

    /// <summary>[BDS-ICD-B1I] 3.1, CGCS2000.</summary>
    public static BroadcastConstants BeiDou { get; } = new("BDS-ICD-B1I", 3.986004418e14, 7.2921150e-5);

    /// <summary>The constants of a system with Keplerian ephemerides.</summary>
    public static BroadcastConstants For(GnssSystem system) => system switch
    {
        GnssSystem.Gps or GnssSystem.Qzss or GnssSystem.NavIc => Gps,
        GnssSystem.Galileo => Galileo,
        GnssSystem.BeiDou => BeiDou,
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "its ephemeris is not Keplerian"),
    };
}
