using System.CommandLine;

namespace Constellation.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        RootCommand root = new("Constellation: from satellite clock and orbit to the user's accuracy.");
        return root.Parse(args).Invoke();
    }
}
