namespace Constellation.Orbits;

/// <summary>How states between those of a table are found.</summary>
public enum InterpolationMethod
{
    /// <summary>Polynomial through positions; another through velocities.</summary>
    Lagrange,

    /// <summary>Polynomial through positions and velocities at once; its derivative is the velocity.</summary>
    Hermite,
}
