using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>All that a page shows, read and checked before the first figure is drawn.</summary>
internal sealed record ReportData
{
    public required RunFolder Folder { get; init; }

    public required IReadOnlyList<SummaryRow> Summary { get; init; }

    public required GridAccuracy Grid { get; init; }

    public required SisreErrors Sisre { get; init; }

    /// <summary>Null where the control segment was not simulated.</summary>
    public required OdtsErrors? Odts { get; init; }

    public required IReadOnlyList<ClockKind> Clocks { get; init; }

    public required IReadOnlyList<ClockPrediction> Predictions { get; init; }

    /// <summary>Of every site.</summary>
    public required IReadOnlyList<PositionShare> Shares { get; init; }

    /// <summary>Of the first site; null where none is named.</summary>
    public required SiteSeries? Site { get; init; }

    /// <summary>Of the first site; null where none is named.</summary>
    public required SkyTracks? Sky { get; init; }

    public RunManifest Manifest => Folder.Manifest;

    /// <exception cref="InputException">A table is missing, not readable or does not fit the manifest.</exception>
    public static ReportData Read(RunFolder folder)
    {
        ManifestCheck.Require(folder);
        bool hasSite = folder.Manifest.Sites.Count > 0;
        ScenarioDefinition? scenario = folder.Scenario;
        SisreErrors sisre = SisreErrors.Of(folder);
        OdtsErrors? odts = folder.HasOdts ? OdtsErrors.Of(folder) : null;
        return new()
        {
            Folder = folder,
            Summary = folder.Summary(),
            Sisre = sisre,
            Odts = odts,
            Clocks = ClockStability.Of(folder, scenario),
            Predictions = ClockPredictions.Of(folder, sisre, odts, scenario),
            Shares = PositionShares.Of(folder),
            Site = hasSite ? SiteSeries.Of(folder, 0) : null,
            Sky = hasSite ? SkyTracks.Of(folder, 0) : null,
            Grid = GridAccuracy.Of(folder),
        };
    }
}
