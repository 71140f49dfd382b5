using System.Diagnostics.CodeAnalysis;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>A choice of satellites: ids, ranges and whole systems.</summary>
internal sealed class SatelliteFilter
{
    private readonly List<(GnssSystem System, int First, int Last)> _ranges = [];

    public static SatelliteFilter All { get; } = new();

    public bool Accepts(SatelliteId id) =>
        _ranges.Count == 0 || _ranges.Exists(r => r.System == id.System && id.Number >= r.First && id.Number <= r.Last);

    /// <summary>Accepted by its id or a range, not only with its whole system: how a spare is asked for.</summary>
    public bool Names(SatelliteId id) =>
        _ranges.Exists(r => r.System == id.System && id.Number >= r.First && id.Number <= r.Last && r.Last != int.MaxValue);

    /// <summary>What help shows as the default.</summary>
    public override string ToString() => _ranges.Count == 0 ? "all" : string.Join(',', _ranges.Select(r => r.Last == int.MaxValue ? $"{(char)r.System}" : $"{new SatelliteId(r.System, r.First)}-{new SatelliteId(r.System, r.Last)}"));

    public static bool TryParse(string text, [NotNullWhen(true)] out SatelliteFilter? filter, out string problem)
    {
        filter = new SatelliteFilter();
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Length == 1 && Enum.IsDefined((GnssSystem)part[0]))
            {
                filter._ranges.Add(((GnssSystem)part[0], 1, int.MaxValue));
                continue;
            }

            string[] ends = part.Split('-');
            if (ends.Length > 2 || !SatelliteId.TryParse(ends[0], out SatelliteId first) || !SatelliteId.TryParse(ends[^1], out SatelliteId last) || first.System != last.System || last < first)
            {
                problem = $"'{part}' is not a satellite (C19), a range (C32-C37) or a system (E)";
                filter = null;
                return false;
            }

            filter._ranges.Add((first.System, first.Number, last.Number));
        }

        problem = "";
        return true;
    }
}
