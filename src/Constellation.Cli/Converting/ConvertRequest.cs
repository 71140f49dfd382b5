using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Cli;

/// <summary>One conversion: what, into what, and what the user says beside.</summary>
/// <param name="Input">File to read.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Output">File to write; <c>-</c> for standard output.</param>
/// <param name="Target">Format to write, one of <see cref="ConvertTargets"/>.</param>
/// <param name="Satellites">Which satellites.</param>
/// <param name="Frame">Axes asked for; null: those of the input.</param>
/// <param name="Sp3Version">Version of an SP3 file; null: that of the input, or d.</param>
/// <param name="Names">Satellite numbers of objects that do not tell theirs.</param>
/// <param name="Rules">What problems do.</param>
internal sealed record ConvertRequest(
    string Input, FileKind Kind, string Output, string Target, SatelliteSelector Satellites, ReferenceFrame? Frame, char? Sp3Version, IReadOnlyDictionary<string, SatelliteId> Names, ReadingRules Rules)
{
    /// <summary>Tells what was done to the states on their way.</summary>
    public static void Note(Diagnostic diagnostic) => Console.Error.WriteLine($"convert: {diagnostic.Where}: {diagnostic.Problem}; {diagnostic.Remedy}");

    /// <summary>Tells what the target cannot hold. Not a problem of the input: the user chose the target.</summary>
    public void Lost(params string[] what)
    {
        string[] all = [.. what.Where(w => w.Length > 0)];
        if (all.Length > 0)
        {
            Console.Error.WriteLine($"convert: {Target} does not hold: {string.Join("; ", all)}");
        }
    }
}
