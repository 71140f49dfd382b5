namespace Constellation.Orbits;

/// <summary>Attitude laws by the names that tables of satellites use.</summary>
public static class AttitudeLaws
{
    private static readonly Dictionary<string, YawLaw> s_laws = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nominal"] = NominalYaw.Instance,
        ["orbit-normal"] = OrbitNormal.Instance,
        ["gps-iia"] = GpsIiaYaw.Instance,
        ["gps-iir"] = GpsIirYaw.Instance,
        ["gps-iif"] = GpsIifYaw.Instance,
        ["gps-iii"] = GpsIiiYaw.Instance,
        ["glonass-m"] = GlonassMYaw.Instance,
        ["galileo-iov"] = GalileoIovYaw.Instance,
        ["galileo-foc"] = GalileoFocYaw.Instance,
        ["bds-2"] = BeiDou2Yaw.Instance,
        ["bds-3-cast"] = BeiDou3CastYaw.Meo,
        ["bds-3-igso"] = BeiDou3CastYaw.Igso,
        ["bds-3-secm"] = BeiDou3SecmYaw.Instance,
        ["qzs-1"] = QzssYaw.First,
        ["qzs-2"] = QzssYaw.Second,
    };

    public static IReadOnlyCollection<string> Names => s_laws.Keys;

    /// <summary>The law of a name; null where there is none.</summary>
    public static YawLaw? Find(string name) => s_laws.GetValueOrDefault(name);
}
