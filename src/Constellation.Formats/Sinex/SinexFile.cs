using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Stations of a SINEX file.</summary>
public sealed class SinexFile
{
    private const int CodeLength = 4;

    private readonly ILookup<string, StationSolution> _byCode;

    public required string Agency { get; init; }

    public SinexFile(IReadOnlyList<StationSolution> stations)
    {
        Stations = stations;
        _byCode = stations.ToLookup(s => s.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<StationSolution> Stations { get; }

    /// <summary>By code.</summary>
    public required ILookup<string, StationEccentricity> Eccentricities { get; init; }

    /// <summary>By code.</summary>
    public required ILookup<string, StationAntennaSpan> Antennas { get; init; }

    /// <summary>The solution for a marker as observation files name it, of four or nine characters: the one whose data hold the epoch, else the one that is nearest; null for a station that is not there.</summary>
    public StationSolution? Find(string marker, Epoch epoch)
    {
        StationSolution[] all = [.. _byCode[CodeOf(marker)]];
        return Array.Find(all, s => s.DataSpan.Contains(epoch)) ?? all.MinBy(s => Math.Abs((s.Reference - epoch).TotalSeconds));
    }

    /// <summary>Antenna reference point above the marker at an epoch, or null.</summary>
    public StationEccentricity? EccentricityOf(string marker, Epoch epoch) => Eccentricities[CodeOf(marker)].FirstOrDefault(e => e.Validity.Contains(epoch));

    /// <summary>The antenna at an epoch, or null.</summary>
    public StationAntennaSpan? AntennaOf(string marker, Epoch epoch) => Antennas[CodeOf(marker)].FirstOrDefault(a => a.Validity.Contains(epoch));

    private static string CodeOf(string marker)
    {
        string trimmed = marker.Trim().ToUpperInvariant();
        return trimmed.Length > CodeLength ? trimmed[..CodeLength] : trimmed;
    }
}
