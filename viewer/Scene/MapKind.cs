namespace Constellation.Viewer;

/// <summary>What the colour map on the globe shows; <see cref="MapStatistic"/> tells of which epochs.</summary>
public enum MapKind
{
    None,

    /// <summary>Horizontal position error of the users; by itself its 95th percentile.</summary>
    Hpe95,

    /// <summary>Absolute vertical position error; by itself its 95th percentile.</summary>
    Vpe95,

    /// <summary>Position dilution of precision of the users' fixes.</summary>
    Pdop,

    /// <summary>Number of satellites in use.</summary>
    Visible,

    /// <summary>Share of epochs with an accepted position.</summary>
    Availability,

    /// <summary>Horizontal dilution of precision of the usable satellites in view.</summary>
    Hdop,

    /// <summary>Vertical dilution of precision of the usable satellites in view.</summary>
    Vdop,

    /// <summary>Horizontal protection level of Advanced RAIM.</summary>
    Hpl,

    /// <summary>Vertical protection level of Advanced RAIM.</summary>
    Vpl,

    /// <summary>Signal-in-space error along the line of sight, root mean square over the satellites in view.</summary>
    Sisre,

    /// <summary>The same of the worst satellite in view.</summary>
    SisreWorst,

    /// <summary>Age of the data behind the messages of the satellites in view, mean.</summary>
    Age,

    /// <summary>The same of the oldest.</summary>
    AgeWorst,
}
