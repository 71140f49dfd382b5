namespace Constellation.Orbits;

/// <summary>Which parts of the <see cref="ForceContext"/> a force reads beyond time, position and velocity.</summary>
[Flags]
public enum ForceNeeds
{
    None = 0,
    Sun = 1,
    Moon = 2,
    EarthRotation = 4,

    /// <summary>The visible fraction of the Sun; an integrator that sees this need ends its steps at the edges of the shadows.</summary>
    Sunlight = 8 | Sun | Moon,
}
