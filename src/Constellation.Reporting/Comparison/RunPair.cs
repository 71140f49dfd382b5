using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Two runs that may be compared epoch by epoch, and what should be known about them.</summary>
public sealed class RunPair
{
    private RunPair(RunFolder a, RunFolder b, IReadOnlyList<string> remarks) => (A, B, Remarks) = (a, b, remarks);

    public RunFolder A { get; }

    public RunFolder B { get; }

    /// <summary>For people: what differs beside what was meant to differ.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <exception cref="InputException">CN5201 made by different programs, CN5202 at different epochs, CN5203 of different users; all findings at once.</exception>
    public static RunPair Of(RunFolder a, RunFolder b)
    {
        ManifestCheck.Require(a);
        ManifestCheck.Require(b);
        RunManifest first = a.Manifest, second = b.Manifest;
        SourceSpan where = new(b.Path);
        List<Diagnostic> problems = [];
        if (first.Program != second.Program || first.FormatVersion != second.FormatVersion)
        {
            problems.Add(Diagnostic.Error("CN5201", where, $"was made by {second.Program} (format {second.FormatVersion}), '{a.Path}' by {first.Program} (format {first.FormatVersion})", "run both again with one program: what differs would else be the programs'"));
        }

        if (a.Epochs != b.Epochs)
        {
            problems.Add(Diagnostic.Error("CN5202", where, $"has {Epochs(second)}, '{a.Path}' has {Epochs(first)}", "run both over the same epochs: --set time.start=..., time.duration, time.step"));
        }

        if (first.GridStepDeg != second.GridStepDeg)
        {
            problems.Add(Diagnostic.Error("CN5203", where, $"has users on a grid of {second.GridStepDeg} degrees, '{a.Path}' of {first.GridStepDeg}", "run both with the same users.grid_step_deg"));
        }

        return problems.Count > 0 ? throw new InputException(problems) : new(a, b, [.. RemarksOn(first, second)]);
    }

    private static string Epochs(RunManifest m) => $"{m.Epochs} epochs every {m.StepSeconds:0.###} s from {m.Start}";

    private static IEnumerable<string> RemarksOn(RunManifest a, RunManifest b)
    {
        if (a.Seed != b.Seed)
        {
            yield return $"the seeds differ ({a.Seed} and {b.Seed}): the runs have no draws in common, the differences are those of two samples";
        }

        if (a.ScenarioDigest == b.ScenarioDigest)
        {
            yield return "both runs are of the same scenario with the same settings: nothing can differ";
        }

        if (a.MaskDeg != b.MaskDeg)
        {
            yield return $"users look down to {a.MaskDeg:0.###} and {b.MaskDeg:0.###} degrees";
        }

        foreach (string change in Only(a.Satellites.Select(s => s.Sat), b.Satellites.Select(s => s.Sat), "satellites").Concat(Only(a.Sites.Select(s => s.Name), b.Sites.Select(s => s.Name), "sites")))
        {
            yield return change;
        }

        RunSatellite[] swapped = [.. b.Satellites.Where(s => a.Satellites.Any(o => o.Sat == s.Sat && o.ClockStory != s.ClockStory))];
        foreach (IGrouping<(string From, string To), RunSatellite> swap in swapped.GroupBy(s => (a.Satellites.First(o => o.Sat == s.Sat).ClockStory, s.ClockStory)))
        {
            yield return $"{swap.Key.From} became {swap.Key.To} on {string.Join(' ', swap.Select(s => s.Sat))}";
        }
    }

    private static IEnumerable<string> Only(IEnumerable<string> a, IEnumerable<string> b, string what)
    {
        string[] inA = [.. a.Except(b)], inB = [.. b.Except(a)];
        if (inA.Length > 0)
        {
            yield return $"{what} only in the first run: {string.Join(' ', inA)}";
        }

        if (inB.Length > 0)
        {
            yield return $"{what} only in the second run: {string.Join(' ', inB)}";
        }
    }
}
