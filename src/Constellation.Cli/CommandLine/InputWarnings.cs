using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Warnings about input: told and passed over, or with <c>--strict</c> as bad as errors.</summary>
internal static class InputWarnings
{
    /// <exception cref="InputException">Strict, and there is a warning.</exception>
    public static void Tell(IEnumerable<Diagnostic> warnings, bool strict)
    {
        Diagnostic[] all = [.. warnings];
        if (strict && all.Length > 0)
        {
            throw new InputException(all);
        }

        foreach (Diagnostic warning in all)
        {
            Console.Error.WriteLine(warning);
        }
    }

    /// <inheritdoc cref="Tell(IEnumerable{Diagnostic}, bool)"/>
    public static void Tell(this EphemerisSource source, bool strict)
    {
        Tell(source.Warnings, strict);
        Tell(source.Notes, strict: false);
    }
}
