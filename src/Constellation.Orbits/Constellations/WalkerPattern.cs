namespace Constellation.Orbits;

/// <summary>How the nodes of a Walker constellation are spread: over the whole equator, or over half of it.</summary>
public enum WalkerPattern
{
    Delta,
    Star,
}
