using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>How verbs read their input files: every problem goes to standard error, and a summary at the end.</summary>
internal static class Reading
{
    public static ReadingRules Rules(bool strict) => new(strict, Console.Error.WriteLine);

    /// <summary>The last word on the input, where something was wrong with it.</summary>
    public static void Summarise(this ReadingRules rules, string verb)
    {
        if (rules.Summary(verb) is { Length: > 0 } summary)
        {
            Console.Error.WriteLine(summary);
        }
    }
}
