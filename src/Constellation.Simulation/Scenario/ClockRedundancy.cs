using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Satellites with spare clocks. Table <c>[[clocks.redundancy]]</c>.</summary>
/// <param name="Satellites">By id.</param>
public sealed record ClockRedundancy(IReadOnlyList<SatelliteId> Satellites)
{
    /// <summary>Of one satellite.</summary>
    public const int MostSpares = 15;

    /// <summary>Spares that run; units 1, 2, ...</summary>
    public int HotSpares { get; init; }

    /// <summary>Spares that are off; the units after the hot ones.</summary>
    public int ColdSpares { get; init; }

    public int Spares => HotSpares + ColdSpares;

    /// <summary>Kind of the spares as the scenario gives it; null: that of the working clock.</summary>
    public string? SpareClock { get; init; }

    /// <summary>Its name among <see cref="ScenarioDefinition.ClockModels"/>; null as <see cref="SpareClock"/>.</summary>
    public string? SpareModel { get; init; }

    public TakeOverSettings TakeOver { get; init; } = new();

    /// <summary>The monitoring unit; null: none.</summary>
    public ClockMonitor? Monitor { get; init; }
}
