using System.CommandLine;

namespace Constellation.Cli;

/// <summary>All verbs, in the order of <c>--help</c>.</summary>
internal static class VerbList
{
    public static RootCommand Root() =>
        new("Constellation: from satellite clocks, orbits and crosslinks to the accuracy on the ground.")
        {
            ListVerb.Create(),
            ShowVerb.Create(),
            ClockVerb.Create(),
            OrbitVerb.Create(),
            LinksVerb.Create(),
            CheckVerb.Create(),
            SisreVerb.Create(),
            FrameVerb.Create(),
        };
}
