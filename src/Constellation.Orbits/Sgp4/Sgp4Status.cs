namespace Constellation.Orbits;

/// <summary>Why SGP4 has no state, with the numbers of [Vallado06]. Of a decayed satellite the state is computed all the same.</summary>
public enum Sgp4Status : byte
{
    Done = 0,

    /// <summary>Mean eccentricity not within 0 and 1.</summary>
    MeanEccentricity = 1,

    /// <summary>Mean motion not positive.</summary>
    MeanMotion = 2,

    /// <summary>Eccentricity with the terms of Sun and Moon not within 0 and 1.</summary>
    PerturbedEccentricity = 3,

    /// <summary>Negative semi-latus rectum.</summary>
    SemiLatusRectum = 4,

    /// <summary>The elements themselves have their perigee below the ground; only with <see cref="Sgp4Options.RefuseSubOrbital"/>.</summary>
    SubOrbital = 5,

    /// <summary>The satellite is below the ground: it has decayed.</summary>
    Decayed = 6,
}
