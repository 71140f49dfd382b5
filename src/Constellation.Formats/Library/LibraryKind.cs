namespace Constellation.Formats;

/// <summary>What the library beside the program holds.</summary>
public enum LibraryKind
{
    Constellation,
    Clock,
    Signal,
    Payload,
    Stations,
    Scenario,
    Sweep,

    /// <summary>Camera paths of films.</summary>
    Film,
    Lesson,
}
