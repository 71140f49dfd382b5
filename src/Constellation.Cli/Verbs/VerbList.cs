using System.CommandLine;

namespace Constellation.Cli;

/// <summary>All verbs, in the order of <c>--help</c>.</summary>
internal static class VerbList
{
    public static RootCommand Root()
    {
        RootCommand root = new("Constellation: from satellite clocks, orbits and crosslinks to the accuracy on the ground.");
        Command[] verbs =
        [
            RunVerb.Create(),
            RenderVerb.Create(),
            ListVerb.Create(),
            ShowVerb.Create(),
            OrbitVerb.Create(),
            FrameVerb.Create(),
            ClockVerb.Create(),
            LinksVerb.Create(),
            SisreVerb.Create(),
            DopVerb.Create(),
            CheckVerb.Create(),
            DoctorVerb.Create(() => [.. root.Subcommands.Select(c => c.Name)]),
            CompletionVerb.Create(),
        ];
        foreach (Command verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }
}
