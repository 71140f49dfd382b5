namespace Constellation.Signals;

/// <summary>How vertical content becomes slant content.</summary>
public enum ShellMapping
{
    /// <summary>1 / cos z' on the shell of the map.</summary>
    SingleLayer,

    /// <summary>The same at 506.7 km with 0.9782 times the zenith angle: within 2 % of a slab with a profile. The maps of CODE are made with it.</summary>
    Modified,
}
