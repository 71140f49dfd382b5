namespace Constellation.Geodesy;

/// <summary>The planets that a navigation satellite feels; each with its moons.</summary>
public enum Planet
{
    Venus,
    Mars,
    Jupiter,
    Saturn,
}
