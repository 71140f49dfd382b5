using System.CommandLine;

namespace Constellation.Cli;

/// <summary>Options and arguments that take installed files by their names beside paths.</summary>
internal static class InstalledNames
{
    public static Argument<string[]> Or(this Argument<string[]> argument, InstalledKind kind)
    {
        argument.CustomParser = r => [.. r.Tokens.Select(t => InstalledFile.PathOf(kind, t.Value))];
        return argument;
    }

    public static Argument<string> Or(this Argument<string> argument, InstalledKind kind)
    {
        argument.CustomParser = r => InstalledFile.PathOf(kind, r.Tokens[^1].Value);
        return argument;
    }

    public static Option<string?> Or(this Option<string?> option, InstalledKind kind)
    {
        option.CustomParser = r => InstalledFile.PathOf(kind, r.Tokens[^1].Value);
        return option;
    }
}
