using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>How sources of scenes are opened.</summary>
public sealed record SourceOptions
{
    /// <summary>First epoch; null: that of the files. Runs have epochs of their own.</summary>
    public Epoch? Start { get; init; }

    /// <summary>Last epoch.</summary>
    public Epoch? Stop { get; init; }

    /// <summary>Between the epochs.</summary>
    public Duration? Step { get; init; }

    /// <summary>Which satellites of orbits are shown; other objects only where all are.</summary>
    public SatelliteSelector Satellites { get; init; } = SatelliteSelector.All;

    /// <summary>Two runs on one globe, the first minus the second.</summary>
    public bool Difference { get; init; }

    /// <summary>Where runs of scenarios are looked for.</summary>
    public string Runs { get; init; } = "runs";

    /// <summary>Told what is wrong in files without making them useless.</summary>
    public Action<Diagnostic> Tell { get; init; } = _ => { };

    internal bool ChoosesOrbits => Start is not null || Stop is not null || Step is not null || Satellites != SatelliteSelector.All;
}
