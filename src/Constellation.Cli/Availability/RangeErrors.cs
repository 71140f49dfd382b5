using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>How wrong a user's range to each slot is: what a run found of its satellite's signal, and the user's own part.</summary>
internal static class RangeErrors
{
    /// <summary>Root sum square of the satellite's signal-in-space error (rms over the run) and the user's part, m, by slot.</summary>
    /// <exception cref="InputException">CN6125: the run has no figure for a satellite.</exception>
    public static IReadOnlyList<double> Of(string folder, ConstellationSlots slots, double user)
    {
        ILookup<string, double> known = RunFolder.Open(folder).Summary().Where(r => r.Metric == "sisre_rms").ToLookup(r => r.Scope, r => r.Value);
        string[] missing = [.. slots.Satellites.Select(s => s.Id.ToString()).Where(id => !known[id].Any(double.IsFinite))];
        return missing.Length == 0
            ? [.. slots.Satellites.Select(s => Math.Sqrt(Math.Pow(known[s.Id.ToString()].First(), 2) + (user * user)))]
            : throw new InputException(Diagnostic.Error("CN6125", new SourceSpan(folder), $"has no signal-in-space error of {string.Join(", ", missing)}", "give a run of the same satellites, or choose with --sat those that it has"));
    }
}
