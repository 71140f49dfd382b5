namespace Constellation.Links;

/// <summary>The first thing that keeps two nodes from a link, in the order of the checks.</summary>
public enum LinkObstacle
{
    None,

    /// <summary>One of the two has no terminal.</summary>
    NoTerminal,

    /// <summary>The ray comes below the keep-out height, or the satellite below the elevation mask.</summary>
    Earth,

    /// <summary>No terminal's cone holds the partner, at one end or both.</summary>
    Cone,

    /// <summary>The Sun is too near the line of sight at one end.</summary>
    Sun,

    /// <summary>The line of sight turns faster than the terminals that reach the partner.</summary>
    Slew,
}
