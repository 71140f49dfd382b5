namespace Constellation.Simulation;

/// <summary>How the axes of a sweep make points.</summary>
public enum SweepDesign
{
    /// <summary>Every combination, the last axis running fastest.</summary>
    Grid,

    /// <summary>All axes go on together.</summary>
    Zip,

    /// <summary>As many points as asked for, every axis cut into as many strata, each met once.</summary>
    LatinHypercube,

    /// <summary>Points are written out.</summary>
    List,
}
