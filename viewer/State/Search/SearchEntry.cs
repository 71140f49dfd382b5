using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Something that can be found.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Detail">What it is.</param>
/// <param name="Words">What it can be found by.</param>
internal sealed record SearchEntry(string Label, string Detail, IReadOnlyList<string> Words)
{
    /// <summary>Null: no satellite.</summary>
    public SatelliteId? Satellite { get; init; }

    /// <summary>Null: no place.</summary>
    public GeodeticPoint? Place { get; init; }
}
