using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Antennas of satellites and of receivers of an ANTEX file.</summary>
public sealed record AntexFile
{
    public required double Version { get; init; }

    public required IReadOnlyList<SatelliteAntenna> Satellites { get; init; }

    /// <summary>Of receivers, those that were asked for.</summary>
    public required IReadOnlyList<StationAntenna> Stations { get; init; }

    /// <summary>Antennas of receivers in the file.</summary>
    public required int ReceiverAntennas { get; init; }

    /// <summary>The antenna that flew under this number at the epoch, or null.</summary>
    public SatelliteAntenna? Find(SatelliteId satellite, Epoch epoch) =>
        Satellites.FirstOrDefault(a => a.Satellite == satellite && a.Validity.Contains(epoch));

    /// <summary>The calibration of an antenna, or null: a single antenna by its serial number before the type.</summary>
    /// <param name="antenna">Antenna and radome as the header of an observation file has them, columns 1 to 16 and 17 to 20; no radome means <c>NONE</c>.</param>
    /// <param name="epoch">When it stood.</param>
    /// <param name="serial">Of the antenna, where it is known.</param>
    /// <remarks>Whether the antenna without a radome may serve for one with another is for the caller to decide, and to tell.</remarks>
    public StationAntenna? Find(string antenna, Epoch epoch, string serial = "")
    {
        string name = FullName(antenna);
        StationAntenna[] fit = [.. Stations.Where(a => a.Name == name && a.Validity.Contains(epoch))];
        return Array.Find(fit, a => a.Serial.Length > 0 && a.Serial == serial.Trim()) ?? Array.Find(fit, a => a.Serial.Length == 0);
    }

    /// <summary>The same antenna without a radome, in the name's own form.</summary>
    public static string WithoutRadome(string antenna) => FullName(antenna)[..16] + "NONE";

    /// <summary>Sixteen columns of antenna, four of radome.</summary>
    internal static string FullName(string antenna)
    {
        string padded = antenna.PadRight(20)[..20], radome = padded[16..].Trim();
        return padded[..16] + (radome.Length == 0 ? "NONE" : radome.PadRight(4));
    }
}
