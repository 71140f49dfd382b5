using Constellation.Core;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What is known of the body of a navigation satellite: <c>ephemeris/satellites</c>.</summary>
/// <param name="Svn">Number of the vehicle, such as <c>G063</c>; empty where the PRN was not in use.</param>
/// <param name="Block">Block type, such as <c>GPS-IIF</c>.</param>
/// <param name="Mass">kg.</param>
/// <param name="TransmitPower">Of all antennas together, W; 0 where it is not published.</param>
/// <param name="Attitude">How the block turns.</param>
/// <param name="Surfaces">What light presses on.</param>
public sealed record SatelliteProperties(string Svn, string Block, double Mass, double TransmitPower, YawLaw Attitude, BoxWing Surfaces)
{
    /// <summary>The satellite that bore a PRN at an epoch.</summary>
    /// <remarks>
    /// Where none did, the entry of that PRN that is nearest in time, and for a PRN that was never in use the system's default block, both without an SVN:
    /// a fit goes on, and the caller can say so.
    /// </remarks>
    /// <exception cref="ArgumentException">The system has no blocks in the table (SBAS).</exception>
    public static SatelliteProperties For(SatelliteId satellite, Epoch epoch) => SatelliteTable.BuiltIn.For(satellite, epoch);

    /// <summary>Whether the satellite is of a system with blocks in the table.</summary>
    public static bool Covers(SatelliteId satellite) => SatelliteTable.BuiltIn.Covers(satellite);
}
