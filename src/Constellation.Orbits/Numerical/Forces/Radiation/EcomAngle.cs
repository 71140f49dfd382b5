namespace Constellation.Orbits;

/// <summary>Where the angle of the harmonic terms of <see cref="EcomRadiation"/> starts.</summary>
public enum EcomAngle
{
    /// <summary>Argument of latitude u, from the ascending node on the GCRF equator: the classical model.</summary>
    FromNode,

    /// <summary>Delta u, from the Sun's projection on the orbital plane: noon is zero, midnight is pi.</summary>
    FromSun,
}
