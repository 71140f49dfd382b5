using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>The clocks of a run: errors of estimates and of messages, kinds, and what happened to them. Errors in ns, by satellite of the manifest, then epoch; NaN at gaps.</summary>
internal sealed record ClocksContent
{
    public required IReadOnlyList<SatelliteId> Satellites { get; init; }

    /// <summary>Kind of every satellite at the run's first epoch, a name of the catalogue.</summary>
    public required IReadOnlyList<string> Kind { get; init; }

    /// <summary>All kinds, in the order in which they get their colours.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Estimate of the control segment minus truth; empty where there are none.</summary>
    public required IReadOnlyList<double[]> Estimate { get; init; }

    /// <summary>Broadcast minus truth; empty where there are no messages.</summary>
    public required IReadOnlyList<double[]> Broadcast { get; init; }

    public required IReadOnlyList<ClockIncident> Incidents { get; init; }

    /// <summary>By kind, measured in the run beside the catalogue; empty where the run is too short.</summary>
    public required IReadOnlyList<ClockKind> Stability { get; init; }

    public static ClocksContent Of(SourceTables tables)
    {
        RunFolder folder = tables.Folder ?? throw new ArgumentException("the source is no run", nameof(tables));
        IReadOnlyList<RunSatellite> known = folder.Manifest.Satellites;
        return new()
        {
            Satellites = tables.Tracks.Ids,
            Kind = [.. known.Select(s => s.Clock)],
            Kinds = [.. known.Select(s => s.Clock).Distinct().Order(StringComparer.Ordinal)],
            Estimate = [.. tables.Column(RunFolder.OdtsFile, "clock_m").Select(Nanoseconds)],
            Broadcast = [.. tables.Column(RunFolder.SisreFile, "clock_m").Select(Nanoseconds)],
            Incidents = ClockIncidents.Of(tables),
            Stability = ClockStability.Of(folder, tables.Scenario),
        };
    }

    /// <summary>Root mean square over all satellites of a kind and the whole run, ns; NaN: none.</summary>
    public double Rms(IReadOnlyList<double[]> errors, string kind)
    {
        RootMeanSquare rms = default;
        for (int s = 0; s < errors.Count; s++)
        {
            foreach (double value in Kind[s] == kind ? errors[s] : [])
            {
                rms.Add(value);
            }
        }

        return rms.Value;
    }

    private static double[] Nanoseconds(double[] metres) => [.. metres.Select(m => 1e9 * m / PhysicalConstants.SpeedOfLight)];
}
