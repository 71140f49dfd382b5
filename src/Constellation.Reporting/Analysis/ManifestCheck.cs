using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What the figures rely on in a manifest; a hand-made or damaged one is refused before anything is drawn.</summary>
internal static class ManifestCheck
{
    /// <summary>A quarter of a degree is the finest grid.</summary>
    private const double MostRows = 720;

    /// <exception cref="InputException">CN5105, all findings at once.</exception>
    public static void Require(RunFolder folder)
    {
        RunManifest manifest = folder.Manifest;
        List<string> problems = [];
        if (!Time.Epoch.TryParse(manifest.Start, out _, out string problem))
        {
            problems.Add($"start: {problem}");
        }

        if (!(manifest.StepSeconds > 0 && double.IsFinite(manifest.StepSeconds)) || manifest.Epochs < 1)
        {
            problems.Add($"{manifest.Epochs} epochs every {manifest.StepSeconds} s are no run");
        }

        double rows = 180 / manifest.GridStepDeg;
        if (!(rows is >= 1 and <= MostRows) || Math.Abs(rows - Math.Round(rows)) > 1e-9)
        {
            problems.Add($"a grid step of {manifest.GridStepDeg} degrees does not divide 180 degrees");
        }

        problems.AddRange(manifest.Satellites.Where(s => !SatelliteId.TryParse(s.Sat, null, out _)).Select(s => $"'{s.Sat}' is no satellite"));
        problems.AddRange(manifest.Satellites.GroupBy(s => s.Sat).Where(g => g.Count() > 1).Select(g => $"satellite {g.Key} is given {g.Count()} times"));
        if (problems.Count > 0)
        {
            SourceSpan where = new(System.IO.Path.Combine(folder.Path, RunFolder.ManifestFile));
            throw new InputException(problems.Select(p => Diagnostic.Error("CN5105", where, p, "run the scenario again")).ToList());
        }
    }
}
