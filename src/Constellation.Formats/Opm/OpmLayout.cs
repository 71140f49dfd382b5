namespace Constellation.Formats;

/// <summary>Keywords of an orbit parameter message in their order, with the block that XML puts them in. [CCSDS502] section 3</summary>
internal static class OpmLayout
{
    public const string Header = "header", Metadata = "metadata", State = "stateVector", Kepler = "keplerianElements", Spacecraft = "spacecraftParameters",
        Covariance = "covarianceMatrix", Maneuver = "maneuverParameters", User = "userDefinedParameters";

    public static readonly string[] HeaderKeys = ["CLASSIFICATION", "CREATION_DATE", "ORIGINATOR", "MESSAGE_ID"];

    public static readonly string[] MetadataKeys = ["OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "REF_FRAME_EPOCH", "TIME_SYSTEM"];

    public static readonly string[] StateKeys = ["EPOCH", "X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT"];

    private static readonly string[] s_kepler = ["SEMI_MAJOR_AXIS", "ECCENTRICITY", "INCLINATION", "RA_OF_ASC_NODE", "ARG_OF_PERICENTER", "TRUE_ANOMALY", "MEAN_ANOMALY", "GM"];

    private static readonly string[] s_spacecraft = ["MASS", "SOLAR_RAD_AREA", "SOLAR_RAD_COEFF", "DRAG_AREA", "DRAG_COEFF"];

    private static readonly string[] s_maneuver = ["MAN_EPOCH_IGNITION", "MAN_DURATION", "MAN_DELTA_MASS", "MAN_REF_FRAME", "MAN_DV_1", "MAN_DV_2", "MAN_DV_3"];

    /// <summary>The block of a keyword; null where it is none.</summary>
    public static string? SectionOf(string key) =>
        HeaderKeys.Contains(key) ? Header
        : MetadataKeys.Contains(key) ? Metadata
        : StateKeys.Contains(key) ? State
        : s_kepler.Contains(key) ? Kepler
        : s_spacecraft.Contains(key) ? Spacecraft
        : s_maneuver.Contains(key) ? Maneuver
        : key == "COV_REF_FRAME" || (key.Length is >= 4 and <= 11 && key[0] == 'C' && key[2..].Contains('_', StringComparison.Ordinal)) ? Covariance
        : key.StartsWith("USER_DEFINED_", StringComparison.Ordinal) ? User
        : null;

    /// <summary>The unit that the standard fixes; null for text and pure numbers.</summary>
    public static string? UnitOf(string key) => key switch
    {
        "X" or "Y" or "Z" or "SEMI_MAJOR_AXIS" => "km",
        "X_DOT" or "Y_DOT" or "Z_DOT" or "MAN_DV_1" or "MAN_DV_2" or "MAN_DV_3" => "km/s",
        "INCLINATION" or "RA_OF_ASC_NODE" or "ARG_OF_PERICENTER" or "TRUE_ANOMALY" or "MEAN_ANOMALY" => "deg",
        "GM" => "km**3/s**2",
        "MASS" or "MAN_DELTA_MASS" => "kg",
        "SOLAR_RAD_AREA" or "DRAG_AREA" => "m**2",
        "MAN_DURATION" => "s",
        _ => null,
    };

    public static bool IsNumber(string key) => UnitOf(key) is not null || key is "ECCENTRICITY" or "SOLAR_RAD_COEFF" or "DRAG_COEFF" || (SectionOf(key) == Covariance && key != "COV_REF_FRAME");

    public static IEnumerable<string> All => [.. HeaderKeys, .. MetadataKeys, .. StateKeys, .. s_kepler, .. s_spacecraft, .. s_maneuver];
}
