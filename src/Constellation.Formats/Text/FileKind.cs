namespace Constellation.Formats;

/// <summary>What a file is, told by its first lines, not by its name.</summary>
public enum FileKind
{
    Unknown,
    RinexNavigation,

    /// <summary>Plain or compact (Hatanaka).</summary>
    RinexObservation,

    RinexClock,
    Sp3,
    Antex,

    /// <summary>Orbit ephemeris message, KVN or XML.</summary>
    Oem,

    /// <summary>Orbit parameter message, KVN or XML.</summary>
    Opm,

    YumaAlmanac,
    SemAlmanac,

    /// <summary>CSV with the columns of the verb <c>orbit</c>.</summary>
    OrbitCsv,

    /// <summary>CSV with an epoch column, a name and <c>clock_s</c>.</summary>
    ClockCsv,

    Parquet,
    Orbex,
    TwoLineElements,
    Omm,

    /// <summary>Station coordinates.</summary>
    Sinex,

    /// <summary>Biases of code and phase (Bias-SINEX).</summary>
    SignalBiases,

    /// <summary>Global ionosphere maps.</summary>
    Ionex,

    /// <summary>Ocean loading coefficients (BLQ).</summary>
    OceanLoading,
}
