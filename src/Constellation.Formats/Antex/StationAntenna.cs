using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A receiver's antenna with its radome, as a calibration describes it.</summary>
/// <remarks>
/// [ANTEX]: the mean phase centre of a frequency lies at its offset from the antenna reference point; a range measured in a direction is
/// longer than from there by the variation.
/// </remarks>
public sealed record StationAntenna : IReceiverAntenna
{
    private const double Half = Math.PI / 2;

    /// <summary>Antenna and radome in twenty columns, as IGS names them: <c>TRM59800.00     SCIS</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Of a single antenna that was calibrated by itself; empty for a type.</summary>
    public string Serial { get; init; } = "";

    public required EpochSpan Validity { get; init; }

    /// <summary>Of the mean phase centre from the reference point by frequency (<c>G01</c>, <c>R02</c>): east, north, up, m.</summary>
    public required IReadOnlyDictionary<string, Vector3d> Offsets { get; init; }

    /// <summary>By frequency and zenith angle.</summary>
    public required IReadOnlyDictionary<string, PhasePattern> Patterns { get; init; }

    /// <summary>Offset for a band: east, north, up, m.</summary>
    /// <remarks>Of a band without a calibration of its own: that of GPS at the same carrier, else of GPS L1 for carriers above 1.5 GHz and L2 for those below, as is the use of analysis centres.</remarks>
    public bool TryOffset(GnssSystem system, char band, out Vector3d offset) => Offsets.TryGetValue(FrequencyOf(system, band), out offset);

    /// <summary>Variation of the phase in a direction, m; 0 without a table.</summary>
    /// <param name="system">Whose signal.</param>
    /// <param name="band">RINEX band.</param>
    /// <param name="azimuth">From north to east, rad.</param>
    /// <param name="elevation">rad.</param>
    public double Variation(GnssSystem system, char band, double azimuth, double elevation) =>
        Patterns.TryGetValue(FrequencyOf(system, band), out PhasePattern? pattern) ? pattern.At(Half - elevation, azimuth) : 0;

    /// <summary>Name of the frequency that serves for a band: its own, or the one that stands in for it.</summary>
    public string FrequencyOf(GnssSystem system, char band)
    {
        string own = $"{(char)system}0{band}";
        if (Offsets.ContainsKey(own))
        {
            return own;
        }

        bool upper = band is '1' or '9' || (system == GnssSystem.BeiDou && band == '2') || (system == GnssSystem.Glonass && band == '4');
        string same = upper ? "G01" : band == '5' ? "G05" : "G02";
        return Offsets.ContainsKey(same) ? same : "G02";
    }
}
