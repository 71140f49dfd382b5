namespace Constellation.Cli;

/// <summary>What can be installed into the data folder.</summary>
internal enum InstalledKind
{
    /// <summary>Table of Earth orientation: finals2000A, C04, IGS ERP. The one that is observed longest is used in place of the built-in one.</summary>
    EarthOrientation,

    /// <summary>List of leap seconds.</summary>
    LeapSeconds,

    /// <summary>ANTEX.</summary>
    Antennas,

    /// <summary>TLE, OMM.</summary>
    Elements,
}
