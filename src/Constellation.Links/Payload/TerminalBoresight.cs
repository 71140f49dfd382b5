namespace Constellation.Links;

/// <summary>Where the middle of a terminal's cone points: axes of the orbit (radial, along-track, cross-track), which the satellite's body is taken to keep.</summary>
public enum TerminalBoresight
{
    Nadir,
    Zenith,

    /// <summary>Along-track, near the velocity.</summary>
    Fore,
    Aft,

    /// <summary>Along the orbital angular momentum.</summary>
    Normal,
    Antinormal,
}
