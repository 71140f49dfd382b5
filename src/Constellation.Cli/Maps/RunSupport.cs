using Constellation.Core;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Integrity support out of a run: its signal-in-space errors, overbounded system by system.</summary>
internal static class RunSupport
{
    /// <summary>By system of the run, in the order of their letters.</summary>
    public static IReadOnlyList<SupportEstimate> Of(string path)
    {
        RunFolder folder = RunFolder.Open(path);
        RunSky sky = RunSky.Of(folder);
        IReadOnlyList<SupportEstimate> estimates = SupportEstimate.Of(sky.Satellites, sky.Snapshots, sky.Errors);
        return estimates.Count > 0
            ? estimates
            : throw new InputException(Diagnostic.Error("CN4366", new SourceSpan(path), $"has fewer than {SupportEstimate.Fewest} errors of every system: too few for a bound", "run more epochs"));
    }
}
