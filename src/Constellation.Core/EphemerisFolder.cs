namespace Constellation.Core;

/// <summary>Where the program's data are: a folder that was named, then that of the variable <c>CONSTELLATION_DATA</c>, then the one beside the program.</summary>
public static class EphemerisFolder
{
    /// <summary>The variable of the environment.</summary>
    public const string Variable = "CONSTELLATION_DATA";

    /// <summary>What the option named; set once, before anything is read.</summary>
    public static string? Named { get; set; }

    /// <summary>The one that came with the program.</summary>
    public static string BesideProgram { get; } = Path.Combine(AppContext.BaseDirectory, "ephemeris");

    /// <summary>One's own folder, or null where there is none.</summary>
    public static string? Own => Named ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null);

    /// <summary>In the order in which they are looked through.</summary>
    public static IReadOnlyList<string> All => Own is { } own ? [own, BesideProgram] : [BesideProgram];

    /// <summary>Where files are installed.</summary>
    public static string Target => Own ?? BesideProgram;
}
