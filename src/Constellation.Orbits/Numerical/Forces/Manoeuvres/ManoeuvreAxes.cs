namespace Constellation.Orbits;

/// <summary>Axes that the components of a manoeuvre are given on.</summary>
public enum ManoeuvreAxes
{
    /// <summary>Radial, along-track and cross-track, turning with the orbit.</summary>
    Rac,

    /// <summary>Celestial.</summary>
    Gcrf,
}
