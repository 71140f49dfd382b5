namespace Constellation.Simulation;

/// <summary>What makes the loss of a satellite worse than that of another.</summary>
public enum CriticalityOrder
{
    /// <summary>Lost share of area and time with good geometry, then lost time with good geometry everywhere, then growth of the mean PDOP.</summary>
    Availability,

    /// <summary>Growth of the mean PDOP, however good what is left.</summary>
    Pdop,

    /// <summary>Growth of users' position errors, which tells a satellite of good signals from one of bad ones; needs errors of ranges.</summary>
    Accuracy,
}
