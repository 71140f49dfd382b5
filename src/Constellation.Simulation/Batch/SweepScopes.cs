namespace Constellation.Simulation;

/// <summary>What the rows of a run are about.</summary>
[Flags]
public enum SweepScopes
{
    None = 0,

    /// <summary>The constellation as a whole; worst site and worst cell.</summary>
    All = 1,

    /// <summary>Classes of orbit.</summary>
    Class = 2,

    Satellite = 4,

    /// <summary>Regions of the grid of users.</summary>
    Region = 8,

    /// <summary>Named sites.</summary>
    Site = 16,

    /// <summary>Cells of the grid of users, each by latitude and longitude of its middle in degrees.</summary>
    Cell = 32,

    /// <summary>All but cells, of which there are hundreds a run.</summary>
    Everything = All | Class | Satellite | Region | Site,
}
